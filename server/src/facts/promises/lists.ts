import type { Span } from '../../draft/span.ts';
import { LEAD, MAYBE_NOUN, NO_NOUN, NOUN_END, NUMBERED, STOP } from './list-words.ts';
import { alike, common, commonEnd, type Listing, weigh } from './weigh.ts';

const WINDOW = 160;
/** What stands between the items of a list, or closes one of them. */
const SEVERAL = /[、”和与及]/;
const CLOSERS: Readonly<Record<string, string>> = { '”': '“', '）': '（', ')': '(', '》': '《', '’': '‘' };
const OPENERS: Readonly<Record<string, string>> = { '“': '”', '（': '）', '(': ')', '《': '》', '‘': '’' };
/** The next clause tells what another name stands for: “三类”即教师 */
const DEFINES = /^“[^”]{1,12}”(?:即|是|指|为|包括|主要)/;

/** The list that ends at `at`: 经济、社会和文化|三个方面, “甲”“乙”|两个. Undefined where nothing is listed. */
export function listBefore(text: string, at: number): Listing | undefined {
  const listing = namesBefore(text, at);
  const tail = text.slice(Math.max(0, at - 4), at);
  const arabic = /^[“这 ]{0,2}[\d０-９]/.test(text.slice(at, at + 3));
  return (NO_NOUN.test(tail) && !NOUN_END.test(tail)) || (arabic && MAYBE_NOUN.test(tail))
    ? undefined
    : listing;
}

/** As `listBefore`, whatever word the list ends with: for what comes before a name, not a number. */
export function namesBefore(text: string, at: number): Listing | undefined {
  const low = Math.max(0, at - WINDOW);
  const window = text.slice(low, at);
  if (!SEVERAL.test(window)) return undefined;
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
  return inner ?? weigh(text, withoutVerb(text, items), true);
}

/** 要从经济、社会, 以及经济和社会: what leads over to the first item is none of it. */
function withoutVerb(text: string, [first, ...rest]: readonly Span[]): readonly Span[] {
  const { start, end } = first!;
  const joined = text.startsWith('以及', start) ? start + 2 : start;
  const led = LEAD.exec(text.slice(joined, end))![0].length;
  // 坚持和落实 does not begin behind 坚持.
  const lead = rest.length > 0 || !/[和与及以]/.test(text[joined + led] ?? '') ? led : 0;
  return [{ start: joined + lead < end ? joined + lead : start, end }, ...rest];
}

/** “登高、升规、晋位”: one quotation at the end of `span` that holds a list. */
function quotedList(text: string, { start, end }: Span): Listing | undefined {
  if (text[end - 1] !== '”') return undefined;
  const open = start + text.slice(start, end).lastIndexOf('“');
  if (open < start || !text.slice(open, end).includes('、')) return undefined;
  return weigh(text, cut(text, { start: open + 1, end: end - 1 }, '、'), false);
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
    return (items.length === 1 ? quotedList(text, whole) : undefined) ?? weigh(text, items, false);
  }
  const first = cut(text, { start: at, end: comma }, '、');
  if (first.length > 1) {
    const listing = weigh(text, first, false);
    if (!listing) return undefined;
    const words = first.map((span) => text.slice(span.start, span.end));
    const next = text.slice(comma + 1, end);
    const goesOn =
      !DEFINES.test(next) && (next.includes('、') || beginsLike(words, next) || endsLike(words, next));
    return { ...listing, sure: listing.sure && alike(words) && !goesOn };
  }
  const clauses = cut(text, { start: at, end }, '，');
  const listing = weigh(text, clauses, false);
  const words = clauses.map((span) => text.slice(span.start, span.end));
  if (!listing || words.some((word) => word.includes('、'))) return undefined;
  return {
    ...listing,
    sure: listing.sure && (common(words) >= (words.length > 2 ? 1 : 2) || commonEnd(words) >= 2),
  };
}

function beginsLike(words: readonly string[], next: string): boolean {
  return common(words) > 0 && next.startsWith(words[0]!.slice(0, common(words)));
}

function endsLike(words: readonly string[], next: string): boolean {
  const tail = commonEnd(words);
  return tail > 0 && /^[^，。；]*/.exec(next)![0].endsWith(words[0]!.slice(-tail));
}

/** Cuts a span at a mark that stands outside quotations and brackets, and between two quotations. */
function cut(text: string, span: Span, mark: string): Span[] {
  const within = text.slice(0, span.end);
  const cuts: Span[] = [];
  for (let i = span.start; i < span.end; i++) {
    const closer = OPENERS[text[i]!];
    if (closer) {
      if (i > span.start && text[i] === '“' && text[i - 1] === '”') cuts.push({ start: i, end: i });
      const close = within.indexOf(closer, i + 1);
      if (close > 0) i = close;
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
