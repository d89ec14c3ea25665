import type { Span } from '../../draft/span.ts';
import { isChineseMark, isDigit, isHan, isLatin, unitBeyondMarks } from './characters.ts';
import type { PairReading } from './pairs.ts';
import type { Quote } from './quotes.ts';

/** The kind of mark, named by its full-width form; quotation marks by “, brackets by （. */
export type WidthKind = '，' | '；' | '：' | '？' | '！' | '。' | '（' | '“' | '‘';

/** A half-width or straight mark in Chinese text: one place, one or two marks to change. */
export interface HalfWidth {
  readonly kind: WidthKind;
  /** The mark; for brackets and quotations around Chinese both marks and what stands between. */
  readonly span: Span;
  /** What to write instead, by offset of one character; empty where it cannot be told. */
  readonly changes: readonly { readonly at: number; readonly mark: string }[];
  /** A comma right between two Chinese characters: there is nothing else it could be. */
  readonly certain: boolean;
}

const FULL: Readonly<Record<string, WidthKind>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
};
/** Without one of these nothing is found: marks between two figures are left out at once. */
const SUSPECT = /[;?!()"'＂｀＇]|(?:^|\D)[,:]|[,:](?:\D|$)|[\])）”]\.|\.$/;
const EACH_MARK = /[,;:?!.]/g;
const FULL_MARKS = /[，；：？！。（“‘]/g;
const ADDRESS =
  /(?<![\w.+-])[\w.+-]+@[\w.-]+|(?<![a-z])[a-z]+:\/\/[!-~]+|(?<![\w-])[\w-]+(?:\.[\w-]+)+(?:[/:?][!-~]*)?/gi;
const NUMBER_IN_BRACKETS = /^[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）]?[、.]?$/;
/** What may follow a full stop. */
const NEW_SENTENCE = /^(?:$|[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]，)/;
const LONGEST_IN_BRACKETS = 200;

/** Reads half-width marks that stand in Chinese text (GB/T 15834-2011 5.1). Figures, times, addresses and Latin text are left out. */
export function readWidths(text: string, pairsOf: () => PairReading): readonly HalfWidth[] {
  if (!SUSPECT.test(text)) return [];
  const pairs = pairsOf();
  return [
    ...straightQuotes(pairs.double, '“', '”'),
    ...straightQuotes(pairs.single, '‘', '’'),
    ...singleMarks(text),
    ...brackets(text, pairs),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** How many full-width marks of each kind a paragraph has. */
export function countFull(text: string): ReadonlyMap<WidthKind, number> {
  const full = new Map<WidthKind, number>();
  for (const mark of text.match(FULL_MARKS) ?? [])
    full.set(mark as WidthKind, (full.get(mark as WidthKind) ?? 0) + 1);
  return full;
}

function singleMarks(text: string): HalfWidth[] {
  const held = /[@/]|\w\.\w/.test(text) ? addresses(text) : [];
  let address = 0;
  const found: HalfWidth[] = [];
  for (const { 0: mark, index } of text.matchAll(EACH_MARK)) {
    while (address < held.length && held[address]!.end <= index) address++;
    if (address < held.length && held[address]!.start <= index) continue;
    const kind = FULL[mark]!;
    if (!(mark === '.' ? isFullStop(text, index) : isChinesePlace(text, index, mark))) continue;
    const before = text.charCodeAt(index - 1);
    const certain = mark === ',' && isHan(before) && isHan(text.charCodeAt(index + 1));
    found.push({
      kind,
      span: { start: index, end: index + 1 },
      changes: [{ at: index, mark: kind }],
      certain,
    });
  }
  return found;
}

function addresses(text: string): Span[] {
  return [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => ({
    start: index,
    end: index + address.replace(/(?<![.,;:?!])[.,;:?!]+$/, '').length,
  }));
}

/** Next to a Chinese character or mark, never between figures or letters, never doubled (that is another matter). */
function isChinesePlace(text: string, at: number, mark: string): boolean {
  if (isMarkOfSentence(text.charCodeAt(at - 1)) || isMarkOfSentence(text.charCodeAt(at + 1))) return false;
  const before = unitBeyondMarks(text, at, -1);
  const after = unitBeyondMarks(text, at, 1);
  if (isHan(before) || isPercent(before)) return mark !== ':' || text[at + 1] !== '/';
  if (isChineseMark(before)) return true;
  // After a figure a colon may belong to a time or a ratio, after a Latin word to its own language.
  return isLetterOrDigit(before) && isHan(after) && (mark === ',' || mark === ';' || !isDigit(before));
}

/** A dot is read as 。 only where a sentence plainly ends: between names it would be ·. */
function isFullStop(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const bracket = before === 0x5d || before === 0x29 || before === 0xff09 || before === 0x201d;
  return (
    (isHan(before) && at > 4 && at === text.length - 1) ||
    (bracket && NEW_SENTENCE.test(text.slice(at + 1, at + 6)))
  );
}

function isMarkOfSentence(unit: number): boolean {
  return '，。、；：？！,;'.includes(String.fromCharCode(unit));
}

function isPercent(unit: number): boolean {
  return unit === 0x25 || unit === 0xff05;
}

function isLetterOrDigit(unit: number): boolean {
  return isDigit(unit) || isLatin(unit);
}

/** Brackets around Chinese, and the half-width half of a pair that is full-width on the other side. */
function brackets(text: string, { brackets: { pairs } }: PairReading): HalfWidth[] {
  return pairs.flatMap(([open, close]): HalfWidth[] => {
    const changes = [
      ...(text[open] === '(' ? [{ at: open, mark: '（' }] : []),
      ...(text[close] === ')' ? [{ at: close, mark: '）' }] : []),
    ];
    if (changes.length === 0) return [];
    const inner = text.slice(open + 1, Math.min(close, open + LONGEST_IN_BRACKETS));
    if (!hasHan(inner) || isNumber(text, open, close)) return [];
    const span = changes.length === 2 ? { start: open, end: close + 1 } : place(changes[0]!.at);
    return [{ kind: '（', span, changes, certain: false }];
  });
}

function place(at: number): Span {
  return { start: at, end: at + 1 };
}

/** (一) before a heading is for the rules of numbering. */
function isNumber(text: string, open: number, close: number): boolean {
  return close - open < 6 && NUMBER_IN_BRACKETS.test(text.slice(open, close + 1));
}

function hasHan(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isHan(text.charCodeAt(at))) return true;
  return false;
}

function straightQuotes(quotes: readonly Quote[], open: '“' | '‘', close: string): HalfWidth[] {
  const straight = new Set(quotes.filter((quote) => quote.straight).map((quote) => quote.at));
  return quotes.flatMap(({ at, does, straight: isStraight, partner }): HalfWidth[] => {
    if (!isStraight || (does === 'closes' && straight.has(partner))) return [];
    const mark = { at, mark: does === 'opens' ? open : close };
    if (does === 'lost') return [{ kind: open, span: place(at), changes: [], certain: false }];
    if (!straight.has(partner)) return [{ kind: open, span: place(at), changes: [mark], certain: false }];
    const changes = [mark, { at: partner, mark: close }];
    return [{ kind: open, span: { start: at, end: partner + 1 }, changes, certain: false }];
  });
}
