import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { chineseOrdinal } from '../draft/numerals.ts';
import type { Draft, Heading, Speech } from '../draft/types.ts';
import { toRange } from './convert.ts';
import type { Reading } from './documents.ts';

/** The outline: speeches (where there are several, or one with a title), and in them the headings as they nest. */
export function documentSymbols({ document, draft }: Reading): DocumentSymbol[] {
  return draft.speeches.flatMap((speech, index) => {
    const headings = headingSymbols(document, speech);
    if (draft.speeches.length === 1 && speech.title === '') return headings;
    const range = toRange(document, speech.span);
    const named = speech.title !== '';
    const symbol: DocumentSymbol = {
      name: speechName(draft, index),
      kind: SymbolKind.Module,
      range,
      selectionRange: named ? toRange(document, speech.titleSpan) : { start: range.start, end: range.start },
      children: headings,
    };
    return [symbol];
  });
}

/** The same outline as a list, for clients that cannot nest. */
export function flatSymbols(reading: Reading): SymbolInformation[] {
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
  return flat(documentSymbols(reading));
}

/** The end of what stands under a heading: the next heading that is not below it, or the end of the speech. */
export function sectionEnds(speech: Speech): readonly number[] {
  const { headings, span } = speech;
  const ends = headings.map(() => span.end);
  const open: number[] = [];
  headings.forEach((heading, index) => {
    while (open.length > 0 && open[open.length - 1] !== heading.parent) {
      ends[open.pop()!] = heading.span.start;
    }
    open.push(index);
  });
  return ends;
}

function speechName({ speeches }: Draft, index: number): string {
  const number = index + 1;
  return speeches[index]!.title || `第${number < 1000 ? chineseOrdinal(number) : number}篇`;
}

function headingSymbols(document: TextDocument, speech: Speech): DocumentSymbol[] {
  const ends = sectionEnds(speech);
  const roots: DocumentSymbol[] = [];
  const all: DocumentSymbol[] = [];
  speech.headings.forEach((heading, index) => {
    const symbol = {
      name: headingName(heading),
      kind: SymbolKind.String,
      range: toRange(document, { start: heading.span.start, end: ends[index]! }),
      selectionRange: toRange(document, heading.span),
      children: [],
    };
    all.push(symbol);
    (all[heading.parent]?.children ?? roots).push(symbol);
  });
  return roots;
}

/** As written: `一、工作回顾`; of a heading without a title the number alone. */
function headingName({ marker, title }: Heading): string {
  return `${marker.text}${title}`;
}
