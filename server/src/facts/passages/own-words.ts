import { FORMULAS } from '../../lexicon/formulas.ts';
import type { Normal } from './normal.ts';

/** A quotation so long, its marks counted, is another's wording, not a name or a slogan. */
const LONG = 14;
const QUOTATION = /“[^“”]*”|「[^「」]*」/g;

/** How many of the normalised characters from `start` to `end` are neither in a long quotation nor in a fixed formula. */
export function countable(normal: Normal, start: number, end: number): number {
  const { text, starts } = normal;
  const from = starts[start]!;
  const to = normal.ends[end - 1]!;
  const foreign = foreignSpans(text).filter((span) => span.end > from && span.start < to);
  if (foreign.length === 0) return end - start;
  let count = 0;
  for (let i = start; i < end; i++) {
    const at = starts[i]!;
    if (!foreign.some((span) => span.start <= at && at < span.end)) count++;
  }
  return count;
}

function foreignSpans(text: string): { readonly start: number; readonly end: number }[] {
  const spans = [...text.matchAll(QUOTATION)]
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => end - start >= LONG);
  for (const formula of FORMULAS) {
    for (let at = text.indexOf(formula); at >= 0; at = text.indexOf(formula, at + formula.length))
      spans.push({ start: at, end: at + formula.length });
  }
  return spans;
}
