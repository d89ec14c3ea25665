import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  NotificationType,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const statusNotification = new NotificationType<{ readonly message: string }>('hegao/status');

/** Milliseconds that a server may live: one that says nothing must not hold up the suite. */
const PATIENCE = 15_000;

/** What a language server said in its life: of itself, to the user, and the rules that found something in each text. */
export interface Talk {
  readonly initialized: InitializeResult;
  readonly messages: readonly string[];
  readonly rules: readonly (readonly string[])[];
}

/** Starts `hegao lsp --stdio`, by another program where `under` names one, opens the texts one after another, and ends the server as editors do. */
export async function talkToServer(
  cli: string,
  cwd: string,
  texts: readonly string[] = [],
  under: readonly string[] = [],
): Promise<Talk> {
  const [program = process.execPath, ...argv] = [...under, process.execPath, cli, 'lsp', '--stdio'];
  const server = spawn(program, argv, { cwd, timeout: PATIENCE });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const messages: string[] = [];
  connection.onNotification(statusNotification, ({ message }) => void messages.push(message));
  const published = new Map<string, (rules: readonly string[]) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) =>
    published.get(uri)?.(diagnostics.map(({ code }) => String(code)).sort()),
  );
  connection.listen();
  const ended = once(server, 'close');

  async function talk(): Promise<Talk> {
    const params = { processId: null, rootUri: null, capabilities: {} };
    const initialized = await connection.sendRequest(InitializeRequest.type, params);
    await connection.sendNotification(InitializedNotification.type, {});
    const rules: (readonly string[])[] = [];
    for (const [i, text] of texts.entries()) {
      const uri = `untitled:讲话${i}.speech`;
      const found = new Promise<readonly string[]>((resolve) => published.set(uri, resolve));
      const textDocument = { uri, languageId: 'hegao-speech', version: 1, text };
      await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      rules.push(await found);
    }
    await connection.sendRequest(ShutdownRequest.type);
    return { initialized, messages, rules };
  }

  const lost = ended.then(([status, signal]) => {
    throw new Error(`the server ended with ${status ?? signal}`);
  });
  lost.catch(() => {});
  const told = await Promise.race([talk(), lost]);
  await connection.sendNotification(ExitNotification.type);
  assert.deepEqual(await ended, [0, null]);
  return told;
}
