import type { Span } from '../../draft/span.ts';
import type { ConfusionTable } from '../../lexicon/confusion-table.ts';
import type { Words } from '../../words/words.ts';
import { readCharacterTypos } from './characters.ts';
import { readFigureTypos } from './figures.ts';
import type { Typo } from './types.ts';
import { readWordTypos } from './words.ts';

/** Certain miswritings of a paragraph, in order, never overlapping, and never a place that is still to be filled in. */
export function readTypos(
  text: string,
  blanks: readonly { readonly span: Span }[],
  table: () => ConfusionTable,
  words: () => Words | undefined,
): readonly Typo[] {
  const all = [
    ...readWordTypos(text, table(), words),
    ...readCharacterTypos(text),
    ...readFigureTypos(text),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const found: Typo[] = [];
  for (const typo of all) {
    const { start, end } = typo.span;
    if (start < (found.at(-1)?.span.end ?? 0)) continue;
    if (blanks.some(({ span }) => span.start < end && start < span.end)) continue;
    found.push(typo);
  }
  return found;
}
