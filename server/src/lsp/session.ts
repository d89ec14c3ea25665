import {
  CodeLensRefreshRequest,
  type Connection,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createFactMemory, type FactMemory } from '../facts/facts.ts';
import { rules } from '../rules/index.ts';
import { createSegmenters } from '../words/segmenters.ts';
import { createSettingsChecker, type SettingsChecker } from './checkers.ts';
import { createConfigProblems } from './config-problems.ts';
import { createDeferred, isDeferred } from './deferred.ts';
import { createPublisher } from './diagnostics.ts';
import { createDocuments, type Documents, unchangingDocuments } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import { ledgerRows } from './figures/ledger.ts';
import type { FigureReading } from './figures/reading.ts';
import type { Host } from './host.ts';
import { createIndexProgress } from './index-progress.ts';
import { createReuse, usesArchive } from './reuse.ts';
import { createEarlier, type EarlierVersions } from './rounds.ts';
import type { Settings } from './settings.ts';
import type { Silences } from './silences.ts';
import { createStatus } from './status.ts';
import { createTypingPause } from './typing-pause.ts';
import { isConfigUri } from './uris.ts';
import { createDraftIndex } from './workspace-index.ts';
import { connectSettings, type SettingsUser } from './workspace-settings.ts';

/** The open documents of one client and what is known of them: the features answer from it. */
export interface Session {
  readonly settings: Settings;
  readonly silences: Silences;
  readonly earlier: EarlierVersions;
  /** For files that are not open: it remembers little. */
  readonly fileChecker: SettingsChecker;
  readonly openDocuments: () => readonly TextDocument[];
  /** An open document that is no configuration file. */
  readonly draftDocument: (uri: string) => TextDocument | undefined;
  /** An open draft, read; undefined where it is not open. */
  readonly read: Documents['read'];
  /** The facts that a document was checked by: nothing is read twice for what is shown beside the findings. */
  readonly factsOf: (uri: string) => Promise<FactMemory>;
  /** An open draft with all that was found in it. */
  readonly checked: Documents['check'];
  /** The same with its figures, and nothing found. */
  readonly readFigures: (uri: string) => Promise<FigureReading | undefined>;
  /** To be called when the findings of documents may be others than before. */
  readonly found: (uris: readonly string[]) => void;
}

/** Follows the documents and settings of a client. */
export function openSession(
  connection: Connection,
  features: ClientFeatures,
  params: InitializeParams,
  { files, ready, loadWords, createJieba, openArchive, closeArchives }: Host,
  { folders, reach }: Pick<SettingsUser, 'folders' | 'reach'>,
): Session {
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
  const { settings, silences } = connectSettings(connection, features, params, {
    rules,
    files,
    reach,
    folders,
    segmenters,
    report(uri, problems) {
      // Said of a document that was closed meanwhile, they would stand for ever.
      if (open.get(uri)) configProblems.report(uri, problems);
    },
    tell: status.tell,
    changed: refresh,
    started: () => index.scan(),
    draftChanged: (uri) => index.fileChanged(uri),
  });
  const isDraft = (uri: string) => !isConfigUri(files, uri);
  const draftDocument = (uri: string) => (isDraft(uri) ? open.get(uri) : undefined);
  const checker = createSettingsChecker(rules, settings);
  const factsOf = async (uri: string) => (open.get(uri) ? checker.factsOf(await settings.of(uri)) : closed);
  let closed = createFactMemory(undefined, FILE_MEMORY);
  const typing = createTypingPause();
  const fileChecker = createSettingsChecker(rules, settings, FILE_MEMORY);
  const earlier = createEarlier();
  const documents = createDocuments(draftDocument, checker, settings.of, silences.of, earlier.of, {
    rule: isDeferred,
    of: (uri, own, quieted) => deferred.leavesOut(uri, own, quieted),
  });
  const { read, check } = documents;
  const checked: typeof check = async (uri, token) => {
    await ready();
    const analysis = await check(uri, token);
    status.failed(analysis?.result.failures ?? []);
    if (!analysis) return undefined;
    const own = await settings.of(uri);
    const quieted = await silences.of(uri);
    if (!open.get(uri)) return undefined;
    return reuse.added(index.complete(deferred.added(analysis, own, quieted), own, quieted));
  };
  const readFigures = async (uri: string): Promise<FigureReading | undefined> => {
    await ready();
    if (!open.get(uri)) return undefined;
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
  const found = (uris: readonly string[]): void => {
    if (!features.pullsDiagnostics) uris.forEach(publisher.changed);
    else if (features.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  const deferred = createDeferred({
    checker,
    read,
    busy: () => documents.busy() || typing.asks(),
    tells: !features.pullsDiagnostics || features.refreshesDiagnostics,
    found: (uri) => found([uri]),
    fail,
    failed: status.failed,
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
    failed: status.failed,
    found: (uri) => found([uri]),
    fail: (error) =>
      status.tell(`未能与档案比对：${error instanceof Error ? error.message : String(error)}。`),
    later: after(PAUSE),
  });
  const publisher = createPublisher(checked, features, send, fail);

  const index = createDraftIndex({
    rules: rules.filter((rule) => !usesArchive(rule)),
    files,
    settings,
    folders: folders.uris,
    checker,
    fileChecker,
    busy: documents.busy,
    pause: typing.wait,
    ready,
    done() {
      if (open.all().length === 0) fileChecker.forget();
    },
    failed: status.failed,
    progress: createIndexProgress(() => connection.window.createWorkDoneProgress()),
    fail,
    changed: found,
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

  /** With no document open nothing is to be read again soon: what was remembered of texts goes. */
  function rest(): void {
    if (open.all().length > 0) return;
    checker.forget();
    fileChecker.forget();
    closed = createFactMemory(undefined, FILE_MEMORY);
    settings.forget();
    segmenters.rest();
    closeArchives?.();
  }

  open.listen(connection);
  open.onDidChangeContent(({ document }) => {
    const { uri } = document;
    typing.edited();
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
    if (open.all().length === 0) setTimeout(rest, REST);
    if (!features.pullsDiagnostics && isDraft(uri)) publisher.closed(uri);
  });

  return {
    settings,
    silences,
    earlier,
    fileChecker,
    openDocuments: () => open.all(),
    draftDocument,
    read,
    factsOf,
    checked,
    readFigures,
    found,
  };
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

/** How long a server without documents waits before it forgets, in milliseconds: the next one may be opening. */
const REST = 1000;
/** Characters of paragraphs that are remembered while files are compared: few, for each is read once. */
const FILE_MEMORY = 100_000;
