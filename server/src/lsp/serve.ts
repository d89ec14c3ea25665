import {
  CancellationToken,
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  type Position,
  TextDocuments,
} from 'vscode-languageserver';
import { createFactMemory } from '../facts/facts.ts';
import { rules } from '../rules/index.ts';
import { pages } from '../rules/pages.generated.ts';
import { createSegmenters } from '../words/segmenters.ts';
import { serveAloud } from './aloud.ts';
import { createSettingsChecker } from './checkers.ts';
import { codeActions } from './code-actions.ts';
import { completesPhrases, createCompletion } from './completion.ts';
import { createConfigProblems } from './config-problems.ts';
import { createDeferred, isDeferred } from './deferred.ts';
import { createPublisher, pullReport } from './diagnostics.ts';
import { createDocuments, unchangingDocuments } from './documents.ts';
import { editOutline } from './edit-outline.ts';
import { answerExport } from './export-word.ts';
import type { ClientFeatures } from './features.ts';
import { figureCompletions, offersFigures } from './figures/completion.ts';
import { figureHover, joinHovers } from './figures/hover.ts';
import { ledgerLookup, ledgerRows } from './figures/ledger.ts';
import type { FigureReading } from './figures/reading.ts';
import { serveFigures } from './figures/serve.ts';
import { foldingRanges } from './folding.ts';
import type { Host } from './host.ts';
import { hoverAt } from './hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { afterEnter, proposesNextNumber } from './on-type.ts';
import {
  checkWorkspaceParams,
  editOutlineParams,
  exportWordParams,
  placeholdersParams,
  renumberParams,
} from './params.ts';
import { placeholdersIn } from './placeholders.ts';
import {
  checkWorkspaceRequest,
  editOutlineRequest,
  exportWordRequest,
  placeholdersRequest,
  renumberRequest,
} from './protocol.ts';
import { renumberAt } from './renumber.ts';
import { createReuse, usesArchive } from './reuse.ts';
import { serveReview } from './review.ts';
import { createEarlier, serveRounds } from './rounds.ts';
import { createStatus } from './status.ts';
import { documentSymbols, flatSymbols } from './symbols.ts';
import { isConfigUri } from './uris.ts';
import { checkWorkspace } from './workspace.ts';
import { createDraftIndex } from './workspace-index.ts';
import { connectSettings } from './workspace-settings.ts';

