import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  ShutdownRequest,
} from 'vscode-languageserver-protocol/node';
import { version } from '../../package.json';
import { serverBuilt, serverFile } from './support/build.ts';
import { exitOf, MODERN, startClient } from './support/client.ts';

describe('language server: start and end', () => {
  it('says what it can do to a client that pulls diagnostics', async () => {
    const client = await startClient();
    const { capabilities, serverInfo } = client.initialized;
    assert.deepEqual(serverInfo, { name: 'hegao', version });
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'hegao',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    assert.deepEqual(capabilities.codeActionProvider, { codeActionKinds: ['quickfix', 'refactor.rewrite'] });
    assert.equal(capabilities.documentSymbolProvider, true);
    assert.equal(capabilities.foldingRangeProvider, true);
    assert.equal(capabilities.hoverProvider, true);
    await client.stop();
  });

  it('offers a client without capabilities only what it can take', async () => {
    const client = await startClient({ capabilities: {} });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    assert.equal(client.initialized.capabilities.codeActionProvider, false);
    await client.stop();
  });

  it('exits with 0 after shutdown', async () => {
    const client = await startClient();
    assert.equal(await client.stop(), 0);
  });

  it('exits with 1 without shutdown', async () => {
    const client = await startClient();
    const exit = exitOf(client.process);
    await client.connection.sendNotification(ExitNotification.type);
    assert.equal(await exit, 1);
  });

  it('exits when the client goes away', async () => {
    const client = await startClient();
    const exit = exitOf(client.process);
    client.connection.end();
    client.process.stdin!.end();
    assert.equal(await exit, 1);
  });

  it('speaks over node ipc, as the extension starts it', async () => {
    await serverBuilt;
    const child = fork(serverFile, ['--node-ipc'], { execArgv: [] });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: MODERN,
      workspaceFolders: null,
    });
    assert.equal(serverInfo?.name, 'hegao');
    await connection.sendRequest(ShutdownRequest.type);
    const exit = exitOf(child);
    await connection.sendNotification(ExitNotification.type);
    assert.equal(await exit, 0);
    connection.dispose();
  });
});
