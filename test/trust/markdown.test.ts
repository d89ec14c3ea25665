import assert from 'node:assert/strict';
import { micromark } from 'micromark';
import type { CodeLens, CompletionItem, Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import { markdownText as ofClient, plain } from '../../client/src/plainText.ts';
import { markdownText } from '../../server/src/lsp/markdown.ts';
import { MODERN, startClient } from '../lsp/support/client.ts';
import { makeFolder } from '../lsp/support/drafts.ts';
import { parseMarkup } from './support/markup.ts';

/** What Markdown, or an editor that shows it, makes a link, a picture or an element of. */
const HOSTILE = [
  '[退出](command:workbench.action.quit)',
  '![图](https://example.org/a.png)',
  '<https://example.org>',
  'https://example.org/a',
  'www.example.org',
  'a@example.org',
  '<img src=x onerror=alert(1)>',
  '<!-- x',
  '$(trash)',
  '`码`',
  '**重**',
  '&lt;b&gt;',
  '\\[x\\](y)',
  '| a | b |',
  '# 题',
  '1. 项',
  '---',
  '```',
];

describe('text of a draft as Markdown', () => {
  it('is shown as it stands and is nothing else', () => {
    for (const of of [markdownText, ofClient]) {
      for (const words of [...HOSTILE, HOSTILE.join('\n'), HOSTILE.join('\n    ')]) {
        const { elements, text } = parseMarkup(micromark(of(words)).replaceAll('&quot;', '&#34;'));
        assert.deepEqual(
          elements.map(({ name }) => name),
          ['p'],
          words,
        );
        assert.equal(text, words.replace(/\s+/g, ' '));
        // Editors make links of bare addresses too: nothing is left of which they could.
        assert.doesNotMatch(of(words), /(?<!\\):\/\/|www\.|(?<!\\)@/, words);
      }
    }
  });

  it('is no link in a message of the editor', () => {
    const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;
    for (const words of HOSTILE) assert.doesNotMatch(plain(`已有 ${words}。`), LINK);
    assert.equal(plain('增长7.2%（见[附件]）'), '增长7.2%（见[附件]）');
  });
});

describe('what a server says of a hostile draft and table of figures', function () {
  this.timeout(60_000);
  const [link = '', picture = '', , address = '', bare = ''] = HOSTILE;
  const WORDS = `${link}${picture}${address}，${bare} <img src=x>`;
  const DRAFT = [
    '在[退](command:a)会上的讲话',
    '同志们：',
    '2024年，全市[退](command:a)工业投资增长7.2%，[退](command:a)个XX项目，《[退](command:a)》。',
    '一、[退](command:a)',
    '要落实《[退](command:a)，“[退](command:a)。2024年，全市工业投资增长8.2%。',
    `【${WORDS}待补充】，2024年，全市工业投资增长xx%。`,
    '',
  ].join('\n');

  it('holds no link, picture or element in any hover, nor in what is proposed', async () => {
    const folder = makeFolder();
    folder.write('.hegao.json', '{ "metrics": { "ledger": "台账.csv" } }');
    const row = `工业投资,全市,2024年,增速,9.9,%,${WORDS.replace(/[",]/g, '')}`;
    folder.write('台账.csv', `指标,范围,时期,类别,数值,单位,来源\n${row}\n`);
    const uri = folder.write('讲话.txt', DRAFT);
    const textDocument = {
      ...MODERN.textDocument,
      completion: { completionItem: { documentationFormat: ['markdown' as const] } },
    };
    const configuration = (): unknown => ({ completion: { figures: true, phrases: true } });
    const capabilities = { ...MODERN, textDocument };
    const client = await startClient({ capabilities, configuration, folders: [folder.uri] });
    try {
      client.open(uri, DRAFT, 'hegao-speech');
      const shown: string[] = [];
      const lines = DRAFT.split('\n');
      for (const [line, text] of lines.entries()) {
        for (let character = 0; character <= text.length; character++) {
          const at = { textDocument: { uri }, position: { line, character } };
          const hover = await client.connection.sendRequest<Hover | null>('textDocument/hover', at);
          if (hover) shown.push((hover.contents as MarkupContent).value);
        }
      }
      const all = shown.join('\n\n---\n\n');
      assert.ok(all.includes('口径表：') && all.includes('（`metric-ledger`）'), all);
      assert.match(all, /退出\\\]\\\(command/);
      assert.doesNotMatch(micromark(all), /href="(?:command|https?:\/\/example\.org)|<img/);
      assert.doesNotMatch(all, /https?:\/\/example\.org|\]\(command:|www\.example\.org/);

      const line = 2;
      const position = { line, character: lines[line]!.indexOf('7.2') };
      const answer = await client.connection.sendRequest<
        CompletionItem[] | { readonly items: CompletionItem[] }
      >('textDocument/completion', { textDocument: { uri }, position });
      const items = Array.isArray(answer) ? answer : answer.items;
      assert.ok(items.length > 0);
      for (const { documentation } of items) assert.equal(documentation, undefined);

      const lenses = await client.connection.sendRequest<CodeLens[]>('textDocument/codeLens', {
        textDocument: { uri },
      });
      assert.ok(lenses.length > 0);
      for (const { command } of lenses) assert.match(command!.title, /^还有\d+处待补$/);
    } finally {
      await client.stop();
      folder.dispose();
    }
  });
});
