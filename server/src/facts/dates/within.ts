import type { Span } from '../../draft/span.ts';
import type { DateMention, SpokenDate } from './types.ts';

/** First and last month for which something holds: `2018`, `2018-03`; open where one is missing. */
export interface Months {
  readonly from?: string;
  readonly to?: string;
}

const STOPS = '。！？；\n';

/** The sentence, or the part of it up to a semicolon, around a place of a text. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from > 0 && !STOPS.includes(text[from - 1]!)) from--;
  while (to < text.length && !STOPS.includes(text[to]!)) to++;
  return { start: from, end: to };
}

/**
 * Whether something that holds for certain months holds in a sentence: neither a date in it nor the date of the speech
 * lies outside. A year without a month lies outside as soon as one of its months does.
 */
export function holdsThen(
  { from, to }: Months,
  mentions: readonly DateMention[],
  spoken: SpokenDate | undefined,
): boolean {
  if (from === undefined && to === undefined) return true;
  const low = from === undefined ? -Infinity : monthNumber(from, 1);
  const high = to === undefined ? Infinity : monthNumber(to, 12);
  const inside = (first: number, last: number): boolean => first >= low && last <= high;
  if (spoken && !inside(spoken.year * 12 + (spoken.month ?? 1), spoken.year * 12 + (spoken.month ?? 12)))
    return false;
  return mentions.every((mention) => {
    const years = yearsOf(mention, spoken?.year);
    if (!years) return true;
    const { month, endMonth = month } = mention;
    return inside(years[0] * 12 + (month ?? 1), years[1] * 12 + (endMonth ?? 12));
  });
}

function yearsOf(
  { year, endYear, offset, due, resolved }: DateMention,
  spoken: number | undefined,
): readonly [number, number] | undefined {
  if (year !== undefined) return [year, endYear ?? year];
  if (offset !== undefined) return spoken === undefined ? undefined : [spoken + offset, spoken + offset];
  const known = resolved?.match(/\d{4}/g)?.map(Number) ?? (due === undefined ? [] : [due]);
  return known.length === 0 ? undefined : [known[0]!, known.at(-1)!];
}

/** `2018-03` as months since the year 0. */
function monthNumber(text: string, month: number): number {
  const [year, written] = text.split('-').map(Number);
  return year! * 12 + (written ?? month);
}
