import { isChinese, isLatin } from './characters.ts';

/** A bracket and its place in the paragraph's text. */
export interface Bracket {
  readonly at: number;
  readonly mark: string;
  readonly opens: boolean;
}

/** Brackets of a paragraph: pairs by offset, pairs of different shapes, and marks without a partner. */
export interface BracketReading {
  readonly pairs: readonly (readonly [number, number])[];
  /** Opened as one family and closed as another: 【…]. */
  readonly mixed: readonly (readonly [Bracket, Bracket])[];
  readonly lost: readonly Bracket[];
}

const OPEN = '（(【[［〔《〈';
const CLOSE = '）)】]］〕》〉';
/** Marks of one family close each other, whatever their width. */
const FAMILY = [0, 0, 1, 2, 2, 3, 4, 5];
const MARKS = /[（()）【】[\]［］〔〕《》〈〉]/g;
const NUMBER_BEFORE = /(?:^|[。；：，、！？;:,.\s”])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/;
/** [0,1) (0，100]: a range of figures may end with another bracket than it began with. */
const INTERVALS = /[[(（［][-−]?[\d.%％]{1,12}[,，][-−]?[\d.%％∞]{1,12}[\])）］]/g;
const NONE: BracketReading = { pairs: [], mixed: [], lost: [] };

/** Pairs the brackets of a paragraph, each family by itself (GB/T 15834-2011 4.9, 4.15). Time grows with their number. */
export function readBrackets(text: string): BracketReading {
  const brackets: Bracket[] = [];
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    brackets.push({ at: index, mark, opens: OPEN.includes(mark) });
  }
  if (brackets.length === 0) return NONE;
  const first = pairUp(brackets);
  if (first.lost.length === 0) return { ...first, mixed: [] };
  const ofText = withoutIntervals(text, brackets);
  const plain = joinMixed(text, pairUp(ofText));
  if (plain.lost.length === 0) return plain;
  const counted = joinMixed(text, pairUp(ofText.filter((bracket) => !closesNumber(text, bracket))));
  return counted.lost.length < plain.lost.length ? counted : plain;
}

function withoutIntervals(text: string, brackets: readonly Bracket[]): readonly Bracket[] {
  const ends = new Set(
    [...text.matchAll(INTERVALS)].flatMap(({ 0: whole, index }) => [index, index + whole.length - 1]),
  );
  return ends.size === 0 ? brackets : brackets.filter(({ at }) => !ends.has(at));
}

/** The closing half in 1） or a）, where nothing opens right before the number. */
function closesNumber(text: string, { at, mark }: Bracket): boolean {
  if (mark !== '）' && mark !== ')') return false;
  return NUMBER_BEFORE.test(text.slice(Math.max(0, at - 4), at));
}

function pairUp(brackets: readonly Bracket[]): Pick<BracketReading, 'pairs' | 'lost'> {
  const open: Bracket[][] = [[], [], [], [], [], []];
  const pairs: (readonly [number, number])[] = [];
  const lost: Bracket[] = [];
  for (const bracket of brackets) {
    const stack = open[FAMILY[(bracket.opens ? OPEN : CLOSE).indexOf(bracket.mark)]!]!;
    if (bracket.opens) stack.push(bracket);
    else {
      const other = stack.pop();
      if (other) pairs.push([other.at, bracket.at]);
      else lost.push(bracket);
    }
  }
  for (const stack of open) for (const mark of stack) lost.push(mark);
  return { pairs, lost: lost.sort((a, b) => a.at - b.at) };
}

function joinMixed(text: string, { pairs, lost }: ReturnType<typeof pairUp>): BracketReading {
  const mixed: (readonly [Bracket, Bracket])[] = [];
  const left: Bracket[] = [];
  for (const bracket of lost) {
    const before = left[left.length - 1];
    if (before?.opens && !bracket.opens && inOneSentence(text, before.at, bracket.at)) {
      left.pop();
      mixed.push([before, bracket]);
    } else left.push(bracket);
  }
  return { pairs, mixed, lost: left.filter((bracket) => isOfChinese(text, bracket)) };
}

const LONGEST_IN_BRACKETS = 400;

function inOneSentence(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_IN_BRACKETS && !/[。！？]/.test(text.slice(start, end));
}

/** A half-width bracket counts where it stands in Chinese text; formulas and code have their own ways. */
function isOfChinese(text: string, { at, mark }: Bracket): boolean {
  if (mark === '[' || mark === ']') return false;
  if (mark !== '(' && mark !== ')') return true;
  const before = text.charCodeAt(at - 1);
  return !isLatin(before) && (isChinese(before) || isChinese(text.charCodeAt(at + 1)));
}
