import type { Span } from '../../draft/span.ts';
import { AND, COUNTED, LEAD, MAYBE_NOUN, NO_NOUN, NUMBERED, OPEN_END, STOP, VERB } from './list-words.ts';

/** Items that stand side by side. Offsets are in the paragraph's text. */
export interface Listing {
  readonly items: readonly Span[];
  /** The fewest and the most items that it can be read as: 和 may join two items or stand inside one. */
  readonly least: number;
  readonly most: number;
  /** Its borders are beyond doubt. */
  readonly sure: boolean;
}

const WINDOW = 160;
/** A longer item is a clause, and may hold a 顿号 of its own. */
const LONGEST = 14;
const CLOSERS: Readonly<Record<string, string>> = { '”': '“', '）': '（', ')': '(', '》': '《', '’': '‘' };
const OPENERS: Readonly<Record<string, string>> = { '“': '”', '（': '）', '(': ')', '《': '》', '‘': '’' };
/** The list that ends at `at`: 经济、社会和文化|三个方面, “甲”“乙”|两个. Undefined where nothing is listed. */
export function listBefore(text: string, at: number): Listing | undefined {
  const listing = namesBefore(text, at);
  const tail = text.slice(Math.max(0, at - 4), at);
  const arabic = /^[“这 ]{0,2}[\d０-９]/.test(text.slice(at, at + 3));
  return NO_NOUN.test(tail) || (arabic && MAYBE_NOUN.test(tail)) ? undefined : listing;
}

/** As `listBefore`, whatever word the list ends with: for what comes before a name, not a number. */
export function namesBefore(text: string, at: number): Listing | undefined {
  const low = Math.max(0, at - WINDOW);
  const window = text.slice(low, at);
  const cuts: Span[] = [];
  let start = window.length;
  while (start > 0) {
    const character = window[start - 1]!;
    if (STOP.test(character) || OPENERS[character]) break;
    const opener = CLOSERS[character];
    if (opener) {
      const open = start > 1 ? window.lastIndexOf(opener, start - 2) : -1;
      if (open < 0) return undefined;
      if (character === '”' && window[open - 1] === '”') cuts.unshift({ start: low + open, end: low + open });
      start = open;
      continue;
    }
    if (character === '、') cuts.unshift({ start: low + start - 1, end: low + start });
    start--;
  }
  if (start === 0 && low > 0) return undefined;
  const items = pieces({ start: low + start, end: at }, cuts);
  const inner = items.length === 1 ? quotedList(text, items[0]!) : undefined;
  return inner ?? read(text, withoutVerb(text, items), true);
}

/** 要从经济、社会: what leads over to the first item is none of it. */
function withoutVerb(text: string, [first, ...rest]: readonly Span[]): readonly Span[] {
  const { start, end } = first!;
  const lead = rest.length > 0 ? LEAD.exec(text.slice(start, end))![0].length : 0;
  return [{ start: start + (start + lead < end ? lead : 0), end }, ...rest];
}

/** “登高、升规、晋位”: one quotation at the end of `span` that holds a list. */
function quotedList(text: string, { start, end }: Span): Listing | undefined {
  if (text[end - 1] !== '”') return undefined;
  const open = start + text.slice(start, end).lastIndexOf('“');
  if (open < start || !text.slice(open, end).includes('、')) return undefined;
  return read(text, cut(text, { start: open + 1, end: end - 1 }, '、'), false);
}

/**
 * The list that begins at `at` and ends with its clause: 问题导向、目标导向、结果导向。
 * Clauses count as items only where all begin alike. Undefined where nothing is listed.
 */
export function listAfter(text: string, at: number): Listing | undefined {
  if (NUMBERED.test(text.slice(at, at + 6))) return undefined;
  let end = at;
  const high = Math.min(text.length, at + 2 * WINDOW);
  let comma = -1;
  while (end < high) {
    const character = text[end]!;
    const closer = OPENERS[character];
    if (closer) {
      const inside = text.slice(end + 1, high).indexOf(closer);
      if (inside < 0) return undefined;
      const close = end + 1 + inside;
      end = close + 1;
      continue;
    }
    if (CLOSERS[character]) break;
    if (/[，,]/.test(character)) {
      if (comma < 0) comma = end;
    } else if (STOP.test(character)) break;
    end++;
  }
  if (end >= high && high < text.length) return undefined;
  if (comma < 0) {
    const whole = { start: at, end };
    const items = cut(text, whole, '、');
    return (items.length === 1 ? quotedList(text, whole) : undefined) ?? read(text, items, false);
  }
  const first = cut(text, { start: at, end: comma }, '、');
  if (first.length > 1) {
    const listing = read(text, first, false);
    if (!listing) return undefined;
    const words = first.map((span) => text.slice(span.start, span.end));
    const next = text.slice(comma + 1, end);
    const goesOn = next.includes('、') || beginsLike(words, next) || endsLike(words, next);
    return { ...listing, sure: listing.sure && alike(words) && !goesOn };
  }
  const clauses = cut(text, { start: at, end }, '，');
  const listing = read(text, clauses, false);
  const words = clauses.map((span) => text.slice(span.start, span.end));
  if (!listing || words.some((word) => word.includes('、'))) return undefined;
  return {
    ...listing,
    sure: listing.sure && (common(words) >= (words.length > 2 ? 1 : 2) || commonEnd(words) >= 2),
  };
}

