import assert from 'node:assert/strict';
import { ErrorCodes, type ResponseError } from 'vscode-languageserver-protocol/node';
import { type Client, startClient } from './support/client.ts';

describe('language server: parameters of its own requests', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const wrong: readonly (readonly [string, unknown])[] = [
    ['hegao/renumber', {}],
    ['hegao/renumber', { uri: 'untitled:a' }],
    ['hegao/renumber', { uri: 'untitled:a', position: { line: '1', character: 0 } }],
    ['hegao/renumber', { uri: 7, position: { line: 1, character: 0 } }],
    ['hegao/placeholders', {}],
    ['hegao/placeholders', { uri: null }],
    ['hegao/figures', { uri: 1 }],
    ['hegao/readWord', { name: '稿.docx' }],
    ['hegao/readWord', { name: '稿.docx', base64: '中' }],
    ['hegao/openItems', {}],
    ['hegao/openItems', { uri: 'untitled:a', folder: 1 }],
    ['hegao/fill', { uri: 'untitled:a', position: { line: 1, character: 0 }, text: '临江' }],
    ['hegao/fill', { uri: 'untitled:a', position: { line: 1, character: 0 }, text: 7, all: true }],
    ['hegao/offers', { uri: 'untitled:a' }],
    ['hegao/offers', { uri: 'untitled:a', folders: [null] }],
    ['hegao/keep', { uri: 'untitled:a', positions: {} }],
    ['hegao/keep', { uri: 'untitled:a', positions: [{ line: 'x' }] }],
    ['hegao/mask', {}],
    ['hegao/mask', { uri: 'untitled:a', what: 'names' }],
    ['hegao/mask', { uri: 'untitled:a', keep: [1] }],
    ['hegao/mask', { uri: 'untitled:a', numbered: 1 }],
    ['hegao/unmask', { uri: 'untitled:a' }],
    ['hegao/checkWorkspace', {}],
    ['hegao/checkWorkspace', { folders: 'file:///tmp' }],
    ['hegao/checkWorkspace', { folders: [1] }],
    ['hegao/checkWorkspace', { folders: [], workDoneToken: {} }],
  ];
  for (const [method, params] of wrong) {
    it(`${method} ${JSON.stringify(params)}: says what is wanted`, () =>
      assert.rejects(client.connection.sendRequest(method, params), (error: ResponseError<unknown>) => {
        assert.equal(error.code, ErrorCodes.InvalidParams);
        assert.ok(error.message.startsWith(`${method} 的参数应为 {`), error.message);
        return true;
      }));
  }
});
