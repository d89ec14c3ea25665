import assert from 'node:assert/strict';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentSymbolRequest,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { type Client, startClient } from './support/client.ts';
import { type Folder, makeFolder, SPEECH } from './support/drafts.ts';

const report = (value: string) => `2024年清河县工作汇报\n2024年，清河县实现地区生产总值${value}亿元。\n`;
const SAID = `在县域经济现场会上的讲话\n同志们：\n会前看了几个点。\n2024年，清河县地区生产总值53.7亿元。\n`;
const OFF = JSON.stringify({ rules: { 'placeholder-number': 'off', 'metric-drafts': 'warning' } });

describe('language server: what happens around open documents', function () {
  this.timeout(30_000);
  let folder: Folder;
  let client: Client;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    fs.rmSync(fileURLToPath(folder.uri), { recursive: true, force: true });
  });

  const codes = async (uri: string) => (await client.diagnostics(uri)).map(({ code }) => String(code));
  const has = async (uri: string, code: string) => (await codes(uri)).includes(code);
  const changed = (...changes: readonly (readonly [string, FileChangeType])[]) =>
    client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: changes.map(([uri, type]) => ({ uri, type })),
    });
  /** Waits until something is or is not said of a document; the server tells when to look again. */
  const until = async (uri: string, code: string, wanted: boolean): Promise<void> => {
    while ((await has(uri, code)) !== wanted) await client.refreshes.take();
  };

  it('a file changed, renamed and deleted by others counts as it is then', async () => {
    const other = folder.write('汇报.txt', report('57.3'));
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', SAID);
    client.open(uri, SAID);
    await until(uri, 'metric-drafts', true);
    folder.write('汇报.txt', report('53.7'));
    await changed([other, FileChangeType.Changed]);
    await until(uri, 'metric-drafts', false);
    folder.remove('汇报.txt');
    const renamed = folder.write('旧/汇报二.txt', report('58.3'));
    await changed([other, FileChangeType.Deleted], [renamed, FileChangeType.Created]);
    await until(uri, 'metric-drafts', true);
    fs.rmSync(fileURLToPath(renamed));
    await changed([renamed, FileChangeType.Deleted]);
    await until(uri, 'metric-drafts', false);
  });

  it('an open document is checked though its file is deleted, and its closing leaves nothing', async () => {
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('汇报.txt', report('57.3'));
    const own = folder.write('讲话.txt', SAID);
    client.open(uri, report('57.3'));
    client.open(own, SAID);
    await codes(uri);
    await until(own, 'metric-drafts', true);
    folder.remove('汇报.txt');
    await changed([uri, FileChangeType.Deleted]);
    assert.ok(await has(own, 'metric-drafts'), 'it still stands in the editor');
    client.close(uri);
    await until(own, 'metric-drafts', false);
  });

  it('folders that are added count, and folders that are removed count no more', async () => {
    const other = makeFolder();
    other.write('汇报.txt', report('57.3'));
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', SAID);
    client.open(uri, SAID);
    assert.ok(!(await has(uri, 'metric-drafts')));
    const event = (added: readonly Folder[], removed: readonly Folder[]) =>
      client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
        event: {
          added: added.map((one) => ({ uri: one.uri, name: '稿' })),
          removed: removed.map((one) => ({ uri: one.uri, name: '稿' })),
        },
      });
    await event([other], []);
    await until(uri, 'metric-drafts', true);
    await event([], [other]);
    await until(uri, 'metric-drafts', false);
    other.dispose();
  });

  it('a configuration file that is removed counts no more', async () => {
    const config = folder.write('.hegao.json', OFF);
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', SPEECH);
    client.open(uri, SPEECH);
    assert.ok(!(await has(uri, 'placeholder-number')));
    folder.remove('.hegao.json');
    await changed([config, FileChangeType.Deleted]);
    assert.ok(await has(uri, 'placeholder-number'));
  });

  it('a folder that is gone takes nothing with it but its files', async () => {
    folder.write('汇报.txt', report('57.3'));
    folder.write('.hegao.json', OFF);
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', `${SAID}已收割xx万亩。\n`);
    client.open(uri, `${SAID}已收割xx万亩。\n`);
    await until(uri, 'metric-drafts', true);
    fs.rmSync(fileURLToPath(folder.uri), { recursive: true });
    await changed(
      [`${folder.uri}/汇报.txt`, FileChangeType.Deleted],
      [`${folder.uri}/.hegao.json`, FileChangeType.Deleted],
    );
    await until(uri, 'metric-drafts', false);
    assert.ok(await has(uri, 'placeholder-number'), 'the configuration is gone');
  });

  it('files and folders that cannot be read are passed over', async () => {
    const path = (name: string) => fileURLToPath(`${folder.uri}/${name}`);
    const locked = folder.write('locked/a.txt', report('57.3'));
    fs.chmodSync(path('locked'), 0);
    fs.symlinkSync(path('nowhere'), path('broken.txt'));
    fs.symlinkSync(path('loop.txt'), path('loop.txt'));
    fs.symlinkSync(path('.'), path('round'));
    fs.mkdirSync(path('folder.txt'));
    folder.write('汇报.txt', report('57.3'));
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话.txt', SAID);
    client.open(uri, SAID);
    await until(uri, 'metric-drafts', true);
    fs.chmodSync(path('locked'), 0o755);
    await changed([locked, FileChangeType.Changed]);
    assert.ok(await has(uri, 'metric-drafts'));
  });

  it('an untitled document is checked, saved under a name and checked there', async () => {
    client = await startClient({ folders: [folder.uri] });
    client.open('untitled:Untitled-1', SPEECH);
    const before = await codes('untitled:Untitled-1');
    const uri = folder.write('讲话.txt', SPEECH);
    client.close('untitled:Untitled-1');
    client.open(uri, SPEECH);
    assert.deepEqual(await codes(uri), before);
    assert.deepEqual(await client.pull('untitled:Untitled-1'), { kind: 'full', items: [] });
  });

  it('one file open under two names is two documents of their own, and no other draft of itself', async () => {
    client = await startClient({ folders: [folder.uri] });
    const uri = folder.write('讲话 稿.txt', SAID);
    const twin = uri.replace('%20', ' ');
    assert.notEqual(twin, uri);
    client.open(uri, SAID);
    client.open(twin, SAID.replace('53.7', '57.3'));
    await codes(uri);
    await codes(twin);
    const at = { line: 0, character: 0 };
    client.change(twin, 2, { range: { start: at, end: at }, text: '已收割xx万亩。\n' });
    assert.ok(!(await has(uri, 'placeholder-number')));
    assert.ok(await has(twin, 'placeholder-number'));
    for (const one of [uri, twin]) assert.ok(!(await has(one, 'metric-drafts')));
    client.close(twin);
    assert.deepEqual(await client.pull(twin), { kind: 'full', items: [] });
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri },
    });
    assert.ok(symbols!.length > 0);
  });

  it('a line of a million characters is checked to its end, and other documents meanwhile', async () => {
    client = await startClient();
    const long = `在会上的讲话\n${'各乡镇要抓紧排查隐患，'.repeat(90_000)}已收割xx万亩。\n`;
    client.open('untitled:长', long);
    const found = client.diagnostics('untitled:长');
    client.open('untitled:短', SPEECH);
    assert.ok(await has('untitled:短', 'placeholder-number'));
    assert.ok(
      (await found).some(
        ({ code, range }) => code === 'placeholder-number' && range.start.character > 980_000,
      ),
    );
  });

  it('what is asked after a document was closed brings nothing of it back', async () => {
    folder.write('.hegao.json', '{ "rules": { "no-such-rule": "off" } }');
    client = await startClient({ folders: [folder.uri] });
    const config = `${folder.uri}/.hegao.json`;
    const uri = folder.write('讲话.txt', SPEECH);
    for (let round = 0; round < 5; round++) {
      client.open(uri, SPEECH);
      void client.pull(uri).catch(() => undefined);
      client.close(uri);
      assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] });
    }
    await client.connection.sendRequest('hegao/compare', { uri, earlier: SPEECH });
    const last = client.published.all.filter((params) => params.uri === config).at(-1);
    assert.deepEqual(last?.diagnostics ?? [], [], 'mistakes are shown for no open draft');
  });
});
