import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../draft/span.ts';
import type { Reading } from './documents.ts';
import { sectionEnds } from './symbols.ts';

/** What can be folded: what stands under each heading, and, where there are several, each speech. Whole lines. */
export function foldingRanges({ document, draft }: Reading): FoldingRange[] {
  const text = document.getText();
  const sections = draft.speeches.flatMap((speech) => {
    const ends = sectionEnds(speech);
    const headings = speech.headings.map(({ span }, index) => ({ start: span.start, end: ends[index]! }));
    return draft.speeches.length > 1 ? [speech.span, ...headings] : headings;
  });
  const folded = new Set<number>();
  return sections.flatMap((section) => {
    const { startLine, endLine } = linesOf(document, trimmed(text, section));
    // Of two headings on one line the first, which is the outer one, folds.
    if (endLine <= startLine || folded.has(startLine)) return [];
    folded.add(startLine);
    return [{ startLine, endLine, kind: FoldingRangeKind.Region }];
  });
}

function linesOf(document: TextDocument, { start, end }: Span): { startLine: number; endLine: number } {
  return { startLine: document.positionAt(start).line, endLine: document.positionAt(end).line };
}

/** Blank lines before the first and after the last word stay outside. */
function trimmed(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /\s/.test(text[last - 1]!)) last--;
  let first = start;
  while (first < last && /\s/.test(text[first]!)) first++;
  return { start: first, end: last };
}
