import { impossible } from './days.ts';
import { weekdayOf } from './figures.ts';
import { type Bound, boundAfter, boundBefore, type Frame } from './frame.ts';
import type { DateMention, LocalConflict } from './types.ts';

/** An event with the year word that belongs to it. */
export interface BoundEvent {
  readonly event: DateMention;
  readonly bound: Bound;
}

/** Events of a paragraph whose year is said, by 今年 or in figures. */
export function bindEvents(frame: Frame, mentions: readonly DateMention[]): readonly BoundEvent[] {
  const bound: BoundEvent[] = [];
  for (const event of mentions) {
    if (event.due === undefined || frame.quoted(event.span.start)) continue;
    const found = event.yearly
      ? (boundAfter(frame, mentions, event) ?? boundBefore(frame, mentions, event))
      : event.kind === 'plan'
        ? (boundAfter(frame, mentions, event) ?? nextTo(mentions, event))
        : heldIn(frame, mentions, event);
    if (found) bound.push({ event, bound: found });
  }
  return bound;
}

/** 2025年“十四五”末: the year right before it. */
function nextTo(mentions: readonly DateMention[], { span }: DateMention): Bound | undefined {
  const word = mentions.find(
    ({ kind, year, span: at }) => kind === 'date' && year !== undefined && at.end === span.start,
  );
  return word && { word, year: word.year! };
}

const CALLED = /^(?:，?(?:党中央)?(?:胜利)?(?:召开|举行)的?)?(?:中国共产党|党的)?(?:第)?$/;
const BEHIND = /^(?:精神|报告|公报|决议|决定|代表|后|之后|以后|召开后|闭幕后|宣讲|专题)/;

/** The year word of a meeting: 2024年7月召开的党的二十届三中全会, 今年召开的……; never the year in which its spirit is studied. */
function heldIn(frame: Frame, mentions: readonly DateMention[], event: DateMention): Bound | undefined {
  const { text } = frame;
  if (text[event.span.end] === '（') {
    const inside = mentions.find(
      ({ kind, year, span }) => kind === 'date' && year !== undefined && span.start === event.span.end + 1,
    );
    if (inside) return { word: inside, year: inside.year! };
  }
  const before = mentions
    .filter(
      ({ kind, year, offset, span }) =>
        (kind === 'date' ? year : offset) !== undefined && span.end <= event.span.start,
    )
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
  if (BEHIND.test(text.slice(event.span.end)) || (!said && before.kind === 'relative')) return undefined;
  if (/[—－～\-至到从自、]$/.test(text.slice(0, before.span.start))) return undefined;
  return before.kind === 'relative'
    ? { word: before, offset: before.offset! }
    : { word: before, year: before.year! };
}

/** What cannot be, or does not agree, inside one paragraph (plans, anniversaries and meetings against the calendar). */
export function localConflicts(
  frame: Frame,
  mentions: readonly DateMention[],
  events: readonly BoundEvent[],
): readonly LocalConflict[] {
  return [
    ...mentions.flatMap((mention) => [
      ...dayConflicts(frame, mention),
      ...planPeriodConflicts(frame, mentions, mention),
    ]),
    ...events.flatMap(({ event, bound }): LocalConflict[] =>
      bound.year === undefined || bound.year === event.due
        ? []
        : [
            {
              kind: 'statement',
              span: event.span,
              basis: event.basis!,
              due: `${event.due}年`,
              said: `${bound.year}年`,
              other: bound.word.span,
              sure: true,
            },
          ],
    ),
  ];
}

const LUNAR = /(?:农历|阴历|旧历|夏历|正|腊|闰|藏历|彝历)[^，。；]{0,6}$/;

function dayConflicts({ text, quoted }: Frame, mention: DateMention): LocalConflict[] {
  const { kind, span, year, month, day, weekday, endYear, endMonth } = mention;
  if (kind === 'range' && year! > endYear! && !quoted(span.start)) return [{ kind: 'backwards', span }];
  if (kind === 'period' && endMonth !== undefined && /\d/.test(mention.text))
    return endMonth > 12 || endMonth < 1 || month! < 1 || month! > 12
      ? [{ kind: 'impossible', span, reason: `一年没有${month! < 1 || month! > 12 ? month : endMonth}月` }]
      : [];
  if (kind !== 'date' || month === undefined) return [];
  const han = /[一二三四五六七八九十]/.test(mention.text);
  if (LUNAR.test(text.slice(Math.max(0, span.start - 10), span.start)) || (han && year === undefined))
    return [];
  // A month alone that cannot be is more often a count that lost its 个.
  const reason = day === undefined && year === undefined ? undefined : impossible(mention);
  if (reason) return [{ kind: 'impossible', span, reason }];
  if (weekday === undefined || year === undefined || day === undefined) return [];
  const due = weekdayOf(year, month, day);
  return due === weekday ? [] : [{ kind: 'weekday', span, due, said: weekday }];
}

/** “十五五”时期（2026—2030年）: a period in brackets that is not the plan's. */
function planPeriodConflicts(
  { text }: Frame,
  mentions: readonly DateMention[],
  { kind, span, due, year, endYear, resolved, text: name }: DateMention,
): LocalConflict[] {
  if (kind !== 'plan' || due !== undefined) return [];
  const lead = /^(?:规划|计划|时期|期间)*[（(]/.exec(text.slice(span.end, span.end + 8));
  if (!lead) return [];
  const at = span.end + lead[0].length;
  const range = mentions.find((one) => one.kind === 'range' && one.span.start === at);
  if (!range || (range.year === year && range.endYear === endYear)) return [];
  if (!/^[）)，,]/.test(text.slice(range.span.end))) return [];
  // The first years of a plan, and the year before it as the base of growth, are meant as they stand.
  const within = range.year! >= year! && range.endYear! <= endYear!;
  const withBase = range.year === year! - 1 && range.endYear === endYear;
  if (within) return [];
  return [
    {
      kind: 'statement',
      span,
      basis: `${name}规划期`,
      due: `${resolved}年`,
      said: range.text,
      other: range.span,
      sure: !withBase,
    },
  ];
}
