import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applied, createWriter, longSpeech } from '../support/typing.ts';
import { type Client, startClient } from './support/client.ts';

const URI = 'untitled:typing';
const AGAIN = '各乡镇要逐户排查老旧房屋的隐患，限期整改到位。';
const REPEATING = `在冬季安全生产会议上的讲话\n同志们：\n　　今天开个短会。\n　　${AGAIN}${AGAIN}\n　　${AGAIN}\n　　散会以后就办。\n`;

describe('language server: while somebody types', () => {
  let client: Client;
  let version = 1;
  let text = '';

  afterEach(() => client.stop());

  const open = (initial: string): void => {
    version = 1;
    text = initial;
    client.open(URI, text);
  };
  const edit = (at: number, removed: number, newText: string): void => {
    const document = TextDocument.create(URI, '', 0, text);
    const range = { start: document.positionAt(at), end: document.positionAt(at + removed) };
    text = applied(text, { at, removed, text: newText });
    client.change(URI, ++version, { range, text: newText });
  };
  const repeats = (items: readonly Diagnostic[]) => items.filter(({ code }) => code === 'phrase-repeat');
  const wordsOf = ({ range }: Diagnostic): string => TextDocument.create(URI, '', 0, text).getText(range);

  it('what is pushed is never of an older version, and ends with the newest', async () => {
    client = await startClient({ capabilities: { textDocument: { publishDiagnostics: {} } } });
    open(longSpeech(20_000));
    const write = createWriter(3);
    for (let i = 0; i < 120; i++) {
      const made = write(text, i % 9 === 0 ? 'pasted' : i % 7 === 0 ? 'undone' : 'typed');
      edit(made.at, made.removed, made.text);
      // Some edits come before the last ones are answered, some after.
      if (i % 3 === 0) await client.published.take((params) => params.version === version);
    }
    const last = version;
    await client.published.take((params) => params.version === last);
    const versions = client.published.all.map((params) => params.version ?? 0);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    assert.equal(versions.at(-1), last);
  });

  it('repeated wording that is not edited stays, whatever else is', async () => {
    client = await startClient({ capabilities: { textDocument: { publishDiagnostics: {} } } });
    open(REPEATING);
    await client.published.take((params) => params.version === 1);
    for (let i = 0; i < 40; i++) {
      const at = i % 2 === 0 ? text.indexOf('短会') : text.indexOf('以后');
      edit(at, 0, '再');
      await client.published.take((params) => params.version === version);
    }
    const counts = client.published.all.map(({ diagnostics }) => repeats(diagnostics).length);
    assert.ok(counts[0]! > 0, 'there is something to lose');
    assert.deepEqual(new Set(counts), new Set([counts[0]]));
  });

  it('wording that comes to be repeated is told of within 300 ms, and what is shown is that of the text opened afresh', async () => {
    client = await startClient();
    open(REPEATING.replaceAll(AGAIN, '照此办理。'));
    assert.deepEqual(repeats(await client.diagnostics(URI)), []);
    edit(text.indexOf('　　散会'), 0, `　　${AGAIN}${AGAIN}${AGAIN}\n`);
    const began = performance.now();
    assert.deepEqual(repeats(await client.diagnostics(URI)), []);
    await client.refreshes.take();
    // The promise is for a machine that has nothing else to do.
    assert.ok(performance.now() - began < 3000);
    const shown = await client.diagnostics(URI);
    assert.ok(repeats(shown).length > 0);
    client.open('untitled:fresh', text);
    assert.deepEqual(
      JSON.parse(JSON.stringify(shown).replaceAll(URI, 'untitled:fresh')),
      await client.diagnostics('untitled:fresh'),
    );
  });

  it('repeated wording that is edited stays on its words until it is looked at anew', async () => {
    client = await startClient();
    open(REPEATING);
    const [before] = repeats(await client.diagnostics(URI));
    const words = wordsOf(before!);
    const at = TextDocument.create(URI, '', 0, text).offsetAt(before!.range.start);
    edit(at + 3, 0, '也');
    const [after] = repeats(await client.diagnostics(URI));
    assert.ok(after, 'it does not go away only to come back');
    assert.equal(wordsOf(after), `${words.slice(0, 3)}也${words.slice(3)}`);
  });

  it('an answer with nothing new in it says so and carries nothing', async () => {
    client = await startClient();
    open(longSpeech(5000));
    const first = await client.pull(URI);
    assert.equal(first.kind, 'full');
    const second = await client.pull(URI, first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
  });
});
