import { firstWhere } from '../../draft/halving.ts';
import type { Span } from '../../draft/span.ts';
import type { DateMention } from './types.ts';

/** The sentence and the clause around a place of a paragraph, and what is quoted. */
export interface Frame {
  readonly text: string;
  readonly mentions: readonly DateMention[];
  /** Mentions that begin in a stretch of the text. */
  readonly between: (start: number, end: number) => readonly DateMention[];
  /** Start of the sentence that holds `at`. */
  readonly sentenceStart: (at: number) => number;
  readonly sentenceEnd: (at: number) => number;
  readonly clauseStart: (at: number) => number;
  readonly clauseEnd: (at: number) => number;
  /** Whether `at` stands in someone else's words: a quotation of a clause or more, or a title in 《》. */
  readonly quoted: (at: number) => boolean;
  readonly titled: (at: number) => boolean;
}

const SENTENCE = /[。！？\n]/g;
const CLAUSE = /[。！？\n，；：]/g;
/** A sentence is followed no further than this to either side. */
const REACH = 400;

/** Reads the frame of a paragraph with its mentions in order; quotations are looked for when first asked about. */
export function readFrame(text: string, mentions: readonly DateMention[]): Frame {
  let quotations: readonly Span[] | undefined;
  let titles: readonly Span[] | undefined;
  const sentences = createBorders(text, SENTENCE);
  const clauses = createBorders(text, CLAUSE);
  return {
    text,
    mentions,
    between: (start, end) => mentions.slice(firstFrom(mentions, start), firstFrom(mentions, end)),
    sentenceStart: sentences.before,
    sentenceEnd: sentences.behind,
    clauseStart: clauses.before,
    clauseEnd: clauses.behind,
    quoted(at) {
      quotations ??= enclosed(text, '“', '”').filter(({ start, end }) => hasClause(text, start, end));
      return holds(quotations, at);
    },
    titled(at) {
      titles ??= enclosed(text, '《', '》');
      return holds(titles, at);
    },
  };
}

/** Where stretches between marks begin and end, seen from a place in them; the marks are looked for when first asked about. */
function createBorders(text: string, mark: RegExp) {
  let known: readonly number[] | undefined;
  const marks = (): readonly number[] => {
    known ??= Array.from(text.matchAll(mark), ({ index }) => index);
    return known;
  };
  return {
    before: (at: number): number => Math.max(0, at - REACH, (marks()[firstAt(marks(), at) - 1] ?? -1) + 1),
    behind: (at: number): number =>
      Math.max(at, Math.min(text.length, at + REACH, marks()[firstAt(marks(), at)] ?? text.length)),
  };
}

/** Index of the first of the numbers, which ascend, that is not below `at`. */
function firstAt(numbers: readonly number[], at: number): number {
  return firstWhere(numbers.length, (index) => numbers[index]! >= at);
}

/** Index of the first mention that begins at or behind `at`. */
function firstFrom(mentions: readonly DateMention[], at: number): number {
  return firstWhere(mentions.length, (index) => mentions[index]!.span.start >= at);
}

/** Whether one of the spans, which are in order and apart, has `at` inside. */
function holds(spans: readonly Span[], at: number): boolean {
  const next = spans[firstWhere(spans.length, (index) => spans[index]!.end > at)];
  return next !== undefined && next.start < at;
}

function enclosed(text: string, open: string, close: string): Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf(open); start >= 0; ) {
    const end = text.indexOf(close, start);
    if (end < 0) break;
    spans.push({ start, end: end + 1 });
    start = text.indexOf(open, end);
  }
  return spans;
}

/** A name or a slogan in quotation marks holds no such mark. */
function hasClause(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ('，。；！？'.includes(text[at]!)) return true;
  return false;
}
