import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDraft } from '../../server/src/draft/read.ts';
import { answerExport } from '../../server/src/lsp/export-word.ts';
import type { ExportWordResult } from '../../server/src/lsp/protocol/index.ts';
import { createWebHost } from '../../server/src/lsp/web/host.ts';
import { paragraphTexts } from '../support/docx-parts.ts';
import { WORD_SPEECH } from '../support/word-speech.ts';
import { type Client, startClient } from './support/client.ts';
import { type Folder, makeFolder, SPEECH } from './support/drafts.ts';

describe('language server: 导出 Word', () => {
  let client: Client;
  let folder: Folder;
  let uri = '';
  before(async () => {
    folder = makeFolder();
    uri = folder.write('讲话.txt', SPEECH);
    client = await startClient();
    client.open(uri, WORD_SPEECH);
  });
  after(async () => {
    await client.stop();
    folder.dispose();
  });
  const exported = (wish: { readonly to: string; readonly profile?: string; readonly uri?: string }) =>
    client.connection.sendRequest<ExportWordResult>('hegao/exportWord', { uri, profile: 'gb9704', ...wish });

  it('writes the draft as it stands in the editor, over what is there', async () => {
    const to = folder.write('讲话.docx', '旧');
    const { written, message } = await exported({ to });
    const paragraphs = paragraphTexts(fs.readFileSync(fileURLToPath(to)));
    assert.deepEqual([written, message], [true, `已导出 Word，${paragraphs.length}段。`]);
    assert.equal(paragraphs[0], '在全县民宿发展推进会上的讲话');
  });

  it('takes a profile file, and says where it is wrong', async () => {
    const to = new URL('一.docx', uri).href;
    const profile = folder.write('版式.json', '{"linse": 20}');
    const { written, message } = await exported({ to, profile });
    assert.equal(written, false);
    assert.match(message, /^版式文件 .*版式\.json 有误：1:2 版式里没有“linse”这一项/);
    assert.ok(!fs.existsSync(fileURLToPath(to)));
    const right = folder.write('版式.json', '{"extends": "reading"}');
    assert.equal((await exported({ to, profile: right })).written, true);
  });

  it('refuses with a sentence: not open, another ending, not on this disk, classified', async () => {
    const to = new URL('二.docx', uri).href;
    const sentences = await Promise.all([
      exported({ to, uri: `${uri}.txt` }),
      exported({ to: new URL('二.doc', uri).href }),
      exported({ to: 'memfs:/二.docx' }),
    ]);
    assert.deepEqual(
      sentences.map(({ message }) => message),
      ['请先打开要导出的稿子。', '导出的文件应为 .docx。', '只能导出到本机的文件夹。'],
    );
    client.open('untitled:密', `秘密★\n${WORD_SPEECH}`);
    assert.match((await exported({ to, uri: 'untitled:密' })).message, /^稿子标有密级，不导出；/);
    assert.ok(!fs.existsSync(fileURLToPath(to)));
  });

  it('asks for what it needs', async () => {
    await assert.rejects(client.connection.sendRequest('hegao/exportWord', { uri }), /profile: string/);
  });

  it('says that a browser cannot', async () => {
    const host = createWebHost({ sendRequest: () => Promise.reject(new Error('not asked')) });
    const wish = { uri: 'drafts:/讲话.txt', to: 'drafts:/讲话.docx', profile: 'gb9704' };
    const { written, message } = await answerExport(wish, readDraft(WORD_SPEECH), host);
    assert.deepEqual(
      [written, message],
      [false, '网页版不能导出 Word，请用桌面版打开，或用命令行 hegao export。'],
    );
  });
});