/** Answers a client: every handler is set here, each feature is in its own file. */
export function serve(
  connection: Connection,
  features: ClientFeatures,
  params: InitializeParams,
  { files, ready, loadWords, createJieba, openArchive, exportWord, wordTable }: Host,
): void {
  const status = createStatus(connection);
  const segmenters = createSegmenters({
    loadWords,
    ...(createJieba ? { jieba: createJieba() } : {}),
    tell: status.tell,
    changed: refresh,
  });
  const open = new TextDocuments(unchangingDocuments);
  const send = (params: Parameters<Connection['sendDiagnostics']>[0]) =>
    void connection.sendDiagnostics(params);
  const configProblems = createConfigProblems(files, send);
  const { settings, silences, folders } = connectSettings(connection, features, params, {
    rules,
    files,
    segmenters,
    report: configProblems.report,
    tell: status.tell,
    changed: refresh,
    started: () => index.scan(),
    draftChanged: (uri) => index.fileChanged(uri),
  });
  const isDraft = (uri: string) => !isConfigUri(files, uri);
  const draftDocument = (uri: string) => (isDraft(uri) ? open.get(uri) : undefined);
  const checker = createSettingsChecker(rules, settings);
  /** The facts that a document was checked by: nothing is read twice for what is shown beside the findings. */
  const factsOf = async (uri: string) => (open.get(uri) ? checker.factsOf(await settings.of(uri)) : closed);
  const closed = createFactMemory(undefined, FILE_MEMORY);
  const earlier = createEarlier();
  const documents = createDocuments(draftDocument, checker, settings.of, silences.of, earlier.of, {
    rule: isDeferred,
    of: (uri, own, quieted) => deferred.leavesOut(uri, own, quieted),
  });
  const { read, check } = documents;
  const checked: typeof check = async (uri, token) => {
    await ready();
    const analysis = await check(uri, token);
    for (const { message } of analysis?.result.failures ?? []) status.tell(message);
    if (!analysis) return undefined;
    const own = await settings.of(uri);
    const quieted = await silences.of(uri);
    return reuse.added(index.complete(deferred.added(analysis, own, quieted), own, quieted));
  };
  const readFigures = async (uri: string): Promise<FigureReading | undefined> => {
    await ready();
    const own = await settings.of(uri);
    const reading = read(uri);
    return (
      reading && {
        ...reading,
        memory: checker.factsOf(own),
        rows: ledgerRows(own),
        readAgain: (text) => checker.read(text, reading.draft.kind),
      }
    );
  };
  const fail = (error: unknown) => connection.console.error(String(error));
  const found = (uri: string): void => {
    if (!features.pullsDiagnostics) publisher.changed(uri);
    else if (features.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  const deferred = createDeferred({
    checker,
    read,
    busy: documents.busy,
    tells: !features.pullsDiagnostics || features.refreshesDiagnostics,
    found,
    fail,
    later: after(FOLLOWS),
  });
  const reuse = createReuse({
    rules,
    checker,
    read,
    settings,
    silencesOf: silences.of,
    files,
    openArchive: openArchive ?? (() => undefined),
    found,
    fail: (error) =>
      status.tell(`未能与档案比对：${error instanceof Error ? error.message : String(error)}。`),
    later: after(PAUSE),
  });
  const publisher = createPublisher(checked, features, send, fail);

  const index = createDraftIndex({
    rules: rules.filter((rule) => !usesArchive(rule)),
    files,
    settings,
    folders,
    checker,
    fileChecker: createSettingsChecker(rules, settings, FILE_MEMORY),
    busy: documents.busy,
    ready,
    fail,
    changed(uris) {
      if (!features.pullsDiagnostics) uris.forEach(publisher.changed);
      else if (features.refreshesDiagnostics)
        connection.languages.diagnostics.refresh().catch(() => undefined);
    },
  });

  /** After a change of settings: whoever shows findings learns that they may be others now. */
  function refresh(): void {
    settings.forget();
    silences.forget();
    index.scan();
    if (features.refreshesInlayHints) connection.languages.inlayHint.refresh().catch(() => undefined);
    if (features.refreshesCodeLenses)
      connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    if (features.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
    for (const { uri } of open.all().filter((document) => isDraft(document.uri))) {
      if (features.pullsDiagnostics) settings.of(uri).catch(fail);
      else publisher.changed(uri);
      reuse.changed(uri);
    }
  }

  open.listen(connection);
  open.onDidChangeContent(({ document }) => {
    const { uri } = document;
    deferred.edited(uri, document.getText());
    if (!features.pullsDiagnostics && isDraft(uri)) publisher.changed(uri);
    if (isDraft(uri)) reuse.changed(uri, document.getText());
  });
  open.onDidSave(({ document }) => {
    // Where nobody watches the files, a save is the time to look at the configuration again.
    if (!isDraft(document.uri) || !features.watchesFiles) refresh();
  });
  open.onDidClose(({ document: { uri } }) => {
    configProblems.closed(uri);
    settings.closed(uri);
    reuse.closed(uri);
    deferred.closed(uri);
    documents.closed(uri);
    index.closed(uri);
    earlier.put(uri, null);
    if (!features.pullsDiagnostics && isDraft(uri)) publisher.closed(uri);
  });

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) =>
    pullReport(await checked(textDocument.uri, token), previousResultId, features),
  );
  connection.onCodeAction(async (params, token) => {
    const analysis = await checked(params.textDocument.uri, token);
    return analysis ? codeActions(analysis, params, silences, features) : [];
  });
  connection.onHover(async ({ textDocument, position }, token) => {
    const analysis = await checked(textDocument.uri, token);
    const found = analysis ? hoverAt(analysis, position, pages, features) : null;
    const reading = await readFigures(textDocument.uri);
    return joinHovers(
      found,
      reading ? figureHover(reading, position, ledgerLookup(reading), features) : null,
    );
  });
  connection.onDocumentSymbol(async ({ textDocument }) => {
    const facts = await factsOf(textDocument.uri);
    const reading = read(textDocument.uri);
    if (!reading) return [];
    return features.nestedSymbols ? documentSymbols(reading, facts) : flatSymbols(reading, facts);
  });
  connection.onFoldingRanges(async ({ textDocument }) => {
    const facts = await factsOf(textDocument.uri);
    const reading = read(textDocument.uri);
    return reading ? foldingRanges(reading, facts) : [];
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
    const analysis = await checked(textDocument.uri, token);
    return analysis ? inlayHints(analysis, range) : [];
  });
  const figuresAt = async (uri: string, position: Position) => {
    if (!offersFigures(await settings.editorSection(uri))) return [];
    const reading = await readFigures(uri);
    return reading ? figureCompletions(reading, position) : [];
  };
  const completePhrases = createCompletion();
  const phrasesAt = async (uri: string, position: Position) => {
    const document = draftDocument(uri);
    if (!document || !completesPhrases(await settings.editorSection(uri))) return [];
    const own = await settings.of(uri);
    const reading = read(uri);
    if (reading?.document !== document) return [];
    const times = Number(own['stock-phrase']?.options.times ?? 3);
    return completePhrases(reading, position, settings.segmenterOf(own), times);
  };
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const figures = await figuresAt(uri, position);
    return figures.length > 0 ? figures : phrasesAt(uri, position);
  });
  connection.onDocumentOnTypeFormatting(async ({ textDocument: { uri }, position }) => {
    const document = draftDocument(uri);
    if (!document || !proposesNextNumber(await settings.editorSection(uri))) return [];
    const reading = read(uri);
    return reading?.document === document ? [...afterEnter(reading, position)] : [];
  });
  connection.onRequest(editOutlineRequest, (params) => {
    const { uri, ...wish } = editOutlineParams(params);
    const reading = read(uri);
    return reading ? editOutline(reading, wish) : { edits: [], version: null, message: NOT_OPEN };
  });
  connection.onRequest(renumberRequest, (params) => {
    const { uri, position } = renumberParams(params);
    const reading = read(uri);
    return reading ? renumberAt(reading, position) : { edits: [], version: null, message: NOT_OPEN };
  });
  connection.onRequest(exportWordRequest, (params) => {
    const wish = exportWordParams(params);
    return answerExport(wish, read(wish.uri)?.draft, { files, ...(exportWord ? { exportWord } : {}) });
  });
  connection.onRequest(placeholdersRequest, async (params, token) => {
    const { uri } = placeholdersParams(params);
    const analysis = await checked(uri, token);
    return analysis ? placeholdersIn(analysis) : { items: [] };
  });
  serveReview(connection, {
    files,
    checker: createSettingsChecker(rules, settings),
    settings,
    silences,
    features,
    openDocuments: () => open.all(),
    checked,
    readFigures,
    factsOf,
  });
  serveFigures(connection, readFigures);
  serveRounds(connection, {
    earlier,
    readFacts: readFigures,
    checked: (uri) => checked(uri, CancellationToken.None),
    changed(uri) {
      if (!features.pullsDiagnostics) publisher.changed(uri);
      else if (features.refreshesDiagnostics)
        connection.languages.diagnostics.refresh().catch(() => undefined);
    },
    ...(wordTable ? { wordTable } : {}),
  });
  serveAloud(connection, readFigures, settings);
  connection.onRequest(checkWorkspaceRequest, async (params, token) => {
    const { folders, workDoneToken } = checkWorkspaceParams(params);
    await ready();
    return checkWorkspace(folders, token, {
      files,
      checker: createSettingsChecker(rules, settings),
      settings,
      silences,
      openDocuments: () => open.all(),
      features,
      progress: connection.window.attachWorkDoneProgress(workDoneToken),
    });
  });
}

/** A pause in writing after which a draft is compared with the archive, in milliseconds. */
const PAUSE = 200;
/** The time after an edit in which further ones may join it before the deferred rules run, in milliseconds. */
const FOLLOWS = 100;

const after =
  (milliseconds: number) =>
  (run: () => void): (() => void) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  };

/** Characters of paragraphs that are remembered while files are compared: few, for each is read once. */
const FILE_MEMORY = 100_000;

const NOT_OPEN = '这份文稿没有打开，或是配置文件，不能重排序号、调整层次。';
