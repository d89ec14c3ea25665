import type { Span } from '../../draft/span.ts';
import type { DateMention } from './types.ts';

/** The sentence and the clause around a place of a paragraph, and what is quoted. */
export interface Frame {
  readonly text: string;
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
/** Reads the frame of a paragraph; quotations are looked for when first asked about. */
export function readFrame(text: string): Frame {
  let quotations: readonly Span[] | undefined;
  let titles: readonly Span[] | undefined;
  const back = (at: number, marks: string): number => {
    let start = at;
    while (start > 0 && !marks.includes(text[start - 1]!)) start--;
    return start;
  };
  const forth = (at: number, marks: string): number => {
    let end = at;
    while (end < text.length && !marks.includes(text[end]!)) end++;
    return end;
  };
  return {
    text,
    sentenceStart: (at) => back(at, SENTENCE),
    sentenceEnd: (at) => forth(at, SENTENCE),
    clauseStart: (at) => back(at, CLAUSE),
    clauseEnd: (at) => forth(at, CLAUSE),
    quoted(at) {
      quotations ??= enclosed(text, '“', '”').filter(({ start, end }) => hasClause(text, start, end));
      return quotations.some(({ start, end }) => start < at && at < end);
    },
    titled(at) {
      titles ??= enclosed(text, '《', '》');
      return titles.some(({ start, end }) => start < at && at < end);
    },
  };
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

/** What is said to be the year of an event: 今年 (an offset) or a year in figures. */
export interface Bound {
  readonly word: DateMention;
  readonly year?: number;
  readonly offset?: number;
}

/** 是, or one of several 是 in a row: 既是……，也是. */
const IS =
  /^(?:，|（[^）]{0,12}）)?(?:(?:既|不仅)?是[^。；！？：]{1,60}?[，、](?:同时)?)?(?:既|也|又|还|更|正|恰|，)?(?:是|系)[^，。；！？：年为]{0,24}$/;
/** 适逢, 迎来 or 庆祝 of everyone's year; what a few prepare for is another year's. */
const MEETS =
  /^，?(?:我们|大家|全[市省县区州国党])?(?:将|要|共同|隆重|热烈|即将)*(?:适逢|恰逢|正值|时逢|喜逢|迎来|喜迎|庆祝|纪念)了?[^，。；！？：年]{0,8}$/;
const DIRECT = /^(?:，?为|这个|这一|作为|)$/;
const MEANWHILE = /迎接|筹备|备战|献礼|准备|谋划|展望|提前|距|对标|对照|面向|总结|回顾|围绕|打牢|奠定/;
const NO_SUBJECT = /^(?:以来|以前|之前|之后|以后|前|后|底|末|初|起|开始|至|到|—|－|-|、|～|度|[0-9])/;
const NOT_ALONE = /(?:自|从|到|至|截至|—|－|-|～|、|距|离|继|比|较|与|和)$/;
/** A plan's year is said of the subject only where the phrase ends with it: not 开局之年打基础. */
const ENDED = /^(?:[，。；、！）,]|和|与|及|暨|$)/;
const SEVERAL = /年[^，。；]*年[^，。；]*年/;

/**
 * The year word that an event is said to be in, nearest before it in its sentence: 今年是……开局之年, 2025年，是我国……
 * undefined where another reading is possible.
 */
export function boundBefore(
  frame: Frame,
  mentions: readonly DateMention[],
  event: DateMention,
): Bound | undefined {
  const from = frame.sentenceStart(event.span.start);
  const { text } = frame;
  let word: DateMention | undefined;
  for (const one of mentions) {
    if (one.span.start < from || one.span.end > event.span.start) continue;
    if (isYearWord(one) && (!word || one.span.end > word.span.end)) word = one;
    else if (one.kind === 'range') word = one;
  }
  if (!word || !isYearWord(word)) return undefined;
  const gap = text.slice(word.span.end, event.span.start).replace(/^\d{1,2}月\d{1,2}日/, '');
  if (gap.length > 90 || NO_SUBJECT.test(gap) || MEANWHILE.test(gap)) return undefined;
  if (!DIRECT.test(gap) && !IS.test(gap) && !MEETS.test(gap)) return undefined;
  if (event.kind === 'plan' && !ENDED.test(text.slice(event.span.end))) return undefined;
  if (NOT_ALONE.test(text.slice(from, word.span.start)) || SEVERAL.test(gap)) return undefined;
  if (gap === '' && word.kind === 'relative') return undefined;
  return boundTo(word);
}

/** A year in figures right behind an event: 开局之年（2026年）, 开局之年的2026年. */
export function boundAfter(
  frame: Frame,
  mentions: readonly DateMention[],
  event: DateMention,
): Bound | undefined {
  const lead = /^(?:的|[（(]|——|即)(?=\d)/.exec(frame.text.slice(event.span.end, event.span.end + 4));
  if (!lead) return undefined;
  const at = event.span.end + lead[0].length;
  const word = mentions.find(
    ({ kind, span, year }) => kind === 'date' && year !== undefined && span.start === at,
  );
  return word && boundTo(word);
}

function isYearWord({ kind, year }: DateMention): boolean {
  return kind === 'relative' || (kind === 'date' && year !== undefined);
}

function boundTo(word: DateMention): Bound {
  return word.kind === 'relative' ? { word, offset: word.offset ?? 0 } : { word, year: word.year! };
}
