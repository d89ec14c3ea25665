import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  Diagnostic,
  DidChangeWatchedFilesRegistrationOptions,
} from 'vscode-languageserver-protocol/node';
import { serverBuilt, serverFile } from './support/build.ts';
import { type Client, MODERN, startClient } from './support/client.ts';
import { type Folder, makeFolder, SPEECH } from './support/drafts.ts';

const URI = 'untitled:Untitled-1';

describe('language server: settings of the editor', () => {
  it('asks for the section hegao, and asks anew when it changes', async () => {
    let section: unknown = { preset: 'hegao:final', rules: { 'numbering-gap': 'off' } };
    const client = await startClient({ configuration: () => section });
    client.open(URI, SPEECH);
    const first = await client.pull(URI);
    assert.deepEqual(first.kind === 'full' && levels(first.items), {
      'placeholder-number': 1,
      'placeholder-date': 1,
    });
    section = { preset: null, rules: { 'placeholder-date': { severity: 'hint' } } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.refreshes.take();
    const second = await client.pull(URI, first.resultId);
    assert.deepEqual(second.kind === 'full' && levels(second.items), {
      'placeholder-number': 2,
      'numbering-gap': 2,
      'placeholder-date': 4,
    });
    await client.stop();
  });

  it('answers unchanged where a change of settings changes nothing', async () => {
    const client = await startClient({ configuration: () => ({ trace: { server: 'off' } }) });
    client.open(URI, SPEECH);
    const { resultId } = await client.pull(URI);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.refreshes.take();
    assert.deepEqual(await client.pull(URI, resultId), { kind: 'unchanged', resultId });
    await client.stop();
  });

  it('takes initializationOptions, and what is sent later, from clients that cannot be asked', async () => {
    const client = await startClient({
      capabilities: { textDocument: MODERN.textDocument! },
      initializationOptions: { preset: 'hegao:final' },
    });
    client.open(URI, SPEECH);
    assert.equal(levels(await client.diagnostics(URI))['placeholder-number'], 1);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { hegao: { rules: { 'placeholder-number': 'info' } } },
    });
    assert.equal(levels(await client.diagnostics(URI))['placeholder-number'], 3);
    await client.stop();
  });

  it('tells what is wrong in them once, and goes by the rest', async () => {
    const client = await startClient({
      configuration: () => ({
        preset: 'strict',
        rules: { 'placeholder-number': 'loud', 'numbering-gap': 'off' },
      }),
    });
    client.open(URI, SPEECH);
    client.open('untitled:b', SPEECH);
    const expected = { 'placeholder-number': 2, 'placeholder-date': 2 };
    assert.deepEqual(levels(await client.diagnostics(URI)), expected);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.refreshes.take();
    assert.deepEqual(levels(await client.diagnostics('untitled:b')), expected);
    assert.deepEqual(
      client.statuses.all.map(({ kind }) => kind),
      ['warning', 'warning'],
    );
    assert.match(
      client.statuses.all[0]!.message,
      /hegao\.preset 不能是"strict"，可用：hegao:draft、hegao:final、hegao:masked/,
    );
    assert.match(client.statuses.all[1]!.message, /hegao\.rules 有误：.*“loud”/);
    await client.stop();
  });
});

