import { type ChildProcess, spawn } from 'node:child_process';
import {
  CancellationToken,
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import type { StatusParams } from '../../../server/src/lsp/protocol/index.ts';
import { serverBuilt, serverFile } from './build.ts';
import { createInbox, type Inbox } from './inbox.ts';

/** What an editor of today can do. */
export const MODERN: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true },
    codeAction: {
      disabledSupport: true,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor.rewrite'] } },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
  },
  window: { workDoneProgress: true },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** URIs. */
  readonly folders?: readonly string[];
  /** Answers `workspace/configuration`, scope by scope. */
  readonly configuration?: (scopeUri: string | undefined) => unknown;
  /** The bundle to start. */
  readonly server?: string;
  /** Options of node itself. */
  readonly nodeArgs?: readonly string[];
  /** Whether there is a channel to the server besides the protocol's. */
  readonly ipc?: boolean;
  /** Called before anything is sent. */
  readonly listen?: (connection: ProtocolConnection) => void;
  readonly env?: Readonly<Record<string, string>>;
}

/** An editor, as far as the server can tell. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly process: ChildProcess;
  readonly published: Inbox<PublishDiagnosticsParams>;
  readonly refreshes: Inbox<'refresh'>;
  readonly registrations: Inbox<Registration>;
  readonly statuses: Inbox<StatusParams>;
  readonly open: (uri: string, text: string, languageId?: string) => void;
  readonly change: (uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]) => void;
  readonly close: (uri: string) => void;
  readonly pull: (
    uri: string,
    previousResultId?: string,
    token?: CancellationToken,
  ) => Promise<DocumentDiagnosticReport>;
  /** The diagnostics of a full pull report. */
  readonly diagnostics: (uri: string) => Promise<readonly Diagnostic[]>;
  /** Ends the server as the protocol says; settles with its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts the built server over standard input and output, and says hello. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
  await serverBuilt;
  const { server = serverFile, nodeArgs = [], ipc = false } = options;
  const process_ = spawn(process.execPath, [...nodeArgs, server, '--stdio'], {
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'inherit', ...(ipc ? (['ipc'] as const) : [])],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(process_.stdout!),
    new StreamMessageWriter(process_.stdin!),
  );
  const published = createInbox<PublishDiagnosticsParams>();
  const refreshes = createInbox<'refresh'>();
  const registrations = createInbox<Registration>();
  const statuses = createInbox<StatusParams>();
  connection.onNotification(PublishDiagnosticsNotification.type, published.put);
  connection.onNotification('hegao/status', statuses.put);
  connection.onRequest(DiagnosticRefreshRequest.type, () => refreshes.put('refresh'));
  connection.onRequest(RegistrationRequest.type, (params) => params.registrations.forEach(registrations.put));
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    Promise.all(items.map(({ scopeUri }) => options.configuration?.(scopeUri) ?? null)),
  );
  options.listen?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: options.capabilities ?? MODERN,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: 'drafts' })) ?? null,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const pull: Client['pull'] = (uri, previousResultId, token = CancellationToken.None) =>
    connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) },
      token,
    );
  return {
    connection,
    initialized,
    process: process_,
    published,
    refreshes,
    registrations,
    statuses,
    open: (uri, text, languageId = 'hegao-speech') =>
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, ...contentChanges) =>
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      }),
    close: (uri) =>
      void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    pull,
    async diagnostics(uri) {
      const report = await pull(uri);
      if (report.kind !== 'full') throw new Error(`expected a full report, got ${report.kind}`);
      return report.items;
    },
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      const exit = exitOf(process_);
      await connection.sendNotification(ExitNotification.type);
      const code = await exit;
      connection.dispose();
      return code;
    },
  };
}

/** Settles with a process's exit code. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}
