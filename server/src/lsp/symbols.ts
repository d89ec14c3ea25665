import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { chineseOrdinal } from '../draft/numerals.ts';
import type { Draft } from '../draft/types.ts';
import type { FactMemory } from '../facts/facts.ts';
import { nodeName } from '../facts/tree/name.ts';
import type { NodeKind, OutlineNode } from '../facts/tree/types.ts';
import { toRange } from './convert.ts';
import type { Reading } from './documents.ts';

/**
 * The outline: speeches (where there are several, or one with a title), and in them headings, series, —— items and
 * field labels as they nest.
 */
export function documentSymbols({ document, draft }: Reading, facts: FactMemory): DocumentSymbol[] {
  return draft.speeches.flatMap((speech, index) => {
    const nodes = nodeSymbols(document, facts.ofSpeech(speech).tree);
    if (draft.speeches.length === 1 && speech.title === '') return nodes;
    const range = toRange(document, speech.span);
    const named = speech.title !== '';
    const symbol: DocumentSymbol = {
      name: speechName(draft, index),
      kind: SymbolKind.Module,
      range,
      selectionRange: named ? toRange(document, speech.titleSpan) : { start: range.start, end: range.start },
      children: nodes,
    };
    return [symbol];
  });
}

/** The same outline as a list, for clients that cannot nest. */
export function flatSymbols(reading: Reading, facts: FactMemory): SymbolInformation[] {
  const flat = (symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, range, children = [] }) => [
      {
        name,
        kind,
        location: { uri: reading.document.uri, range },
        ...(containerName === undefined ? {} : { containerName }),
      },
      ...flat(children, name),
    ]);
  return flat(documentSymbols(reading, facts));
}

function speechName({ speeches }: Draft, index: number): string {
  const number = index + 1;
  return speeches[index]!.title || `第${number < 1000 ? chineseOrdinal(number) : number}篇`;
}

function nodeSymbols(document: TextDocument, nodes: readonly OutlineNode[]): DocumentSymbol[] {
  return nodes.map((node) => ({
    name: nodeName(node),
    kind: KINDS[node.kind],
    range: toRange(document, node.extent),
    selectionRange: toRange(document, node.span),
    children: nodeSymbols(document, node.children),
  }));
}

/** Icons that tell headings from what stands in them. */
const KINDS: Readonly<Record<NodeKind, SymbolKind>> = {
  heading: SymbolKind.String,
  series: SymbolKind.EnumMember,
  dash: SymbolKind.Constant,
  label: SymbolKind.Key,
};
