import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentSymbolRequest, FoldingRangeRequest } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, startClient } from './support/client.ts';
import { SPEECH } from './support/drafts.ts';

/** Pieces that change what a draft is made of: speeches, headings, line ends, blanks, characters of two units. */
const PIECE = fc.constantFrom(
  '',
  '\n',
  '\r\n',
  '一、',
  '（二）',
  '3.',
  '同志们：\n',
  '在表彰会上的讲话\n',
  'xx.x%',
  'XX市',
  '　　',
  '，',
  '。',
  '😀',
  '- 4 -\n',
  '讲三点意见：一是快。',
);
const EDIT = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(40)),
  text: fc.array(PIECE, { maxLength: 3 }).map((pieces) => pieces.join('')),
  /** Whether the client asks, without waiting for the answer, before it goes on typing. */
  pull: fc.boolean(),
});

describe('language server: an edited document', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  it('has the findings, outline and folds of the same text opened afresh', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(EDIT, { minLength: 1, maxLength: 8 }), async (edits) => {
        number++;
        const edited = `untitled:edited-${number}`;
        const fresh = `untitled:fresh-${number}`;
        let text = SPEECH;
        client.open(edited, text);
        edits.forEach(({ at, removed, text: newText, pull }, index) => {
          const document = TextDocument.create(edited, '', 0, text);
          const start = document.positionAt(Math.floor(at * text.length));
          const end = document.positionAt(document.offsetAt(start) + removed);
          text = text.slice(0, document.offsetAt(start)) + newText + text.slice(document.offsetAt(end));
          client.change(edited, index + 2, { range: { start, end }, text: newText });
          if (pull) void client.pull(edited);
        });
        client.open(fresh, text);
        assert.deepEqual(await seen(edited), await seen(fresh), JSON.stringify(text));
        client.close(edited);
        client.close(fresh);
      }),
      { numRuns: 150 },
    );
  });

  async function seen(uri: string): Promise<unknown> {
    const textDocument = { uri };
    const all = await Promise.all([
      client.diagnostics(uri),
      client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      client.connection.sendRequest(FoldingRangeRequest.type, { textDocument }),
    ]);
    return JSON.parse(JSON.stringify(all).replaceAll(uri, 'untitled:'));
  }
});
