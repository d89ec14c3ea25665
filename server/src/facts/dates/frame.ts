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

const SENTENCE = '。！？\n';
const CLAUSE = '。！？\n，；：';
/** A sentence is followed no further than this to either side. */
const REACH = 400;

/** Reads the frame of a paragraph with its mentions in order; quotations are looked for when first asked about. */
export function readFrame(text: string, mentions: readonly DateMention[]): Frame {
  let quotations: readonly Span[] | undefined;
  let titles: readonly Span[] | undefined;
  const back = (at: number, marks: string): number => {
    let start = at;
    while (start > 0 && at - start < REACH && !marks.includes(text[start - 1]!)) start--;
    return start;
  };
  const forth = (at: number, marks: string): number => {
    let end = at;
    while (end < text.length && end - at < REACH && !marks.includes(text[end]!)) end++;
    return end;
  };
  return {
    text,
    mentions,
    between: (start, end) => mentions.slice(firstFrom(mentions, start), firstFrom(mentions, end)),
    sentenceStart: (at) => back(at, SENTENCE),
    sentenceEnd: (at) => forth(at, SENTENCE),
    clauseStart: (at) => back(at, CLAUSE),
    clauseEnd: (at) => forth(at, CLAUSE),
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

/** Index of the first mention that begins at or behind `at`. */
function firstFrom(mentions: readonly DateMention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.span.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of the spans, which are in order and apart, has `at` inside. */
function holds(spans: readonly Span[], at: number): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.start < at;
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
