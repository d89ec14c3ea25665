import type { BoundEvent } from './bind.ts';
import { impossible } from './days.ts';
import { weekdayOf } from './figures.ts';
import type { Frame } from './frame.ts';
import type { DateMention, LocalConflict } from './types.ts';

/** What cannot be, or does not agree, inside one paragraph (plans, anniversaries and meetings against the calendar). */
export function localConflicts(frame: Frame, events: readonly BoundEvent[]): readonly LocalConflict[] {
  return [
    ...frame.mentions.flatMap((mention) => [
      ...dayConflicts(frame, mention),
      ...planPeriodConflicts(frame, mention),
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
  { text, between }: Frame,
  { kind, span, due, year, endYear, resolved, text: name }: DateMention,
): LocalConflict[] {
  if (kind !== 'plan' || due !== undefined) return [];
  const lead = /^(?:规划|计划|时期|期间)*[（(]/.exec(text.slice(span.end, span.end + 8));
  if (!lead) return [];
  const at = span.end + lead[0].length;
  const range = between(at, at + 1).find((one) => one.kind === 'range');
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
