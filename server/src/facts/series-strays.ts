import { chineseOrdinal } from '../draft/numerals.ts';
import type { Speech } from '../draft/types.ts';
import type { PlacedMark } from './series-runs.ts';

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
/** No item of a series is longer. */
const PARAGRAPHS = 18;
/** The item before one that opens its paragraph begins so far above at most. */
const ABOVE = 9;

/**
 * The item of a series that is numbered like a heading: `二、` `（二）` `2.` `②` at the head of a clause, for the number
 * before `next` and after `previous` (where there is none, in the same paragraph, or a few above). Undefined where two compete.
 */
export function findStray(
  speech: Speech,
  previous: PlacedMark | undefined,
  next: PlacedMark,
): PlacedMark | undefined {
  const from = previous?.paragraph ?? Math.max(0, next.paragraph - (next.head ? ABOVE : 0));
  if (next.paragraph - from > PARAGRAPHS) return undefined;
  const found: PlacedMark[] = [];
  for (let index = from; index <= next.paragraph; index++) {
    const { text, toSource } = speech.paragraphs[index]!;
    for (const match of text.matchAll(writtenAs(next.ordinal - 1))) {
      const span = toSource({ start: match.index, end: match.index + match[0].length });
      if (span.start < (previous?.span.end ?? 0) || span.end > next.span.start) continue;
      const number = match.slice(1).find((group) => group !== undefined)!;
      const at = match.index + match[0].indexOf(number);
      found.push({
        form: next.form,
        verb: match[0],
        ordinal: next.ordinal - 1,
        span,
        digits: toSource({ start: at, end: at + number.length }),
        text: match[0],
        paragraph: index,
        head: match.index === 0,
      });
    }
  }
  // The heading above may have the same number; the item is nearer.
  return previous && found.length > 1 ? undefined : found[found.length - 1];
}

function writtenAs(value: number): RegExp {
  const han = chineseOrdinal(value);
  const forms = [
    `(${han})、(?![一二三四五六七八九十])`,
    `[（(](${han}|${value})[）)][、.．]?`,
    `(${value})[.．、](?!\\d)`,
  ];
  if (CIRCLED[value - 1]) forms.push(`(${CIRCLED[value - 1]})`);
  return new RegExp(`(?<=^|[。；：])(?:${forms.join('|')})`, 'g');
}
