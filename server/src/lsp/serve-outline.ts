import type { Connection } from 'vscode-languageserver';
import { editOutline } from './edit-outline.ts';
import type { ClientFeatures } from './features.ts';
import { foldingRanges } from './folding.ts';
import { afterEnter, proposesNextNumber } from './on-type.ts';
import { editOutlineParams, renumberParams } from './params.ts';
import { editOutlineRequest, renumberRequest } from './protocol/index.ts';
import { renumberAt } from './renumber.ts';
import type { Session } from './session.ts';
import { documentSymbols, flatSymbols } from './symbols.ts';

/** Answers what shows the outline of a draft, and what changes it. */
export function serveOutline(
  connection: Connection,
  { settings, draftDocument, read, factsOf }: Session,
  features: ClientFeatures,
): void {
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
}

const NOT_OPEN = '这份文稿没有打开，或是配置文件，不能重排序号、调整层次。';
