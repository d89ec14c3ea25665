import type { Span } from '../../draft/span.ts';

/** Something to be put in at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** A text with insertions, and where they stand in it: without them it is what it was. */
export interface Spliced {
  readonly text: string;
  readonly inserted: readonly Span[];
}

/** Puts insertions in; those at one offset in their order. */
export function splice(text: string, insertions: readonly Insertion[]): Spliced {
  const sorted = insertions.filter(({ text }) => text !== '').sort((a, b) => a.at - b.at);
  const parts: string[] = [];
  const inserted: Span[] = [];
  let from = 0;
  let length = 0;
  for (const { at, text: more } of sorted) {
    parts.push(text.slice(from, at), more);
    length += at - from + more.length;
    from = at;
    inserted.push({ start: length - more.length, end: length });
  }
  parts.push(text.slice(from));
  return { text: parts.join(''), inserted };
}
