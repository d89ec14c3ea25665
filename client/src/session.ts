import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { applyAndSaveFeature } from './applyAndSave.ts';
import { documentSelector, isCovered } from './coverage.ts';
import { plain } from './plainText.ts';
import { statusNotification } from './protocol/index.ts';
import { createRecovery } from './recovery.ts';

const RESTART = '重新启动';
const GIVEN_UP =
  '核稿服务三分钟内五次意外停止，不再自动启动，讲话稿暂时无法检查。请在“输出”面板查看“核稿 hegao”的记录。';

/** How the server runs here, and what it can reach. */
export interface ServerHost {
  /** A client that has not been started. */
  readonly createClient: (options: LanguageClientOptions) => BaseLanguageClient;
  /** Whether the server can read files of a folder that are not open. */
  readonly reads: (folder: vscode.Uri) => boolean;
  /** Makes a file that nobody but its owner reads; absent where a host has no such thing. @throws where it is there already */
  readonly createPrivate?: (file: vscode.Uri, content: Uint8Array) => void;
  /** Whether it can write files beside those that are edited. */
  readonly writesFiles: boolean;
}

/** The language server's life: started when first needed, started anew when other languages are to be checked. */
export interface Session {
  /** The running client, started if need be; undefined when the server cannot start (the user has been told). */
  client(): Promise<BaseLanguageClient | undefined>;
  /** The client if it runs already. */
  running(): BaseLanguageClient | undefined;
  /** Fires after each start, with the documents covered by then. */
  readonly onDidStart: vscode.Event<BaseLanguageClient>;
  /** Fires with what the user is told when a server that ended again and again is not started any more. */
  readonly onDidGiveUp: vscode.Event<string>;
  readonly reads: ServerHost['reads'];
  stop(): Promise<void>;
}

/** Makes the session and its listeners. Starts the server at once if an open document wants it. */
export function createSession(context: vscode.ExtensionContext, host: ServerHost): Session {
  const output = vscode.window.createOutputChannel('核稿 hegao', { log: true });
  const started = new vscode.EventEmitter<BaseLanguageClient>();
  const gaveUp = new vscode.EventEmitter<string>();
  const shown = new Set<string>();
  let current: BaseLanguageClient | undefined;
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

  const launch = async (): Promise<BaseLanguageClient | undefined> => {
    selector = JSON.stringify(documentSelector());
    const client: BaseLanguageClient = host.createClient({
      documentSelector: documentSelector(),
      initializationOptions: { trusted: vscode.workspace.isTrusted },
      diagnosticPullOptions: { onChange: true },
      outputChannel: output,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: createRecovery(() => giveUp(client)).errorHandler,
    });
    client.registerFeature(applyAndSaveFeature);
    client.onNotification(statusNotification, (status) => {
      if (shown.has(status.message)) return;
      shown.add(status.message);
      const show =
        status.kind === 'warning' ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
      void show(plain(status.message));
    });
    try {
      await client.start();
    } catch (error) {
      failed = true;
      output.error(String(error));
      await client.dispose().catch(() => undefined);
      void vscode.window.showErrorMessage(
        plain(
          `核稿服务未能启动，讲话稿暂时无法检查。请在“输出”面板查看“核稿 hegao”的记录。（${String(error)}）`,
        ),
      );
      return undefined;
    }
    current = client;
    failed = false;
    started.fire(client);
    return client;
  };

  const start = (): Promise<BaseLanguageClient | undefined> => enqueue(async () => current ?? launch());

  const giveUp = (client: BaseLanguageClient): void => {
    // One that never came up has a message of its own.
    if (current !== client) return;
    current = undefined;
    failed = true;
    void vscode.window.showErrorMessage(GIVEN_UP, RESTART).then((chosen) => {
      if (chosen === RESTART) void start();
    });
    gaveUp.fire(GIVEN_UP);
  };

  const startIfWanted = (): void => {
    if (current === undefined && !failed && vscode.workspace.textDocuments.some(isCovered)) void start();
  };

  /** The server holds back in a workspace that is not trusted; once it is, it starts anew with all it can. */
  const startAnew = (): void => {
    void enqueue(async () => {
      if (current === undefined) return;
      await halt();
      await launch();
    });
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
    gaveUp,
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isCovered(document)) startIfWanted();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hegao.languages')) followSettings();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(followSettings),
    vscode.workspace.onDidGrantWorkspaceTrust(startAnew),
  );
  startIfWanted();

  return {
    client: start,
    running: () => current,
    onDidStart: started.event,
    onDidGiveUp: gaveUp.event,
    reads: host.reads,
    stop: () => enqueue(halt),
  };
}
