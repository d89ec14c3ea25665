import { parseOrdinal } from './numerals.ts';
import type { TextForm } from './text-forms.ts';
import type { MarkerStyle } from './types.ts';

/** Headings of a level are looked for so many paragraphs away. */
const NEAR = 120;

/** Whether a heading is `2.` on a line between 一是 and 三是, `1.` before 二是 and 三是: an item of a series, however it is numbered. */
export function isItem(paragraphs: readonly TextForm[], index: number): boolean {
  const { marker } = paragraphs[index]!.opening;
  if (!marker) return false;
  const { ordinal, style } = marker;
  const after = nextItem(paragraphs, index, 1);
  if (after?.ordinal !== ordinal + 1) return false;
  if (ordinal === 1) {
    const third = nextItem(paragraphs, after.index, 1);
    const opened = paragraphs.slice(index, after.index).some(({ text }) => /一[是要]/.test(text));
    return third?.ordinal === 3 && !opened && !counts(paragraphs, index, style);
  }
  return nextItem(paragraphs, index, -1)?.ordinal === ordinal - 1;
}

/** Whether a number 1 opens a level of its own: a 2 of its style follows, and no other 1 stands before that. */
function counts(paragraphs: readonly TextForm[], index: number, style: MarkerStyle): boolean {
  const near = (step: 1 | -1): number | undefined => {
    for (let k = 1; k <= NEAR; k++) {
      const marker = paragraphs[index + k * step]?.opening.marker;
      if (marker?.style === style) return marker.ordinal;
    }
    return undefined;
  };
  return near(1) === 2 && near(-1) !== 1;
}

/** An item has so many paragraphs of its own at most. */
const ITEM_PARAGRAPHS = 8;

/** The nearest paragraph that opens with 一是 or 一要, forwards or backwards, before one that opens like a heading. */
function nextItem(
  paragraphs: readonly TextForm[],
  from: number,
  step: 1 | -1,
): { readonly ordinal: number; readonly index: number } | undefined {
  for (let k = 1; k <= ITEM_PARAGRAPHS + 1; k++) {
    const index = from + k * step;
    const form = paragraphs[index];
    const text = form?.text ?? '';
    const ordinal = parseOrdinal(/^([一二三四五六七八九十]{1,3})[是要]/.exec(text)?.[1] ?? '');
    if (ordinal !== undefined) return { ordinal, index };
    if (form?.opening.marker) return undefined;
  }
  return undefined;
}