describe('language server: configuration files', () => {
  let folder: Folder;
  let client: Client;
  beforeEach(async () => {
    folder = makeFolder();
    client = await startClient({
      folders: [folder.uri],
      configuration: () => ({ rules: { 'placeholder-date': 'info', 'numbering-gap': 'info' } }),
    });
  });
  afterEach(async () => {
    await client.stop();
    folder.dispose();
  });

  it('stand above the settings of the editor, for untitled documents too', async () => {
    folder.write('.hegao.json', '{"rules": {"numbering-gap": "error"}}');
    const expected = { 'placeholder-number': 2, 'numbering-gap': 1, 'placeholder-date': 3 };
    for (const uri of [`${folder.uri}/稿件/讲话.txt`, URI]) {
      client.open(uri, SPEECH);
      assert.deepEqual(levels(await client.diagnostics(uri)), expected);
    }
  });

  it('leave out drafts', async () => {
    folder.write('.hegao.json', '{"ignore": ["样稿/**"]}');
    client.open(`${folder.uri}/样稿/讲话.txt`, SPEECH);
    assert.deepEqual(await client.diagnostics(`${folder.uri}/样稿/讲话.txt`), []);
  });

  it('are watched, and their changes count at once', async () => {
    const registration = await client.registrations.take(
      ({ method }) => method === 'workspace/didChangeWatchedFiles',
    );
    const { watchers } = registration.registerOptions as DidChangeWatchedFilesRegistrationOptions;
    assert.deepEqual(
      watchers.map(({ globPattern }) => globPattern),
      [
        '**/.hegao.json',
        '**/.hegao.jsonc',
        '**/.hegao.yaml',
        '**/.hegao-ignore.yaml',
        '**/*.{txt,md,speech,讲稿}',
      ],
    );
    const draft = `${folder.uri}/讲话.txt`;
    client.open(draft, SPEECH);
    assert.equal(levels(await client.diagnostics(draft))['placeholder-number'], 2);
    await changed(folder.write('.hegao.yaml', 'extends: hegao:final\n'));
    assert.equal(levels(await client.diagnostics(draft))['placeholder-number'], 1);
    folder.remove('.hegao.yaml');
    await changed(`${folder.uri}/.hegao.yaml`);
    assert.equal(levels(await client.diagnostics(draft))['placeholder-number'], 2);
  });

  it('are read again at a save where the client watches no files', async () => {
    const { didChangeWatchedFiles: _, ...workspace } = MODERN.workspace!;
    const plain = await startClient({ capabilities: { ...MODERN, workspace } });
    const draft = `${folder.uri}/讲话.txt`;
    plain.open(draft, SPEECH);
    assert.equal(levels(await plain.diagnostics(draft))['placeholder-number'], 2);
    folder.write('.hegao.json', '{"extends": "hegao:final"}');
    await plain.connection.sendNotification('textDocument/didSave', { textDocument: { uri: draft } });
    await plain.refreshes.take();
    assert.equal(levels(await plain.diagnostics(draft))['placeholder-number'], 1);
    await plain.stop();
  });

  it('with a mistake show it in their own text, and the editor’s settings hold meanwhile', async () => {
    const config = folder.write('.hegao.json', '{\n  "rules": {"numbering-gap": "loud"}\n}\n');
    const draft = `${folder.uri}/讲话.txt`;
    client.open(draft, SPEECH);
    assert.deepEqual(levels(await client.diagnostics(draft)), {
      'placeholder-number': 2,
      'numbering-gap': 3,
      'placeholder-date': 3,
    });
    const { uri, diagnostics } = await client.published.take();
    assert.equal(fileURLToPath(uri), fileURLToPath(config));
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostics[0]?.severity, 1);
    assert.match(String(diagnostics[0]?.message), /“loud”.*可用：error、warning/);
    assert.deepEqual(diagnostics[0]?.range, {
      start: { line: 1, character: 29 },
      end: { line: 1, character: 35 },
    });

    await changed(folder.write('.hegao.json', '{"rules": {"numbering-gap": "hint"}}'));
    assert.deepEqual(await client.published.take(), { uri, diagnostics: [] });
    assert.equal(levels(await client.diagnostics(draft))['numbering-gap'], 4);
  });

  it('with a mistake in the table of figures that they name show it in the table', async () => {
    const table = folder.write('口径表.csv', '指标,数值,单位\n税收收入,5.2,亿元\n粮食总产量,约46,万吨\n');
    folder.write('.hegao.yaml', 'metrics:\n  ledger: 口径表.csv\n');
    await client.stop();
    client = await startClient({ folders: [folder.uri] });
    const draft = folder.write('讲话.txt', SPEECH);
    client.open(draft, SPEECH);
    await client.diagnostics(draft);
    const { uri, diagnostics } = await client.published.take();
    assert.equal(uri, table);
    assert.deepEqual(
      diagnostics.map(({ range, message }) => [range.start, message]),
      [[{ line: 2, character: 0 }, '数值应为一个数，不能是“约46”；单位请写在“单位”一栏。']],
    );
    await client.stop();
    folder.write('口径表.csv', '指标,数值,单位\n税收收入,5.2,亿元\n粮食总产量,46,万吨\n');
    client = await startClient({ folders: [folder.uri] });
    client.open(draft, SPEECH);
    await client.diagnostics(draft);
    assert.deepEqual(client.published.all, []);
  });

  it('lose their mistakes from view with the last draft that they count for', async () => {
    folder.write('.hegao.json', '{');
    const drafts = [`${folder.uri}/甲.txt`, `${folder.uri}/乙.txt`];
    for (const draft of drafts) {
      client.open(draft, SPEECH);
      await client.diagnostics(draft);
    }
    const { uri, diagnostics } = await client.published.take();
    assert.equal(diagnostics.length, 1);
    for (const draft of drafts) client.close(draft);
    assert.deepEqual(await client.published.take(), { uri, diagnostics: [] });
    assert.equal(client.published.all.length, 2);
  });

  async function changed(uri: string): Promise<void> {
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri, type: 2 }],
    });
    await client.refreshes.take();
  }
});

describe('language server: without the word engine', () => {
  it('says once that rules cannot run, and runs the others', async () => {
    await serverBuilt;
    const folder = makeFolder();
    const server = path.join(fileURLToPath(folder.uri), 'server.js');
    fs.copyFileSync(serverFile, server);
    const client = await startClient({ server });
    const long = `${SPEECH}${'　　各乡镇要把烘干设备检修到位、把机手组织到位。\n'.repeat(6)}`;
    client.open(URI, long);
    client.open('untitled:b', long);
    assert.equal(levels(await client.diagnostics(URI))['placeholder-number'], 2);
    assert.equal(levels(await client.diagnostics('untitled:b'))['placeholder-number'], 2);
    assert.equal(client.statuses.all.length, 1);
    assert.match(client.statuses.all[0]!.message, /分词|词典/);
    await client.stop();
    folder.dispose();
  });
});

/** Rule → severity. */
function levels(diagnostics: readonly Diagnostic[]): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(diagnostics.map(({ code, severity }) => [code, severity]));
}
