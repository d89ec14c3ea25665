import { chineseOrdinal } from '../draft/numerals.ts';
import type { Heading, Marker, Speech } from '../draft/types.ts';
import { readNumbering } from '../facts/numbering.ts';
import type { Edit } from './types.ts';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** The headings that count on together with `heading`, in order; `heading` is one of them. */
export function levelOf(speech: Speech, heading: Heading): readonly Heading[] {
  return readNumbering(speech).runs.find((run) => run.includes(heading)) ?? [heading];
}

/** Edits that put the level of `heading` in order: `renumber(levelOf(…))`. Offsets are in the source. */
export function renumberLevel(speech: Speech, heading: Heading): readonly Edit[] {
  return renumber(levelOf(speech, heading));
}

/**
 * Edits that make headings count on by one from the first one's number, each number in its own script.
 * Only digits are touched; a number that is right already gets no edit. Offsets are in the source.
 */
export function renumber(level: readonly Heading[]): readonly Edit[] {
  const own = level[0]?.marker.ordinal ?? 1;
  const first = own <= 2 ? 1 : own;
  return level.flatMap(({ marker, digitsSpan }, i) =>
    marker.ordinal === first + i ? [] : [{ span: digitsSpan, newText: inScript(marker.text, first + i) }],
  );
}

/** A marker like `marker` with another number: `（三）` and 2 → `（二）`. */
export function writeMarker({ text }: Marker, value: number): string {
  return text.replace(/[一二三四五六七八九十百零]+|\d+|[０-９]+|[①-⑳]/, inScript(text, value));
}

function inScript(like: string, value: number): string {
  if (/[①-⑳]/.test(like)) return CIRCLED[value - 1] ?? String(value);
  if (/[０-９]/.test(like))
    return String(value).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  return /\d/.test(like) ? String(value) : chineseOrdinal(value);
}
