import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../draft/span.ts';
import type { FactMemory } from '../facts/facts.ts';
import type { OutlineNode } from '../facts/tree/types.ts';
import type { Reading } from './documents.ts';

/**
 * What can be folded: what stands under each node of the outline that opens a line, and, where there are several, each
 * speech. Whole lines.
 */
export function foldingRanges({ document, draft }: Reading, facts: FactMemory): FoldingRange[] {
  const text = document.getText();
  const sections = draft.speeches.flatMap((speech) => {
    const nodes = extents(facts.ofSpeech(speech).tree);
    return draft.speeches.length > 1 ? [speech.span, ...nodes] : nodes;
  });
  const folded = new Set<number>();
  return sections.flatMap((section) => {
    const { startLine, endLine } = linesOf(document, trimmed(text, section));
    // Of two sections that begin on one line the first, which is the outer one, folds.
    if (endLine <= startLine || folded.has(startLine)) return [];
    folded.add(startLine);
    return [{ startLine, endLine, kind: FoldingRangeKind.Region }];
  });
}

/** Extents from the outermost nodes inward, in order. What begins inside a line would fold that line's own text. */
function extents(nodes: readonly OutlineNode[]): readonly Span[] {
  return nodes.flatMap(({ kind, head, extent, children }) => {
    const inner = extents(children);
    return head || kind === 'heading' ? [extent, ...inner] : inner;
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