/** Whether items are built alike: as long as each other, or with the same beginning or end. */
export function alike(words: readonly string[]): boolean {
  return words.every((word) => word.length === words[0]!.length) || common(words) > 0 || commonEnd(words) > 0;
}

function beginsLike(words: readonly string[], next: string): boolean {
  return common(words) > 0 && next.startsWith(words[0]!.slice(0, common(words)));
}

function endsLike(words: readonly string[], next: string): boolean {
  const tail = commonEnd(words);
  return tail > 0 && /^[^，。；]*/.exec(next)![0].endsWith(words[0]!.slice(-tail));
}

/** Length of the common beginning. */
function common(words: readonly string[]): number {
  let length = 0;
  const shortest = Math.min(...words.map((word) => word.length));
  while (length < shortest && words.every((word) => word[length] === words[0]![length])) length++;
  return length;
}

function commonEnd(words: readonly string[]): number {
  return common(words.map((word) => [...word].reverse().join('')));
}

/** Weighs the items of a list; `openLeft`: words that do not belong to it may stand before its first item. */
function read(text: string, items: readonly Span[], openLeft: boolean): Listing | undefined {
  const words = items.map(({ start, end }) => text.slice(start, end));
  const last = words[words.length - 1]!;
  if (OPEN_END.test(last) || words.some((word) => word.trim() === '')) return undefined;
  const joints = words.map((word) => [...bare(word).matchAll(AND)].length);
  const joined = joints.reduce((sum, count) => sum + count, 0);
  if (items.length === 1 && joined === 0) return undefined;
  const inner = openLeft ? words.slice(1) : words;
  const parallel = words.length > 2 && (common(inner) >= 2 || commonEnd(words) >= 2);
  const short = parallel || inner.every((word) => word.length <= LONGEST || /^“[^”]*”$/.test(word));
  const sure = short && !words.some((word) => COUNTED.test(word));
  const whole = { items, least: items.length, most: items.length + joined, sure };
  const verbs = words.slice(1).filter((word) => VERB.test(word)).length;
  const mixed = openLeft && verbs > 0 && verbs < words.length - 1;
  if (mixed) return { ...whole, least: 2, sure: false };
  if (joined === 0 || (items.length > 1 && joints.every((count) => count === 1))) {
    return { ...whole, most: items.length };
  }
  if (joined === 1 && joints[joints.length - 1] === 1) {
    const split = splitLast(items, last);
    // 和 may join the last two items or stand inside the last one: no doubt where there are two, or all are of one length.
    const even = split.every(({ start, end }) => end - start === split[1]!.end - split[1]!.start);
    if (split.length === 2 || even)
      return { ...whole, items: split, least: split.length, most: split.length };
    return { ...whole, items: split };
  }
  return whole;
}

/** The last item cut at its 和. */
function splitLast(items: readonly Span[], last: string): readonly Span[] {
  const { start, end } = items[items.length - 1]!;
  const match = [...bare(last).matchAll(AND)][0]!;
  const at = start + match.index;
  return [...items.slice(0, -1), { start, end: at }, { start: at + match[0].length, end }];
}

/** The words with what is quoted or bracketed blanked. */
function bare(word: string): string {
  return word.replace(/“[^”]*”|（[^）]*）|《[^》]*》|\([^)]*\)/g, (inner) => '□'.repeat(inner.length));
}

/** Cuts a span at a mark that stands outside quotations and brackets, and between two quotations. */
function cut(text: string, span: Span, mark: string): Span[] {
  const cuts: Span[] = [];
  for (let i = span.start; i < span.end; i++) {
    const closer = OPENERS[text[i]!];
    if (closer) {
      if (i > span.start && text[i] === '“' && text[i - 1] === '”') cuts.push({ start: i, end: i });
      const close = text.indexOf(closer, i + 1);
      if (close > 0 && close < span.end) i = close;
    } else if (text[i] === mark || (mark === '，' && text[i] === ',')) cuts.push({ start: i, end: i + 1 });
  }
  return pieces(span, cuts);
}

function pieces({ start, end }: Span, cuts: readonly Span[]): Span[] {
  const out: Span[] = [];
  let from = start;
  for (const cutting of cuts) {
    out.push({ start: from, end: cutting.start });
    from = cutting.end;
  }
  out.push({ start: from, end });
  return out;
}
