import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver/node';
import { createChecker } from '../engine/check.ts';
import type { Context } from '../engine/types.ts';
import { rules } from '../rules/index.ts';
import { pages } from '../rules/pages.generated.ts';
import { loadWords } from '../words/load.ts';
import type { Words } from '../words/words.ts';
import { codeActions } from './code-actions.ts';
import { createConfigProblems } from './config-problems.ts';
import { createPublisher, pullReport } from './diagnostics.ts';
import { createDocuments, unchangingDocuments } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import { foldingRanges } from './folding.ts';
import { hoverAt } from './hover.ts';
import { placeholdersIn } from './placeholders.ts';
import { checkWorkspaceRequest, placeholdersRequest, renumberRequest } from './protocol.ts';
import { renumberAt } from './renumber.ts';
import { createStatus } from './status.ts';
import { documentSymbols, flatSymbols } from './symbols.ts';
import { isConfigUri } from './uris.ts';
import { checkWorkspace } from './workspace.ts';
import { connectSettings } from './workspace-settings.ts';

/** Answers a client: every handler is set here, each feature is in its own file. */
export function serve(connection: Connection, features: ClientFeatures, params: InitializeParams): void {
  const status = createStatus(connection);
  const context: Context = { words: lazyWords(status.tell) };
  const checker = createChecker(rules, context);
  const open = new TextDocuments(unchangingDocuments);
  const send = (params: Parameters<Connection['sendDiagnostics']>[0]) =>
    void connection.sendDiagnostics(params);
  const configProblems = createConfigProblems(send);
  const settings = connectSettings(connection, features, params, {
    rules,
    report: configProblems.report,
    tell: status.tell,
    changed: refresh,
  });
  const draftDocument = (uri: string) => (isConfigUri(uri) ? undefined : open.get(uri));
  const { read, check } = createDocuments(draftDocument, checker, settings.of);
  const checked: typeof check = async (uri, token) => {
    const analysis = await check(uri, token);
    for (const { message } of analysis?.result.failures ?? []) status.tell(message);
    return analysis;
  };
  const fail = (error: unknown) => connection.console.error(String(error));
  const publisher = createPublisher(checked, features, send, fail);

  /** After a change of settings: whoever shows findings learns that they may be others now. */
  function refresh(): void {
    settings.forget();
    if (features.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
    for (const { uri } of open.all().filter((document) => !isConfigUri(document.uri))) {
      if (features.pullsDiagnostics) settings.of(uri).catch(fail);
      else publisher.changed(uri);
    }
  }

  open.listen(connection);
  open.onDidChangeContent(({ document: { uri } }) => {
    if (!features.pullsDiagnostics && !isConfigUri(uri)) publisher.changed(uri);
  });
  open.onDidSave(({ document }) => {
    // Where nobody watches the files, a save is the time to look at the configuration again.
    if (isConfigUri(document.uri) || !features.watchesFiles) refresh();
  });
  open.onDidClose(({ document: { uri } }) => {
    configProblems.closed(uri);
    settings.closed(uri);
    if (!features.pullsDiagnostics && !isConfigUri(uri)) publisher.closed(uri);
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) =>
    pullReport(await checked(textDocument.uri, token), previousResultId, features),
  );
  connection.onCodeAction(async (params, token) => {
    const analysis = await checked(params.textDocument.uri, token);
    return analysis ? codeActions(analysis, params, features) : [];
  });
  connection.onHover(async ({ textDocument, position }, token) => {
    const analysis = await checked(textDocument.uri, token);
    return analysis ? hoverAt(analysis, position, pages, features) : null;
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const reading = read(textDocument.uri);
    if (!reading) return [];
    return features.nestedSymbols ? documentSymbols(reading) : flatSymbols(reading);
  });
  connection.onFoldingRanges(({ textDocument }) => {
    const reading = read(textDocument.uri);
    return reading ? foldingRanges(reading) : [];
  });
  connection.onRequest(renumberRequest, ({ uri, position }) => {
    const reading = read(uri);
    return reading ? renumberAt(reading, position) : { edits: [], version: null, message: NOT_OPEN };
  });
  connection.onRequest(placeholdersRequest, async ({ uri }, token) => {
    const analysis = await checked(uri, token);
    return analysis ? placeholdersIn(analysis) : { items: [] };
  });
  connection.onRequest(checkWorkspaceRequest, ({ folders, workDoneToken }, token) =>
    checkWorkspace(folders, token, {
      checker: createChecker(rules, context),
      settings,
      openDocuments: () => open.all(),
      features,
      progress: connection.window.attachWorkDoneProgress(workDoneToken),
    }),
  );
}

const NOT_OPEN = '这份文稿没有打开，或是配置文件，不能重排序号。';

/** The word cutter, loaded when a rule first asks; what is missing is told once. */
function lazyWords(tell: (message: string) => void): Context['words'] {
  let loaded: { readonly words: Words | undefined } | undefined;
  return () => {
    if (!loaded) {
      const outcome = loadWords();
      loaded = { words: 'words' in outcome ? outcome.words : undefined };
      if ('missing' in outcome) tell(outcome.missing);
    }
    return loaded.words;
  };
}
