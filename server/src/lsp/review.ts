import type { CancellationToken, Connection, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FactMemory } from '../facts/facts.ts';
import { codeLenses, showsCounts } from './code-lenses.ts';
import type { Analysis } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import type { FigureReading } from './figures/reading.ts';
import { figureRename, figureToRename, prepareFigureRename } from './figures/rename.ts';
import { type CheckedDraft, createFileCheck, type FileCheck } from './file-check.ts';
import { fillAt } from './fill.ts';
import { keepAt } from './keep.ts';
import { offersFor } from './offers.ts';
import { openEntities, openSpeeches, placeAt } from './open-items.ts';
import { fillParams, keepParams, offersParams, openItemsParams } from './params.ts';
import {
  fillRequest,
  keepRequest,
  type OpenItemsParams,
  offersRequest,
  openItemsRequest,
} from './protocol/index.ts';
import { prepareRename, rename } from './rename.ts';
import type { Silences } from './silences.ts';

/** What the review of a draft needs of the server. */
export interface ReviewHost extends FileCheck {
  readonly silences: Silences;
  readonly features: ClientFeatures;
  readonly openDocuments: () => readonly TextDocument[];
  /** The facts that the drafts at a URI are checked by. */
  readonly factsOf: (uri: string) => Promise<FactMemory>;
  /** An open document, checked; undefined where it is not open. */
  readonly checked: (uri: string, token: CancellationToken) => Promise<Analysis | undefined>;
  /** The same with its figures. */
  readonly readFigures: (uri: string) => Promise<FigureReading | undefined>;
}

const NOT_OPEN = '这份文稿没有打开，或不按讲话稿检查，不能填写。';

/** Answers what the list of open places and the filling-in ask for. */
export function serveReview(connection: Connection, host: ReviewHost): void {
  const { files, settings, silences, features, openDocuments, checked, readFigures } = host;
  const { factsOf } = host;
  const checkFile = createFileCheck(host);

  const opened = async (uri: string, token: CancellationToken): Promise<CheckedDraft | undefined> => {
    const analysis = await checked(uri, token);
    return analysis && { ...analysis, findings: analysis.result.findings };
  };
  const fromDisk = async ({ uri, folder }: OpenItemsParams): Promise<CheckedDraft | undefined> => {
    const file = files.pathOf(uri);
    if (file === undefined || folder === undefined) return undefined;
    const open = openDocuments().some((document) => document.uri === uri);
    return open ? undefined : checkFile({ file, folderUri: folder }, () => undefined);
  };

  /** What a rename is about where it is about no placeholder. */
  const figureAt = async (draft: CheckedDraft, position: Position) => {
    const memory = await factsOf(draft.document.uri);
    if (placeAt(openEntities(draft, memory), draft.document.offsetAt(position))) return undefined;
    const reading = await readFigures(draft.document.uri);
    const job = reading && figureToRename(reading, position);
    return reading && job && { reading, job };
  };

  connection.onRequest(openItemsRequest, async (params, token) => {
    const wish = openItemsParams(params);
    const open = await opened(wish.uri, token);
    const draft = open ?? (await fromDisk(wish));
    return {
      version: open?.document.version ?? null,
      speeches: draft ? openSpeeches(draft, await factsOf(wish.uri)) : [],
    };
  });
  connection.onRequest(fillRequest, async (params, token) => {
    const { uri, ...wish } = fillParams(params);
    const draft = await opened(uri, token);
    return draft ? fillAt(draft, await factsOf(uri), wish) : { edits: [], version: null, message: NOT_OPEN };
  });
  connection.onRequest(offersRequest, async (params, token) => {
    const { uri, folders } = offersParams(params);
    const draft = await opened(uri, token);
    if (!draft) return { version: null, offers: [] };
    const memory = await factsOf(uri);
    const offers = await offersFor(draft, folders, token, { files, memory, openDocuments });
    return { version: draft.document.version, offers };
  });
  connection.onRequest(keepRequest, async (params, token) => {
    const { positions, ...wish } = keepParams(params);
    const draft = (await opened(wish.uri, token)) ?? (await fromDisk(wish));
    return draft ? keepAt(draft, positions, silences) : { message: NOT_OPEN };
  });
  connection.onPrepareRename(async ({ textDocument, position }, token) => {
    const draft = await opened(textDocument.uri, token);
    if (!draft) return null;
    const figure = await figureAt(draft, position);
    return figure
      ? prepareFigureRename(figure.reading, figure.job)
      : prepareRename(draft, await factsOf(textDocument.uri), position);
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
    const draft = await opened(textDocument.uri, token);
    if (!draft) return null;
    const figure = await figureAt(draft, position);
    return figure
      ? figureRename(figure.reading, figure.job, newName, features)
      : rename(draft, await factsOf(textDocument.uri), position, newName, features);
  });
  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    if (!showsCounts(await settings.editorSection(uri))) return [];
    const draft = await opened(uri, token);
    return draft ? codeLenses(draft, await factsOf(uri), features) : [];
  });
}
