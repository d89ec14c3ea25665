import type { Frame } from './frame.ts';
import type { DateMention } from './types.ts';

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
export function boundBefore(frame: Frame, event: DateMention): Bound | undefined {
  const from = frame.sentenceStart(event.span.start);
  const { text } = frame;
  let word: DateMention | undefined;
  for (const one of frame.between(from, event.span.start)) {
    if (one.span.end > event.span.start) continue;
    if (isYearWord(one) && (!word || one.span.end > word.span.end)) word = one;
    else if (one.kind === 'range') word = one;
  }
  if (!word || !isYearWord(word)) return undefined;
  const gap = text.slice(word.span.end, event.span.start).replace(/^\d{1,2}月\d{1,2}日/, '');
  if (gap.length > 90 || NO_SUBJECT.test(gap) || MEANWHILE.test(gap)) return undefined;
  if (!DIRECT.test(gap) && !IS.test(gap) && !MEETS.test(gap)) return undefined;
  if (event.kind === 'plan' && !ENDED.test(text.slice(event.span.end, event.span.end + 1))) return undefined;
  if (NOT_ALONE.test(text.slice(from, word.span.start)) || SEVERAL.test(gap)) return undefined;
  if (gap === '' && word.kind === 'relative') return undefined;
  return boundTo(word);
}

/** A year in figures right behind an event: 开局之年（2026年）, 开局之年的2026年. */
export function boundAfter(frame: Frame, event: DateMention): Bound | undefined {
  const lead = /^(?:的|[（(]|——|即)(?=\d)/.exec(frame.text.slice(event.span.end, event.span.end + 4));
  if (!lead) return undefined;
  const at = event.span.end + lead[0].length;
  const word = yearAt(frame, at);
  return word && boundTo(word);
}

function isYearWord({ kind, year }: DateMention): boolean {
  return kind === 'relative' || (kind === 'date' && year !== undefined);
}

function boundTo(word: DateMention): Bound {
  return word.kind === 'relative' ? { word, offset: word.offset ?? 0 } : { word, year: word.year! };
}

/** The year, alone or of a day, that begins at a place. */
export function yearAt(frame: Frame, at: number): DateMention | undefined {
  return frame.between(at, at + 1).find(({ kind, year }) => kind === 'date' && year !== undefined);
}

/** How far before a meeting its year may begin. */
const NEAR = 32;

/** An event with the year word that belongs to it. */
export interface BoundEvent {
  readonly event: DateMention;
  readonly bound: Bound;
}

/** Events of a paragraph whose year is said, by 今年 or in figures. */
export function bindEvents(frame: Frame): readonly BoundEvent[] {
  const bound: BoundEvent[] = [];
  for (const event of frame.mentions) {
    if (event.due === undefined || frame.quoted(event.span.start)) continue;
    const found = event.yearly
      ? (boundAfter(frame, event) ?? boundBefore(frame, event))
      : event.kind === 'plan'
        ? (boundAfter(frame, event) ?? nextTo(frame, event))
        : heldIn(frame, event);
    if (found) bound.push({ event, bound: found });
  }
  return bound;
}

/** 2025年“十四五”末: the year right before it. */
function nextTo(frame: Frame, { span }: DateMention): Bound | undefined {
  const word = frame
    .between(span.start - NEAR, span.start)
    .find(({ kind, year, span: at }) => kind === 'date' && year !== undefined && at.end === span.start);
  return word && { word, year: word.year! };
}

const CALLED = /^(?:，?(?:党中央)?(?:胜利)?(?:召开|举行)的?)?(?:中国共产党|党的)?(?:第)?$/;
const BEHIND = /^(?:精神|报告|公报|决议|决定|代表|后|之后|以后|召开后|闭幕后|宣讲|专题)/;

/** The year word of a meeting: 2024年7月召开的党的二十届三中全会, 今年召开的……; never the year in which its spirit is studied. */
function heldIn(frame: Frame, event: DateMention): Bound | undefined {
  const { text } = frame;
  if (text[event.span.end] === '（') {
    const inside = yearAt(frame, event.span.end + 1);
    if (inside) return { word: inside, year: inside.year! };
  }
  const before = frame
    .between(event.span.start - NEAR, event.span.start)
    .filter(({ kind, year, offset }) => (kind === 'date' ? year : offset) !== undefined)
    .at(-1);
  if (!before || event.span.start - before.span.end > 16) return undefined;
  const gap = text.slice(before.span.end, event.span.start);
  const said = /召开|举行/.test(gap);
  if (
    !CALLED.test(
      gap.replace(/^(?:[上下]半年|\d{1,2}月|[一二三四五六七八九十]{1,2}月|(?:春|秋|年底|年初))/, ''),
    )
  )
    return undefined;
  if (BEHIND.test(text.slice(event.span.end, event.span.end + 8)) || (!said && before.kind === 'relative'))
    return undefined;
  if (/[—－～\-至到从自、]$/.test(text.slice(Math.max(0, before.span.start - 4), before.span.start)))
    return undefined;
  return before.kind === 'relative'
    ? { word: before, offset: before.offset! }
    : { word: before, year: before.year! };
}
