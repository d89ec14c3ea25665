import assert from 'node:assert/strict';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { createJsonReport } from '../../server/src/cli/report-json.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { CLEAN, DRAFT, hegao, inFolder, report } from './harness.ts';

const JSON_CHECK = ['check', '--format', 'json'] as const;

describe('hegao check --format json', () => {
  it('prints one object with the finding at its place', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const run = await hegao([...JSON_CHECK, '稿.txt'], { cwd });
      const { tool, files, summary } = report(run);
      assert.deepEqual(tool, { name: 'hegao', version: manifest.version });
      assert.equal(files.length, 1);
      const { message, ...finding } = files[0]!.findings[0]!;
      assert.match(message, /xx\.x%/);
      assert.deepEqual(finding, {
        ruleId: 'placeholder-number',
        messageId: 'blank',
        severity: 'warning',
        text: 'xx.x%',
        range: { start: { line: 3, column: 13 }, end: { line: 3, column: 18 } },
        offset: { start: DRAFT.indexOf('xx.x%'), end: DRAFT.indexOf('xx.x%') + 5 },
        related: [],
        fixes: [],
      });
      const { durationMs, ...counts } = summary;
      assert.equal(typeof durationMs, 'number');
      assert.deepEqual(counts, { files: 1, errors: 0, warnings: 1, infos: 0, hints: 0 });
      assert.equal(run.stderr, '');
    }));

  it('lists every file, clean and unreadable ones too, in the order given', () =>
    inFolder({ '一.txt': CLEAN, '三.txt': DRAFT }, async (cwd) => {
      const run = await hegao([...JSON_CHECK, '一.txt', '二.txt', '三.txt'], { cwd });
      const { files } = report(run);
      assert.deepEqual(
        files.map((f) => [f.path, f.findings.length, f.failures.map((x) => x.message)]),
        [
          ['一.txt', 0, []],
          ['二.txt', 0, ['没有这个文件或文件夹。']],
          ['三.txt', 1, []],
        ],
      );
      assert.equal(run.stderr, '二.txt：没有这个文件或文件夹。\n');
      assert.equal(run.code, 2);
    }));

  it('shows related places and the edits of fixes with ranges and offsets', () => {
    const text = '讲话\n一、抓落实\n三、抓作风\n';
    const finding = {
      ruleId: 'numbering-gap',
      messageId: 'gap',
      severity: 'warning' as const,
      message: '缺“二、”。',
      span: { start: 9, end: 11 },
      related: [{ message: '上一个序号', span: { start: 3, end: 5 } }],
      fixes: [
        {
          title: '改为“二”',
          safety: 'safe' as const,
          edits: [{ span: { start: 9, end: 10 }, newText: '二' }],
        },
      ],
    };
    const shown = createJsonReport().file({
      path: '稿.txt',
      draft: readDraft(text),
      findings: [finding],
      failures: [],
    });
    const [{ range, related, fixes }] = JSON.parse(shown).findings;
    assert.deepEqual(range, { start: { line: 3, column: 1 }, end: { line: 3, column: 3 } });
    assert.deepEqual(related, [
      {
        message: '上一个序号',
        range: { start: { line: 2, column: 1 }, end: { line: 2, column: 3 } },
        offset: { start: 3, end: 5 },
      },
    ]);
    assert.deepEqual(fixes, [
      { title: '改为“二”', safety: 'safe', edits: [{ offset: { start: 9, end: 10 }, newText: '二' }] },
    ]);
  });

  it('keeps paths as given', () =>
    inFolder({ '稿/一.txt': CLEAN }, async (cwd) => {
      const paths = async (argument: string): Promise<string[]> =>
        report(await hegao([...JSON_CHECK, argument], { cwd })).files.map((f) => f.path);
      assert.deepEqual(await paths('稿'), ['稿/一.txt']);
      assert.deepEqual(await paths('./稿/'), ['./稿/一.txt']);
      assert.deepEqual(await paths('.'), ['稿/一.txt']);
      assert.deepEqual(await paths(path.join(cwd, '稿')), [`${cwd}/稿/一.txt`]);
    }));

  it('prints nothing but the object when a configuration is broken', () =>
    inFolder({ '稿.txt': DRAFT, '.hegao.json': '{"rule": {}}' }, async (cwd) => {
      const run = await hegao([...JSON_CHECK, '稿.txt'], { cwd });
      const [file] = report(run).files;
      assert.equal(file?.findings.length, 0);
      assert.match(
        file?.failures[0]?.message ?? '',
        /^\.hegao\.json:1:2 没有“rule”这一设置，是否要写“rules”？/,
      );
      assert.equal(run.stderr, `${file?.failures[0]?.message}\n`);
      assert.equal(run.code, 2);
    }));

  it('counts offsets from the first character after a byte order mark', () =>
    inFolder({ '稿.txt': `\ufeff${DRAFT}` }, async (cwd) => {
      const [finding] = report(await hegao([...JSON_CHECK, '稿.txt'], { cwd })).files[0]!.findings;
      assert.equal(finding?.offset.start, DRAFT.indexOf('xx.x%'));
    }));

  it('counts CRLF as two units and one line end', () =>
    inFolder({ '稿.txt': DRAFT.replaceAll('\n', '\r\n') }, async (cwd) => {
      const [finding] = report(await hegao([...JSON_CHECK, '稿.txt'], { cwd })).files[0]!.findings;
      assert.equal(finding?.offset.start, DRAFT.indexOf('xx.x%') + 2);
      assert.deepEqual(finding?.range, { start: { line: 3, column: 13 }, end: { line: 3, column: 18 } });
    }));
});
