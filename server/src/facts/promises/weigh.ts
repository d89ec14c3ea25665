import type { Span } from '../../draft/span.ts';
import { AND, COUNTED, isPureVerb, OPEN_END, VERB, WHOLE_NAME } from './list-words.ts';

/** Items that stand side by side. Offsets are in the paragraph's text. */
export interface Listing {
  readonly items: readonly Span[];
  /** The fewest and the most items that it can be read as: 和 may join the last two items or stand inside the last. */
  readonly least: number;
  readonly most: number;
  /** Its borders are beyond doubt. */
  readonly sure: boolean;
}

/** A longer item is a clause, and may hold a 顿号 of its own. */
const LONGEST = 14;
/** The same for a short list that a colon leads to. */
const LONGEST_OF_FEW = 18;

/**
 * Weighs the items of a list; `openLeft`: words that do not belong to it may stand before its first item.
 * 和 joins the last two items of a list; before the last item it stands inside one, unless it joins short names.
 * Undefined where nothing is listed, or the list is left open.
 */
export function weigh(text: string, items: readonly Span[], openLeft: boolean): Listing | undefined {
  const words = wordsOf(text, items);
  const last = words[words.length - 1]!;
  if (OPEN_END.test(last) || words.some((word) => word.trim() === '')) return undefined;
  const joints = words.map((word) => [...bare(word).matchAll(AND)].length);
  const ending = joints[joints.length - 1]!;
  if (items.length === 1 && ending === 0) return undefined;
  const split = ending === 1 ? splitLast(items, last) : undefined;
  const pieces = split ? wordsOf(text, split) : words;
  if (items.length === 1 && pieces.every(isPureVerb)) return undefined;
  const sure = isShort(pieces, openLeft) && !isCounted(pieces, openLeft);
  if (isMixed(words, openLeft)) return { items, least: 2, most: items.length + ending, sure: false };
  const names = words.slice(0, -1).filter((_, i) => joinsNames(words, i, openLeft)).length;
  const whole = { items, least: items.length, most: items.length + names, sure };
  if (ending === 0) return whole;
  const paired = items.length > 1 && joints.every((count) => count === 1);
  if (paired || isFramed(words)) return whole;
  if (!split) return { ...whole, most: whole.most + ending };
  const both = { items: split, least: items.length, most: whole.most + 1, sure };
  return items.length === 1 || isEven(pieces) ? { ...both, least: split.length } : both;
}

/** 新疆、西藏和青海、甘肃: what stands about 和 is as long as the other items, and short. */
function joinsNames(words: readonly string[], index: number, openLeft: boolean): boolean {
  const halves = bare(words[index]!).split(AND);
  if (halves.length < 2) return false;
  const others = words.filter((_, i) => i !== index && (i > 0 || !openLeft)).map(({ length }) => length);
  return halves
    .slice(openLeft && index === 0 ? 1 : 0)
    .every(({ length }) => length <= 4 && length >= Math.min(...others) && length <= Math.max(...others));
}

/** Whether items are built alike: as long as each other, or with the same beginning or end. Brackets do not count. */
export function alike(words: readonly string[]): boolean {
  const plain = words.map(withoutBrackets);
  return plain.every((word) => word.length === plain[0]!.length) || common(plain) > 0 || commonEnd(plain) > 0;
}

/** Length of the common beginning, an opening quotation mark aside. */
export function common(words: readonly string[]): number {
  const plain = words.map((word) => word.replace(/^“/, ''));
  let length = 0;
  const shortest = Math.min(...plain.map((word) => word.length));
  while (length < shortest && plain.every((word) => word[length] === plain[0]![length])) length++;
  return length;
}

/** Length of the common end, a closing quotation mark aside. */
export function commonEnd(words: readonly string[]): number {
  return common(words.map((word) => [...word.replace(/”$/, '')].reverse().join('')));
}

const wordsOf = (text: string, items: readonly Span[]): readonly string[] =>
  items.map(({ start, end }) => text.slice(start, end));

const withoutBrackets = (word: string): string => word.replace(/（[^（）]*）|\([^()]*\)/g, '');

/** Words before the first item of an open list are none of it. */
const inside = (words: readonly string[], openLeft: boolean): readonly string[] =>
  openLeft ? words.slice(1) : words;

function isParallel(words: readonly string[], openLeft: boolean): boolean {
  return words.length > 2 && (common(inside(words, openLeft)) >= 2 || commonEnd(words) >= 2);
}

function isShort(words: readonly string[], openLeft: boolean): boolean {
  const longest = !openLeft && words.length <= 4 ? LONGEST_OF_FEW : LONGEST;
  return (
    isParallel(words, openLeft) ||
    inside(words, openLeft).every((word) => word.length <= longest || /^“[^”]*”$/.test(word))
  );
}

/** Items that are counts themselves; what leads over to the first of three even items may hold a count. */
function isCounted(words: readonly string[], openLeft: boolean): boolean {
  if (words.length > 2 && commonEnd(words) >= 2) return false;
  const inner = inside(words, openLeft);
  if (inner.some((word) => COUNTED.test(word))) return true;
  const even = words.length > 2 && (alike(inner) || inner.every((word) => word.length <= 4));
  return COUNTED.test(words[0]!) && !even;
}

/** Some items begin with a verb and others do not: where the list begins is in doubt, unless all are of one make. */
function isMixed(words: readonly string[], openLeft: boolean): boolean {
  const inner = words.slice(1);
  const verbs = inner.filter((word) => VERB.test(word)).length;
  if (!openLeft || verbs === 0 || verbs === inner.length) return false;
  const sameLength = inner[0]!.length >= 4 && inner.every((word) => word.length === inner[0]!.length);
  return !(sameLength || commonEnd(words) >= 2);
}

/** All items begin and end alike, what leads over to the first aside, so that what 和 joins is inside the last. */
function isFramed(words: readonly string[]): boolean {
  const beginning = words[words.length - 1]!.slice(0, 2);
  return words.length > 1 && commonEnd(words) >= 2 && words.every((word) => word.includes(beginning));
}

/** All pieces are of one length or end alike, or are short names, so that 和 joins two of them. */
function isEven(pieces: readonly string[]): boolean {
  const inner = pieces.slice(1);
  const oneLength = inner.every((piece) => piece.length === inner[0]!.length);
  return oneLength || commonEnd(pieces) > 0 || pieces.every(isQuoted) || areNames(pieces);
}

/** 竣工、在建和拟开工: what 和 joins is as short as the items before it. */
function areNames(pieces: readonly string[]): boolean {
  const lengths = pieces.map(({ length }) => length);
  const others = lengths.slice(lengths[0]! > 4 ? 1 : 0, -2);
  const least = Math.min(...others);
  const most = Math.min(4, Math.max(...others) + 1);
  return others.length > 0 && lengths.slice(-2).every((length) => length >= least && length <= most);
}

const isQuoted = (word: string): boolean => /“[^“”]*”$/.test(word);

/** The last item cut at its 和. */
function splitLast(items: readonly Span[], last: string): readonly Span[] {
  const { start, end } = items[items.length - 1]!;
  const match = [...bare(last).matchAll(AND)][0]!;
  const at = start + match.index;
  return [...items.slice(0, -1), { start, end: at }, { start: at + match[0].length, end }];
}

/** The words with what is quoted, bracketed or one name blanked. */
function bare(word: string): string {
  const blank = (inner: string): string => '□'.repeat(inner.length);
  return word.replace(/“[^“”]*”|（[^（）]*）|《[^《》]*》|\([^()]*\)/g, blank).replace(WHOLE_NAME, blank);
}
