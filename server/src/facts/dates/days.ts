import { countEndingAt, countStartingAt, daysIn, rangeSignBefore, yearEndingAt } from './figures.ts';
import type { DateMention } from './types.ts';

const WEEKDAYS = '日一二三四五六';
const WEEKDAY = /^[ ]?[（(，]?[ ]?(?:星期|周|礼拜)([日天一二三四五六])(?!至|、|—|到[周星])[）)]?/;

/** Reads years, months and days in figures, and ranges of them, in the order of the paragraph. */
export function readDays(text: string): readonly DateMention[] {
  const years = readYears(text);
  return text.includes('月') ? [...years, ...readMonths(text, years)] : years;
}

function readYears(text: string): DateMention[] {
  const found: DateMention[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const year = yearEndingAt(text, at);
    if (!year) continue;
    const first = rangeBefore(text, year.start);
    if (first) {
      const last = found.at(-1);
      if (last && last.span.end > first.start) found.pop();
      found.push(mention(text, 'range', first.start, at + 1, { year: first.value, endYear: year.value }));
    } else found.push(fullDate(text, year.start, at + 1, year.value));
  }
  return found;
}

/** The year before a sign of range: `2021年—`, `2021至`. */
function rangeBefore(text: string, end: number) {
  const sign = rangeSignBefore(text, end);
  if (sign === undefined) return undefined;
  return yearEndingAt(text, text[sign - 1] === '年' ? sign - 1 : sign);
}

function fullDate(text: string, start: number, end: number, year: number): DateMention {
  const month = countStartingAt(text, end);
  const sign = month && (text[month.end] === ' ' ? month.end + 1 : month.end);
  if (!month || text[sign!] !== '月') return mention(text, 'date', start, end, { year });
  return withDay(text, start, sign! + 1, { year, month: month.value });
}

function readMonths(text: string, years: readonly DateMention[]): DateMention[] {
  const found: DateMention[] = [];
  let passed = 0;
  for (let at = text.indexOf('月'); at >= 0; at = text.indexOf('月', at + 1)) {
    while (passed < years.length && years[passed]!.span.end <= at) passed++;
    if (passed < years.length && years[passed]!.span.start < at) continue;
    const month = countEndingAt(text, at);
    if (!month || text[at + 1] === '饼') continue;
    const first = monthRangeBefore(text, month.start);
    if (first) {
      const end = text[at + 1] === '份' ? at + 2 : at + 1;
      const last = found.at(-1);
      if (last && last.span.end > first.start) found.pop();
      const before = years[passed - 1];
      const year = before?.kind === 'date' && before.span.end === first.start ? before.year : undefined;
      found.push(
        mention(text, 'period', first.start, end, {
          month: first.value,
          endMonth: month.value,
          ...(year !== undefined && { year }),
        }),
      );
    } else found.push(withDay(text, month.start, at + 1, { month: month.value }));
  }
  return found;
}

/** The month before a sign of range: `1—`, `1月至`. */
function monthRangeBefore(text: string, end: number) {
  const sign = rangeSignBefore(text, end);
  if (sign === undefined) return undefined;
  const at = text[sign - 1] === '份' ? sign - 1 : sign;
  return countEndingAt(text, text[at - 1] === '月' ? at - 1 : at);
}

function withDay(text: string, start: number, end: number, parts: Omit<Parts, 'day'>): DateMention {
  const day = countStartingAt(text, end);
  const sign = day && (text[day.end] === ' ' ? day.end + 1 : day.end);
  const named =
    text[sign!] === '日' || (text[sign!] === '号' && !'楼院线文令台店'.includes(text[sign! + 1] ?? ' '));
  return day && named
    ? dated(text, start, sign! + 1, { ...parts, day: day.value })
    : dated(text, start, end, { ...parts, day: undefined });
}

interface Parts {
  readonly year?: number;
  readonly month: number;
  readonly day: number | undefined;
}

function dated(text: string, start: number, end: number, parts: Parts): DateMention {
  const { day, ...rest } = parts;
  const match = day === undefined ? undefined : WEEKDAY.exec(text.slice(end, end + 8));
  const said = match ? WEEKDAYS.indexOf(match[1] === '天' ? '日' : match[1]!) : undefined;
  return mention(text, 'date', start, end + (match ? match[0].length : 0), {
    ...rest,
    ...(day !== undefined && { day }),
    ...(said !== undefined && { weekday: said }),
  });
}

function mention(
  text: string,
  kind: DateMention['kind'],
  start: number,
  end: number,
  rest: Partial<DateMention>,
): DateMention {
  return { kind, span: { start, end }, text: text.slice(start, end), ...rest };
}

/** Why a date cannot be: no such month, no such day; undefined where it can. */
export function impossible({ year, month, day }: DateMention): string | undefined {
  if (month === undefined) return undefined;
  if (month < 1 || month > 12) return `一年没有${month}月`;
  if (day === undefined) return undefined;
  const most = daysIn(month, year);
  const whose = month === 2 && year !== undefined && day === 29 ? `${year}年` : '';
  return day < 1 || day > most ? `${whose}${month}月只有${most}天` : undefined;
}
