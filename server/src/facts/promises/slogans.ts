import { chineseOrdinal, parseOrdinal } from '../../draft/numerals.ts';
import type { Span } from '../../draft/span.ts';
import { FIXED_NUMBERS, SLOGANS, type Slogan } from '../../lexicon/slogans.ts';
import { listAfter, namesBefore } from './lists.ts';
import type { Listing } from './weigh.ts';

/** A slogan that its sentence sets out in items. Offsets are in the paragraph's text. */
export interface SloganList {
  readonly name: string;
  readonly span: Span;
  readonly items: readonly Span[];
  /** How many items the slogan has. */
  readonly due: number;
  /** Items of the slogan that are not named, in their long form. */
  readonly missing: readonly string[];
  /** Items named that the slogan does not have. */
  readonly foreign: readonly Span[];
}

const NAMES = new RegExp(SLOGANS.map(({ name }) => name).join('|'), 'g');
const BY_NAME = new Map(SLOGANS.map((slogan) => [slogan.name, slogan]));
const INTRO = /^”?[^，。；：、“”（]{0,8}(?:[：:（(]|，?(?:即|也就是|就是|分别是|包括)[：:]?|，?——)/;

/** Slogans with a list right before or after them of which at least two items are the slogan's own. */
export function readSlogans(text: string): readonly SloganList[] {
  const found: SloganList[] = [];
  for (const match of text.matchAll(NAMES)) {
    const slogan = BY_NAME.get(match[0])!;
    const span = { start: match.index, end: match.index + match[0].length };
    const opening = /的?“?$/.exec(text.slice(Math.max(0, span.start - 2), span.start))![0];
    const before = namesBefore(text, span.start - opening.length);
    const intro = INTRO.exec(text.slice(span.end, span.end + 20));
    const after = intro ? listAfter(text, span.end + intro[0].length) : undefined;
    const read = [before, after]
      .filter((listing) => listing !== undefined)
      .map((listing) => compare(text, slogan, span, listing))
      .find((list) => list !== undefined);
    if (read) found.push(read);
  }
  return found;
}

/** Undefined where too few of the items are the slogan's own to say that it is set out here. */
function compare(text: string, slogan: Slogan, span: Span, listing: Listing): SloganList | undefined {
  const words = listing.items.map(({ start, end }) => text.slice(start, end));
  const taken = new Set<number>();
  const own = words.map((word) => {
    const index = slogan.items.findIndex(
      (forms, i) => !taken.has(i) && forms.some((form) => word.includes(form)),
    );
    if (index >= 0) taken.add(index);
    return index;
  });
  if (taken.size < 2 || taken.size * 2 < slogan.items.length) return undefined;
  const first = own.findIndex((index) => index >= 0);
  const items = listing.items.slice(first);
  const missing = slogan.items.filter((_, i) => !taken.has(i));
  const sentence = sentenceAt(text, span);
  // What stands elsewhere in the sentence is set out in another row.
  if (missing.some((forms) => forms.some((form) => sentence.includes(form)))) return undefined;
  const foreign = items.filter((_, i) => own[first + i]! < 0);
  return {
    name: slogan.name,
    span,
    items,
    due: slogan.items.length,
    missing: missing.map(([form]) =>
      slogan.tail && !form!.endsWith(slogan.tail) ? form + slogan.tail : form!,
    ),
    foreign,
  };
}

/** The sentence about a span, at most 200 characters to each side, without the span. */
function sentenceAt(text: string, { start, end }: Span): string {
  const before = /(?<![^。！？])[^。！？]*$/.exec(text.slice(Math.max(0, start - 200), start))![0];
  return before + /^[^。！？]*/.exec(text.slice(end, end + 200))![0];
}

/** A fixed name with another number: “三个确立”. Offsets are in the paragraph's text. */
export interface Misnumbered {
  readonly name: string;
  readonly span: Span;
  readonly digits: Span;
  /** The number that the name has. */
  readonly due: number;
}

const COUNTED_NAME = /“([一二两三四五六七八九十]|\d)([个项][^”]{2,4})”/g;

/** Quoted names of fixed number that bear another one, where the words before them leave no doubt which name it is. */
export function readMisnumbered(text: string): readonly Misnumbered[] {
  if (!text.includes('“')) return [];
  const found: Misnumbered[] = [];
  for (const match of text.matchAll(COUNTED_NAME)) {
    const [whole, number, tail] = match as unknown as readonly [string, string, string];
    const fixed = FIXED_NUMBERS.find((one) => one.tail === tail);
    if (!fixed || parseOrdinal(number) === fixed.count) continue;
    const opening = /(?<![^。！？])[^。！？]*$/.exec(
      text.slice(Math.max(0, match.index - 60), match.index),
    )![0];
    if (!fixed.with.test(opening)) continue;
    const start = match.index + 1;
    const span = { start, end: match.index + whole.length - 1 };
    found.push({
      name: (fixed.count === 2 ? '两' : chineseOrdinal(fixed.count)) + tail,
      span,
      digits: { start, end: start + number.length },
      due: fixed.count,
    });
  }
  return found;
}
