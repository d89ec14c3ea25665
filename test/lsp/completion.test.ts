import assert from 'node:assert/strict';
import { type CompletionItem, CompletionRequest } from 'vscode-languageserver-protocol/node';
import { readInitials } from '../../server/src/lexicon/initials.ts';
import { allPhrases } from '../../server/src/lexicon/phrase-lists.ts';
import { startClient } from './support/client.ts';

const URI = 'untitled:Untitled-1';
const HEAD = ['在全县水利工作会议上的讲话', '同志们：', '一、正视问题', '渠系老化。', '二、压实责任'];

/** What is proposed at the end of a text. */
async function proposed(text: string, phrases = true): Promise<readonly CompletionItem[]> {
  const client = await startClient({ configuration: () => ({ completion: { phrases } }) });
  client.open(URI, text);
  const lines = text.split('\n');
  const position = { line: lines.length - 1, character: lines[lines.length - 1]!.length };
  const items = await client.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri: URI },
    position,
  });
  await client.stop();
  assert.ok(Array.isArray(items));
  return [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
}

const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);

describe('language server: completion of phrases', () => {
  it('proposes nothing unless it is asked for', async () =>
    assert.deepEqual(await proposed([...HEAD, '要nxjl'].join('\n'), false), []));

  it('by pinyin initials, in place of the letters', async () => {
    const items = await proposed([...HEAD, '要nxjl'].join('\n'));
    const item = items.find(({ label }) => label === '凝心聚力');
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 5, character: 1 }, end: { line: 5, character: 5 } },
      newText: '凝心聚力',
    });
  });

  it('by first characters', async () =>
    assert.ok(labels(await proposed([...HEAD, '要攻坚'].join('\n'))).includes('攻坚克难')));

  it('what fits the section first', async () => {
    const under = async (heading: string): Promise<string[]> =>
      labels(await proposed(['讲话', '同志们：', `一、${heading}`, '有的地方落实'].join('\n')));
    const [problems, duties] = [await under('正视问题'), await under('压实责任、严格考核')];
    assert.ok(problems.indexOf('落实不到位') >= 0 && duties.indexOf('落实到人') >= 0);
    assert.ok(problems.indexOf('落实不到位') < problems.indexOf('落实到人'), problems.join(' '));
    assert.ok(duties.indexOf('落实到人') < duties.indexOf('落实不到位'), duties.join(' '));
  });

  it('never a phrase that has been used up', async () => {
    const used = Array.from({ length: 3 }, (_, i) => `第${i + 1}批要攻坚克难。`);
    assert.ok(!labels(await proposed([...HEAD, ...used, '要攻坚'].join('\n'))).includes('攻坚克难'));
    assert.ok(labels(await proposed([...HEAD, ...used.slice(1), '要攻坚'].join('\n'))).includes('攻坚克难'));
  });

  it('knows an initial of every character of the phrases', () => {
    const known = new Set([...readInitials().values()].flatMap((characters) => [...characters]));
    const text = allPhrases()
      .map(({ entry }) => entry.split('=')[0]!)
      .join('');
    assert.deepEqual(
      [...new Set(text.match(/[\u4e00-\u9fff]/g))].filter((character) => !known.has(character)),
      [],
    );
    const of = (letter: string): ReadonlySet<string> => readInitials().get(letter)!;
    for (const [letter, characters] of Object.entries({
      n: '凝',
      x: '心行',
      j: '聚坚',
      l: '力率',
      g: '攻',
      c: '长',
      z: '长重',
      d: '调',
    }))
      for (const character of characters) assert.ok(of(letter).has(character), `${letter} ${character}`);
  });
});
