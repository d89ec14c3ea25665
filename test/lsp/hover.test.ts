import assert from 'node:assert/strict';
import {
  type Hover,
  HoverRequest,
  type MarkupContent,
  type Position,
} from 'vscode-languageserver-protocol/node';
import { pages } from '../../server/src/rules/pages.generated.ts';
import { type Client, MODERN, startClient } from './support/client.ts';
import { SPEECH } from './support/drafts.ts';

const URI = 'untitled:Untitled-1';

describe('language server: hover', () => {
  it('shows the message of a finding and the page of its rule', async () => {
    const client = await startClient();
    client.open(URI, SPEECH);
    const hover = await hoverAt(client, { line: 5, character: 13 });
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.ok(value.startsWith('“xx万亩”的数字还没有填'));
    assert.ok(value.includes(pages['placeholder-number']!.trim()));
    assert.deepEqual(hover.range, {
      start: { line: 5, character: 12 },
      end: { line: 5, character: 16 },
    });
    assert.equal(await request(client, { line: 3, character: 4 }), null);
    await client.stop();
  });

  it('does not let the marks of a blank become markup', async () => {
    const client = await startClient();
    client.open(URI, '同志们：\n　　投入____万元。\n');
    const { value } = (await hoverAt(client, { line: 1, character: 5 })).contents as MarkupContent;
    assert.ok(value.includes('\\_\\_\\_\\_'), value);
    await client.stop();
  });

  it('writes plain text for a client that shows no Markdown', async () => {
    const { hover: _, ...textDocument } = MODERN.textDocument!;
    const client = await startClient({ capabilities: { ...MODERN, textDocument } });
    client.open(URI, SPEECH);
    const hover = await hoverAt(client, { line: 5, character: 13 });
    assert.equal((hover.contents as MarkupContent).kind, 'plaintext');
    await client.stop();
  });
});

async function hoverAt(client: Client, position: Position): Promise<Hover> {
  const hover = await request(client, position);
  assert.ok(hover, 'nothing is shown');
  return hover;
}

function request(client: Client, position: Position): Promise<Hover | null> {
  return client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: URI }, position });
}
