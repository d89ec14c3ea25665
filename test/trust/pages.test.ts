import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { messagePage, previewPage } from '../../client/src/aloud/page.ts';
import { ledgerHtml } from '../../client/src/ledger/html.ts';
import { hegao, inFolder } from '../cli/harness.ts';
import { ROOT } from '../package/support.ts';
import { type Parsed, parseMarkup, policyOf } from './support/markup.ts';

/** What a page would obey where it were not text. */
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '</style><style>*{display:none}</style>',
  `\${7*7}{{7*7}}\`"'`,
  '"><svg onload=alert(1)>',
  '<!--',
  ']]>',
  '&lt;b&gt;&#60;',
  'javascript:alert(1)',
];
const TEXT = HOSTILE.join('，');
const DRAFT = [
  `在${TEXT}会上的讲话`,
  `书记　${TEXT}`,
  '同志们：',
  `一、${TEXT}`,
  `（一）工业投资${TEXT}增长xx.x%，${TEXT}，，完成XX亿元。`,
  `工业投资增长7.2%，${TEXT}工业投资增长8.2%。`,
  `${TEXT}增长xx%。`,
  '',
].join('\n');
const SHORT = `在<b>&"会上的讲话\n${DRAFT.slice(DRAFT.indexOf('同志们'))}`;
const NAME = `甲${HOSTILE[0]}'"&.txt`;

const ELEMENTS = new Set(
  'html head meta title style link body article section div h1 h2 h3 h4 p ol ul li a span mark table thead tbody tr th td svg rect text ruby rt'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(?:lang|charset|http-equiv|content|name|class|id|href|title|rel|nonce|data-time|viewBox|width|height|x|y|role|aria-label|colspan|scope|text-anchor|xmlns)$/;

/** Holds of every page: nothing runs, nothing is loaded, and all of the text is text. */
function assertInert(page: Parsed, what: string): void {
  for (const { name, attributes } of page.elements) {
    assert.ok(ELEMENTS.has(name), `${what}: <${name}>`);
    for (const [attribute, value] of Object.entries(attributes)) {
      assert.match(attribute, ATTRIBUTES, `${what}: <${name} ${attribute}>`);
      if (attribute === 'href') assert.match(value, /^#/, what);
    }
  }
  const policy = policyOf(page);
  assert.deepEqual(policy['default-src'], ["'none'"], what);
  assert.deepEqual([policy['base-uri'], policy['form-action']], [["'none'"], ["'none'"]], what);
  for (const [name, sources] of Object.entries(policy)) {
    assert.match(name, /^(?:default-src|style-src|base-uri|form-action)$/, what);
    for (const source of sources)
      assert.match(source, /^'(?:none|unsafe-inline|sha256-[\w+/=]+|nonce-\w{32})'$/, what);
  }
}

/** A reading copy leaves out what it takes for the code of web pages. */
const RESIDUE = [HOSTILE[0], HOSTILE[7]];

function assertSaid(page: Parsed, what: string, but: readonly unknown[] = []): void {
  const left = HOSTILE.filter((words) => !page.text.includes(words));
  assert.deepEqual(left, but, what);
}

describe('a page', function () {
  this.timeout(60_000);

  it('of the command line holds a draft as text and runs nothing', () =>
    inFolder({ '稿.txt': DRAFT, '短.txt': SHORT, [NAME]: DRAFT }, async (cwd) => {
      const pages: readonly (readonly string[])[] = [
        ['check', '--format', 'html', '.'],
        ['print', '稿.txt'],
        ['print', '短.txt'],
        ['print', '--pinyin', 'ruby', '--times', '--section-pages', '稿.txt'],
      ];
      for (const argv of pages) {
        const { stdout, code } = await hegao(argv, { cwd });
        assert.notEqual(code, 2, argv.join(' '));
        const page = parseMarkup(stdout);
        assertInert(page, argv.join(' '));
        assertSaid(page, argv.join(' '), argv[0] === 'print' ? RESIDUE : []);
      }
    }));

  it('of the editor that shows a reading copy does so too', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const { stdout } = await hegao(['print', '稿.txt'], { cwd });
      const body = /<body>\n([\s\S]*)\n<\/body>/.exec(stdout)![1]!;
      const page = parseMarkup(previewPage({ style: 'p{margin:0}', body }));
      assertInert(page, 'preview');
      assertSaid(page, 'preview', RESIDUE);
      const sentence = parseMarkup(messagePage(TEXT));
      assertInert(sentence, 'sentence');
      assertSaid(sentence, 'sentence');
      for (const make of [() => previewPage({ style: '', body: '' }), () => messagePage('')])
        assert.notEqual(make(), make(), 'a nonce is used twice');
    }));

  it('of the ledger runs its own script, which each page names anew, and nothing else', () => {
    const sources = { cspSource: 'https://*.cdn.example', script: 'https://a/ledger.js', style: 'b.css' };
    const page = parseMarkup(ledgerHtml(sources));
    const { 'script-src': scripts, ...policy } = policyOf(page);
    assert.deepEqual(policy, {
      'default-src': ["'none'"],
      'style-src': [sources.cspSource],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
    assert.match(scripts!.join(' '), /^'nonce-[0-9a-f]{32}'$/);
    const [script, ...more] = page.elements.filter(({ name }) => name === 'script');
    assert.deepEqual([scripts, more], [[`'nonce-${script!.attributes.nonce}'`], []]);
    assert.equal(script!.attributes.src, sources.script);
    assert.equal(page.text.trim(), '数据台账');
    assert.notEqual(ledgerHtml(sources), ledgerHtml(sources));
  });

  it('is set in these places of the extension alone, and nothing there makes elements of text', () => {
    const folder = path.join(ROOT, 'client/src');
    const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const set: string[] = [];
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const code = fs.readFileSync(path.join(folder, file), 'utf8');
      for (const [line] of code.matchAll(/\.html\s*=[^=].*/g)) set.push(`${file}: ${line.trim()}`);
      assert.doesNotMatch(
        code,
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|\beval\(|new Function|DOMParser/,
        file,
      );
      assert.doesNotMatch(code, /isTrusted:|isTrusted = |supportHtml/, file);
    }
    assert.deepEqual(set.sort(), [
      'aloud/readingCopy.ts: .html = preview.copy',
      'ledger/view.ts: .html = ledgerPage(view.webview, extension);',
    ]);
  });

  it('of what the editor is told makes no link of a draft’s words', () => {
    const folder = path.join(ROOT, 'client/src');
    const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const SHOWN =
      /show(?:Information|Warning|Error)Message\(\s*([\s\S]{0,400}?)(?=[,;]\s)|\.(?:prompt|validationMessage) = ([^;]*);/g;
    let count = 0;
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const code = fs.readFileSync(path.join(folder, file), 'utf8');
      for (const [, message, box] of code.matchAll(SHOWN)) {
        count++;
        const said = (message ?? box)!.trim();
        const isOwn = /^(?:'|[A-Z_]+\b|plain\(|undefined$)/.test(said) || !/\$\{|[mM]essage/.test(said);
        const counts = /^`[^`$]*(?:\$\{(?:count|filled|restored|rest|left|document\.languageId)\}[^`$]*)*`/;
        assert.ok(isOwn || counts.test(said), `${file}: ${said}`);
      }
    }
    assert.ok(count > 30, String(count));
  });
});
