import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type Diagnostic,
  DiagnosticSeverity,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver-protocol/node';
import { type Client, MODERN, startClient } from './support/client.ts';
import { SPEECH } from './support/drafts.ts';

const URI = 'untitled:Untitled-1';

describe('language server: pull diagnostics', () => {
  let client: Client;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());

  it('reports the findings of an untitled document with rule, level and place', async () => {
    client.open(URI, SPEECH);
    const items = await client.diagnostics(URI);
    assert.deepEqual(
      items.map(({ code, source, severity, range: { start, end } }) => [
        code,
        source,
        severity,
        SPEECH.split('\n')[start.line]!.slice(start.character, end.character),
      ]),
      [
        ['placeholder-number', 'hegao', DiagnosticSeverity.Warning, 'xx万亩'],
        ['placeholder-number', 'hegao', DiagnosticSeverity.Warning, 'xx.x%'],
        ['numbering-gap', 'hegao', DiagnosticSeverity.Warning, '（三）'],
        ['placeholder-date', 'hegao', DiagnosticSeverity.Warning, 'XX月XX日'],
      ],
    );
  });

  it('links the other place and says how many fixes there are', async () => {
    client.open(URI, SPEECH);
    const gap = (await client.diagnostics(URI)).find(({ code }) => code === 'numbering-gap');
    assert.equal(gap?.relatedInformation?.[0]?.location.uri, URI);
    assert.deepEqual(gap?.relatedInformation?.[0]?.location.range.start, { line: 6, character: 0 });
    assert.deepEqual(gap?.data, { fixes: 1 });
  });

  it('answers unchanged while text and settings are the same, and not after an edit', async () => {
    client.open(URI, SPEECH);
    const first = await client.pull(URI);
    assert.deepEqual(await client.pull(URI, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    client.change(URI, 2, {
      range: { start: { line: 5, character: 12 }, end: { line: 5, character: 14 } },
      text: '31',
    });
    const second = await client.pull(URI, first.resultId);
    assert.equal(second.kind, 'full');
    assert.equal(second.kind === 'full' && second.items.length, 3);
  });

  it('does not take a document opened anew for the one that was closed', async () => {
    client.open(URI, SPEECH);
    const { resultId } = await client.pull(URI);
    client.close(URI);
    client.open(URI, '同志们：\n　　今年新建道路12公里。\n');
    const report = await client.pull(URI, resultId);
    assert.deepEqual(report.kind === 'full' && report.items, []);
  });

  it('reads markup in Markdown only', async () => {
    const text = '同志们：\n\n`新增xx户`\n';
    client.open('untitled:a.md', text, 'markdown');
    client.open('untitled:a.txt', text, 'plaintext');
    assert.deepEqual(await client.diagnostics('untitled:a.md'), []);
    assert.equal((await client.diagnostics('untitled:a.txt')).length, 1);
  });

  it('does not check configuration files, nor what is not open', async () => {
    client.open('file:///drafts/.hegao.json', '{"rules": "xx万元"}', 'json');
    assert.deepEqual(await client.diagnostics('file:///drafts/.hegao.json'), []);
    assert.deepEqual(await client.diagnostics('untitled:nowhere'), []);
  });

  it('answers for the newest version when edits arrive while it checks', async () => {
    client.open(URI, SPEECH);
    const pulled = client.diagnostics(URI);
    client.change(URI, 2, { text: '同志们：\n　　到位资金xx亿元。\n' });
    const items = await pulled;
    assert.deepEqual(
      items.map(({ range }) => range.start),
      [{ line: 1, character: 6 }],
    );
  });
});

describe('language server: pull diagnostics, cancelled and for plain clients', () => {
  it('stops when the request is cancelled, and answers the next one', async () => {
    const source = new CancellationTokenSource();
    let asked = 0;
    const client = await startClient({
      // The cancellation is on its way before the check can start.
      configuration: () => {
        if (++asked === 1) source.cancel();
        return null;
      },
    });
    client.open(URI, SPEECH);
    await assert.rejects(client.pull(URI, undefined, source.token), (error: ResponseError<unknown>) => {
      assert.equal(error.code, LSPErrorCodes.RequestCancelled);
      return true;
    });
    assert.equal((await client.diagnostics(URI)).length, 4);
    await client.stop();
  });

  it('sends at most twenty related places, and one fix for all', async () => {
    const client = await startClient();
    client.open(URI, `讲话\n同志们：\n${'要统一思想,压实责任。\n'.repeat(30)}`);
    const items: readonly Diagnostic[] = await client.diagnostics(URI);
    const whole = items.filter(({ code }) => code === 'punctuation-width');
    assert.deepEqual(
      whole.map(({ relatedInformation }) => relatedInformation?.length),
      [20],
    );
    await client.stop();
  });

  it('leaves related places out where the client does not take them', async () => {
    const { diagnostic: _, publishDiagnostics: __, ...textDocument } = MODERN.textDocument!;
    const client = await startClient({
      capabilities: { ...MODERN, textDocument: { ...textDocument, diagnostic: {} } },
    });
    client.open(URI, SPEECH);
    const items: readonly Diagnostic[] = await client.diagnostics(URI);
    assert.equal(items.length, 4);
    assert.ok(items.every((item) => !('relatedInformation' in item)));
    await client.stop();
  });
});
