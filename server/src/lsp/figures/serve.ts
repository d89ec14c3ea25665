import type { Connection } from 'vscode-languageserver';
import { figuresParams } from '../params.ts';
import { figuresRequest } from '../protocol.ts';
import type { Settings } from '../settings.ts';
import { figureCompletions, offersFigures } from './completion.ts';
import { ledgerLookup } from './ledger.ts';
import { figuresIn } from './list.ts';
import type { FigureReading } from './reading.ts';
import { highlights, references } from './references.ts';

/** What the figures of a document need of the server. */
export interface FiguresHost {
  /** The newest version of an open document; undefined where it is not open. */
  readonly readFigures: (uri: string) => Promise<FigureReading | undefined>;
  readonly settings: Pick<Settings, 'editorSection'>;
}

/** Answers what is asked about figures alone; hover and rename are shared with findings and placeholders. */
export function serveFigures(connection: Connection, { readFigures, settings }: FiguresHost): void {
  connection.onReferences(async ({ textDocument, position }) => {
    const reading = await readFigures(textDocument.uri);
    return reading ? references(reading, position) : [];
  });
  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const reading = await readFigures(textDocument.uri);
    return reading ? highlights(reading, position) : [];
  });
  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    if (!offersFigures(await settings.editorSection(uri))) return [];
    const reading = await readFigures(uri);
    return reading ? figureCompletions(reading, position) : [];
  });
  connection.onRequest(figuresRequest, async (params) => {
    const { uri } = figuresParams(params);
    const reading = await readFigures(uri);
    return reading ? figuresIn(reading, ledgerLookup(reading)) : { version: null, items: [] };
  });
}
