import assert from 'node:assert/strict';
import { hegao, inFolder } from '../cli/harness.ts';
import { parseMarkup } from './support/markup.ts';

/** What a pipeline, a terminal or a parser would obey. */
const HOSTILE = [
  '\n::error file=a.txt::假的\n',
  '\r::stop-commands::x\r',
  '%0A::error::假的',
  '::add-mask::x',
  '##[error]假的',
  ']]>',
  '--><error/>',
  '"/><testcase name="x"/><x y="',
  '\u001b[31m红\u001b[0m',
  '\u001b]0;标题\u0007',
  '\u009b31m红',
  '\u2028"},{"description":"假的',
  '\u202e反',
  '\n  },\n  {"description": "假的"}',
];
/** As names of files; these hold neither a slash nor NUL. */
const NAMES = HOSTILE.map((words, i) => `${words.replace(/^\s/, '名$&').replaceAll('/', '∕')}${i}.txt`);
const draft = (words: string): string => {
  const inside = words.replace(/[\r\n]/g, ' ');
  return `在${inside}会上的讲话\n同志们：\n《${inside}》增长xx.x%，“${inside}XX局”要落实。\u001b[2J\n::error::${inside}，，完成XX亿元\n`;
};
const FILES = {
  ...Object.fromEntries(NAMES.map((name, i) => [name, draft(HOSTILE[i]!)])),
  '::error::不是文字.txt': '\0\0\u0001',
};
const CONTROLS = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

interface Found {
  readonly path: string;
  readonly findings: readonly { readonly ruleId: string; readonly message: string }[];
  readonly failures: readonly { readonly message: string }[];
}

describe('a hostile name or draft adds no record and no order for a terminal', function () {
  this.timeout(120_000);
  let found: readonly Found[] = [];
  let count = 0;
  const outputs = new Map<string, string>();
  const FORMATS = ['github', 'gitlab', 'junit', 'checkstyle', 'sarif', 'json', 'jsonl', 'compact', 'text'];
  before(() =>
    inFolder(FILES, async (cwd) => {
      for (const format of FORMATS) {
        const { stdout, stderr } = await hegao(['check', '--format', format, '.'], { cwd });
        outputs.set(format, stdout);
        outputs.set(`${format} errors`, stderr);
      }
      found = (JSON.parse(outputs.get('json')!) as { readonly files: readonly Found[] }).files;
      count = found.reduce((sum, { findings, failures }) => sum + findings.length + failures.length, 0);
      assert.equal(found.length, NAMES.length + 1);
      assert.equal(found.filter(({ findings }) => findings.length >= 3).length, NAMES.length);
      assert.equal(found.filter(({ failures }) => failures.length > 0).length, 1);
    }),
  );

  it('in any format', () => {
    for (const [format, text] of outputs) assert.doesNotMatch(text, CONTROLS, format);
  });

  it('in annotations of GitHub', () => {
    const lines = outputs.get('github')!.trimEnd().split('\n');
    assert.equal(lines.length, count);
    for (const line of lines) {
      const [, file, said] = /^::(?:error|warning|notice) file=([^:,]*)[^:]*::(.*)$/.exec(line) ?? [];
      const path = decodeURIComponent(file!.replace(/%(?!25|0D|0A|3A|2C)/g, '%25'));
      const own = found.find((one) => shown(one.path) === path);
      assert.ok(own, `${path} is no file`);
      const message = said!.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
      const messages = [...own.findings, ...own.failures].map((one) => shown(one.message));
      assert.ok(messages.includes(message), message);
    }
  });

  it('begins a line of no other output as an order of GitHub', () => {
    for (const format of ['compact', 'text', 'text errors', 'compact errors', 'github errors'])
      for (const line of outputs.get(format)!.split('\n'))
        assert.doesNotMatch(line, /^\s*(?:::|##\[)/, format);
  });

  it('in the report for GitLab', () => {
    const issues = JSON.parse(outputs.get('gitlab')!) as readonly {
      readonly description: string;
      readonly fingerprint: string;
      readonly location: { readonly path: string };
    }[];
    const expected = found.flatMap(({ path, findings }) => findings.map(({ message }) => [path, message]));
    assert.deepEqual(
      issues.map(({ location, description }) => [location.path, description]),
      expected,
    );
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  });

  it('in XML', () => {
    const junit = parseMarkup(outputs.get('junit')!.replace(/^<\?xml[^>]*>\n/, '')).elements;
    assert.equal(junit.filter(({ name }) => name === 'testcase').length, count);
    assert.deepEqual(
      junit.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes.name),
      found.map(({ path }) => inXml(path)),
    );
    const names = new Set(junit.map(({ name }) => name));
    assert.deepEqual(
      [...names].filter((name) => !/^(?:testsuites?|testcase|failure|error|system-out)$/.test(name)),
      [],
    );
    const checkstyle = parseMarkup(outputs.get('checkstyle')!.replace(/^<\?xml[^>]*>\n/, '')).elements;
    assert.equal(checkstyle.filter(({ name }) => name === 'error').length, count);
    assert.deepEqual(
      checkstyle.filter(({ name }) => name === 'file').map(({ attributes }) => attributes.name),
      found.map(({ path }) => inXml(path)),
    );
  });

  it('in lines of JSON', () => {
    const lines = outputs.get('jsonl')!.trimEnd().split('\n');
    for (const line of lines) JSON.parse(line);
    assert.ok(lines.length >= count);
  });
});

/** As annotations have it: line ends as they are, without what else a terminal obeys. */
function shown(text: string): string {
  return text
    .replace(/[\t\u2028\u2029]/g, ' ')
    .replace(/[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}

function inXml(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, '\ufffd');
}
