import type { Connection } from 'vscode-languageserver';
import { figuresParams } from '../params.ts';
import { figuresRequest } from '../protocol/index.ts';
import { ledgerLookup } from './ledger.ts';
import { figuresIn } from './list.ts';
import type { FigureReading } from './reading.ts';
import { highlights, references } from './references.ts';

/**
 * Answers what is asked about figures alone; hover, rename and completion are shared with findings, placeholders and
 * phrases. `readFigures` gives the newest version of an open document; undefined where it is not open.
 */
export function serveFigures(
  connection: Connection,
  readFigures: (uri: string) => Promise<FigureReading | undefined>,
): void {
  connection.onReferences(async ({ textDocument, position }) => {
    const reading = await readFigures(textDocument.uri);
    return reading ? references(reading, position) : [];
  });
  connection.onDocumentHighlight(async ({ textDocument, position }) => {
    const reading = await readFigures(textDocument.uri);
    return reading ? highlights(reading, position) : [];
  });
  connection.onRequest(figuresRequest, async (params) => {
    const { uri } = figuresParams(params);
    const reading = await readFigures(uri);
    return reading ? figuresIn(reading, ledgerLookup(reading)) : { version: null, items: [] };
  });
}
