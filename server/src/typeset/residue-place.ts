import { firstWhere } from '../draft/halving.ts';
import { addTo } from '../draft/lists.ts';
import type { Paragraph, Residue } from '../draft/types.ts';

/** Where residue goes: by the index of a paragraph, or before them all. */
export interface PlacedResidue {
  readonly before: readonly Residue[];
  readonly after: ReadonlyMap<number, readonly Residue[]>;
  /** On a line of the paragraph, at an offset of its text. */
  readonly inside: ReadonlyMap<number, readonly { readonly at: number; readonly residue: Residue }[]>;
}

/** Finds a place for residue among paragraphs: on its line, or below the paragraph that it breaks or follows. */
export function placeResidue(
  paragraphs: readonly Paragraph[],
  residue: readonly Residue[],
  source: string,
): PlacedResidue {
  const before: Residue[] = [];
  const after = new Map<number, Residue[]>();
  const inside = new Map<number, { readonly at: number; readonly residue: Residue }[]>();
  const onOneLine = (start: number, end: number) => !/[\r\n]/.test(source.slice(start, end));
  let index = -1;
  for (const one of residue) {
    while (index + 1 < paragraphs.length && paragraphs[index + 1]!.span.start <= one.span.start) index++;
    const above = paragraphs[index];
    const below = paragraphs[index + 1];
    if (!one.wholeLine && above && onOneLine(Math.min(above.span.end, one.span.start), one.span.start)) {
      addTo(inside, index, { at: offsetIn(above, one.span.start), residue: one });
    } else if (!one.wholeLine && below && onOneLine(one.span.end, below.span.start)) {
      addTo(inside, index + 1, { at: 0, residue: one });
    } else if (index < 0) before.push(one);
    else addTo(after, index, one);
  }
  return { before, after, inside };
}

/** The first offset of the paragraph's text that stands at or behind a source offset. */
function offsetIn({ text, toSource }: Paragraph, source: number): number {
  return firstWhere(text.length, (at) => toSource({ start: at, end: at + 1 }).start >= source);
}
