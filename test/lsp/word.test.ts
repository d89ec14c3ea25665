import assert from 'node:assert/strict';
import { paragraph as p, wordFile } from '../support/word-file.ts';
import { type Client, startClient } from './support/client.ts';

describe('language server: Word files', () => {
  let client: Client;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  const read = (bytes: Uint8Array, name = '稿.docx'): Promise<unknown> =>
    client.connection.sendRequest('hegao/readWord', { name, base64: Buffer.from(bytes).toString('base64') });

  it('are read from their bytes', async () => {
    const file = wordFile(p('在座谈会上的讲话') + p('同志们：'));
    assert.deepEqual(await read(file), { text: '在座谈会上的讲话\n同志们：\n', notices: [] });
  });

  it('that are none are refused with what to do', async () => {
    const { failure } = (await read(Buffer.from('同志们：'), '稿.wps')) as { readonly failure: string };
    assert.match(failure, /在 WPS 中另存为 \.docx 后再核/);
  });
});
