import type { Confusion, ConfusionTable } from '../../lexicon/confusion-table.ts';
import type { Words } from '../../words/words.ts';
import { standsAlone } from './boundaries.ts';
import type { Typo } from './types.ts';

/** From so many characters on, a wrong wording is certain without a look at the words around it. */
const CERTAIN = 4;

/**
 * Entries of the table in a text, in order, never overlapping, on word boundaries; linear in the text.
 * `words` is asked for only where an entry stands; without words only the long entries count.
 */
export function readWordTypos(
  text: string,
  { mayOpen, opening }: ConfusionTable,
  words: () => Words | undefined,
): Typo[] {
  const found: Typo[] = [];
  let next = text.charCodeAt(0);
  for (let at = 0; at + 1 < text.length; ) {
    const unit = next;
    next = text.charCodeAt(at + 1);
    const entry = mayOpen(unit, next)
      ? opening(text.slice(at, at + 2)).find((candidate) => holds(text, at, candidate, words))
      : undefined;
    if (!entry) {
      at++;
      continue;
    }
    const span = { start: at, end: at + entry.wrong.length };
    const kind = entry.variant ? 'variant' : 'word';
    found.push({ kind, span, text: entry.wrong, right: entry.right });
    at = span.end;
    next = text.charCodeAt(at);
  }
  return found;
}

function holds(text: string, at: number, entry: Confusion, words: () => Words | undefined): boolean {
  const { wrong, right, notAfter, notBefore } = entry;
  if (!text.startsWith(wrong, at)) return false;
  const end = at + wrong.length;
  if (at > 0 && notAfter.includes(text[at - 1]!)) return false;
  if (notBefore.includes(text[end] ?? '。')) return false;
  const cutter = words();
  return cutter ? standsAlone(cutter, text, at, end, right) : wrong.length >= CERTAIN;
}
