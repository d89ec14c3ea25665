import assert from 'node:assert/strict';
import { type Client, MODERN, startClient } from './support/client.ts';
import { SPEECH } from './support/drafts.ts';

const URI = 'untitled:Untitled-1';
const { diagnostic: _, ...textDocument } = MODERN.textDocument!;

describe('language server: push diagnostics', () => {
  let client: Client;
  beforeEach(async () => {
    client = await startClient({ capabilities: { ...MODERN, textDocument } });
  });
  afterEach(() => client.stop());

  it('sends findings with the version they belong to', async () => {
    client.open(URI, SPEECH);
    const first = await client.published.take();
    assert.equal(first.uri, URI);
    assert.equal(first.version, 1);
    assert.equal(first.diagnostics.length, 4);
  });

  it('follows edits with the newest version, and never clears in between', async () => {
    client.open(URI, SPEECH);
    const typed = [...'趁着天晴，'];
    typed.forEach((text, index) => {
      const at = { line: 3, character: 2 + index };
      client.change(URI, index + 2, { range: { start: at, end: at }, text });
    });
    await client.published.take(({ version }) => version === typed.length + 1);
    const versions = client.published.all.map(({ version }) => version ?? -1);
    assert.deepEqual(
      versions,
      [...new Set(versions)].sort((a, b) => a - b),
    );
    assert.ok(client.published.all.every(({ diagnostics }) => diagnostics.length === 4));
  });

  it('takes the findings of a closed document away', async () => {
    client.open(URI, SPEECH);
    await client.published.take(({ version }) => version === 1);
    client.close(URI);
    assert.deepEqual(await client.published.take(), { uri: URI, diagnostics: [] });
  });

  it('sends findings again when the settings change', async () => {
    client.open(URI, SPEECH);
    await client.published.take();
    await client.stop();
    let preset = 'hegao:draft';
    client = await startClient({
      capabilities: { ...MODERN, textDocument },
      configuration: () => ({ preset }),
    });
    client.open(URI, SPEECH);
    const draft = await client.published.take();
    preset = 'hegao:final';
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const final = await client.published.take();
    assert.deepEqual([...new Set(draft.diagnostics.map(({ severity }) => severity))], [2]);
    assert.deepEqual([...new Set(final.diagnostics.map(({ severity }) => severity))], [1]);
  });
});
