import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import { documentSelector, isCovered } from './coverage.ts';
import { statusNotification } from './protocol.ts';

/** The language server's life: started when first needed, started anew when other languages are to be checked. */
export interface Session {
  /** The running client, started if need be; undefined when the server cannot start (the user has been told). */
  client(): Promise<LanguageClient | undefined>;
  /** The client if it runs already. */
  running(): LanguageClient | undefined;
  /** Fires after each start, with the documents covered by then. */
  readonly onDidStart: vscode.Event<LanguageClient>;
  stop(): Promise<void>;
}

/** Makes the session and its listeners. Starts the server at once if an open document wants it. */
export function createSession(context: vscode.ExtensionContext): Session {
  const output = vscode.window.createOutputChannel('核稿 hegao', { log: true });
  const started = new vscode.EventEmitter<LanguageClient>();
  const shown = new Set<string>();
  let current: LanguageClient | undefined;
  let selector = '';
  // After a failure only a command tries again: each document opened would bring the same message.
  let failed = false;
  // Starts and stops wait for each other: two clients at once would double every finding.
  let queue: Promise<unknown> = Promise.resolve();

  const enqueue = <T>(task: () => Promise<T>): Promise<T> => {
    const next = queue.then(task);
    queue = next.catch(() => undefined);
    return next;
  };

  const halt = async (): Promise<void> => {
    const client = current;
    current = undefined;
    await client?.dispose().catch((error) => output.warn(String(error)));
  };

  const launch = async (): Promise<LanguageClient | undefined> => {
    selector = JSON.stringify(documentSelector());
    const client = makeClient(context, output);
    client.onNotification(statusNotification, (status) => {
      if (shown.has(status.message)) return;
      shown.add(status.message);
      const show =
        status.kind === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
      void show(status.message);
    });
    try {
      await client.start();
    } catch (error) {
      failed = true;
      output.error(String(error));
      await client.dispose().catch(() => undefined);
      void vscode.window.showErrorMessage(
        `核稿服务未能启动，讲话稿暂时无法检查。请在“输出”面板查看“核稿 hegao”的记录。（${String(error)}）`,
      );
      return undefined;
    }
    current = client;
    failed = false;
    started.fire(client);
    return client;
  };

  const start = (): Promise<LanguageClient | undefined> => enqueue(async () => current ?? launch());

  const startIfWanted = (): void => {
    if (current === undefined && !failed && vscode.workspace.textDocuments.some(isCovered)) void start();
  };

  const followSettings = (): void => {
    void enqueue(async () => {
      if (current !== undefined && selector !== JSON.stringify(documentSelector())) {
        await halt();
        await launch();
      }
    });
    startIfWanted();
  };

  context.subscriptions.push(
    output,
    started,
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isCovered(document)) startIfWanted();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hegao.languages')) followSettings();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(followSettings),
  );
  startIfWanted();

  return {
    client: start,
    running: () => current,
    onDidStart: started.event,
    stop: () => enqueue(halt),
  };
}

function makeClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('server/out/server.js');
  return new LanguageClient(
    'hegao',
    '核稿 hegao',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector: documentSelector(),
      diagnosticPullOptions: { onChange: true },
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    },
  );
}
