import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CancellationTokenSource,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  LSPErrorCodes,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { serverBuilt, serverFile } from './support/build.ts';
import { exitOf, MODERN } from './support/client.ts';
import { makeFolder, SPEECH } from './support/drafts.ts';

const uri = 'untitled:讲话';
const textDocument = { uri };
const opened = { textDocument: { uri, languageId: 'hegao-speech', version: 1, text: SPEECH } };

describe('language server: by the book', function () {
  this.timeout(30_000);
  let server: ChildProcess;
  let connection: ProtocolConnection;

  beforeEach(async () => {
    await serverBuilt;
    server = spawn(process.execPath, [serverFile, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    connection = createProtocolConnection(
      new StreamMessageReader(server.stdout!),
      new StreamMessageWriter(server.stdin!),
    );
    connection.listen();
  });
  afterEach(() => {
    connection.dispose();
    server.kill('SIGKILL');
  });

  const initialize = (processId: number | null = process.pid, folders: readonly string[] = []) =>
    connection.sendRequest(InitializeRequest.type, {
      processId,
      rootUri: null,
      capabilities: { ...MODERN, workspace: {} },
      workspaceFolders: folders.map((folder) => ({ uri: folder, name: '稿' })),
    });
  const start = async (...args: Parameters<typeof initialize>) => {
    await initialize(...args);
    await connection.sendNotification(InitializedNotification.type, {});
  };
  const refused = (code: number) => (error: unknown) => {
    assert.equal((error as { code?: number }).code, code, String(error));
    return true;
  };

  it('answers nothing before initialize, and everything after it', async () => {
    await connection.sendNotification(DidOpenTextDocumentNotification.type, opened);
    await assert.rejects(
      connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      refused(ErrorCodes.ServerNotInitialized),
    );
    await assert.rejects(
      connection.sendRequest(ShutdownRequest.type),
      refused(ErrorCodes.ServerNotInitialized),
    );
    await start();
    const before = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.deepEqual(before, [], 'a document that was opened too early is not open');
    await connection.sendNotification(DidOpenTextDocumentNotification.type, opened);
    const after = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.ok(after!.length > 0);
  });

  it('refuses a second initialize, and goes on', async () => {
    await start();
    await connection.sendNotification(DidOpenTextDocumentNotification.type, opened);
    await assert.rejects(initialize(), refused(ErrorCodes.InvalidRequest));
    const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    assert.ok(symbols!.length > 0);
  });

  it('answers nothing after shutdown, and exits with 0', async () => {
    await start();
    await connection.sendRequest(ShutdownRequest.type);
    await assert.rejects(
      connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
      refused(ErrorCodes.InvalidRequest),
    );
    await assert.rejects(connection.sendRequest(ShutdownRequest.type), refused(ErrorCodes.InvalidRequest));
    const exit = exitOf(server);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await exit, 0);
  });

  it('exits with 1 where nobody said initialize', async () => {
    const exit = exitOf(server);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await exit, 1);
  });

  it('answers a cancelled request with RequestCancelled', async () => {
    await start();
    const text = Array.from({ length: 200 }, () => SPEECH).join('');
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { ...opened.textDocument, text },
    });
    const source = new CancellationTokenSource();
    const asked = connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }, source.token);
    // Once this is answered the other one is being worked on.
    await connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: 'untitled:另一份' } });
    source.cancel();
    await assert.rejects(asked, refused(LSPErrorCodes.RequestCancelled));
  });

  it('ends with the process that it was started for, though its input stays open', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await start(parent.pid!);
    const exit = exitOf(server);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    assert.equal(await exit, 1);
  });

  it('ends with its input while a team dictionary is loading and drafts are compared', async () => {
    const folder = makeFolder();
    folder.write('dict.txt', '机收率 10 n\n');
    folder.write('.hegao.json', JSON.stringify({ segmenter: { dictionary: 'dict.txt' } }));
    for (let i = 0; i < 50; i++) folder.write(`讲话${i}.txt`, SPEECH);
    await start(process.pid, [folder.uri]);
    const draft = { ...opened.textDocument, uri: `${folder.uri}/讲话0.txt` };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: draft });
    await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: draft });
    const exit = exitOf(server);
    connection.end();
    server.stdin!.end();
    assert.equal(await exit, 1);
    folder.dispose();
  });

  it('leaves no process behind when its client is killed', async () => {
    const pidFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-lsp-')), 'pid');
    const client = spawn(process.execPath, [
      '-e',
      `const { spawn } = require('node:child_process');
       const server = spawn(process.execPath, [${JSON.stringify(serverFile)}, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
       require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(server.pid));
       process.stdout.write('started');`,
    ]);
    await once(client.stdout, 'data');
    const pid = Number(fs.readFileSync(pidFile, 'utf8'));
    client.kill('SIGKILL');
    await gone(pid);
    fs.rmSync(path.dirname(pidFile), { recursive: true });
  });
});

/** Settles once a process that is not a child of this one has ended; the test's own time limit says when it has not. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await pause(10);
  }
}
