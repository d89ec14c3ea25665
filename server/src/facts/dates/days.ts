import { daysIn, parseCount, parseYear } from './figures.ts';
import type { DateMention } from './types.ts';

const COUNT = '(?:[\\d０-９]{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '[\\d０-９〇○零一二三四五六七八九]{4}';
const RANGE_SIGN = '[ ]?(?:[—\\-－–～~至到]|——)[ ]?';
const WEEKDAYS = '日一二三四五六';

interface Forms {
  readonly yearBefore: RegExp;
  readonly rangeBefore: RegExp;
  readonly dayAfter: RegExp;
  readonly monthBefore: RegExp;
  readonly monthsBefore: RegExp;
  readonly dayBehindMonth: RegExp;
  readonly weekday: RegExp;
}

/** Reads the dates of one paragraph; the patterns are made once and kept by whoever holds the reader. */
export function createDayReader(): (text: string) => DateMention[] {
  const forms: Forms = {
    yearBefore: new RegExp(`(?<![\\d０-９〇○零一二三四五六七八九.．])(${YEAR})[ ]?$`),
    rangeBefore: new RegExp(`(?<![\\d０-９.．])(${YEAR})[ ]?年?${RANGE_SIGN}$`),
    dayAfter: new RegExp(`^[ ]?(${COUNT})[ ]?月(?!饼|薪)(?:[ ]?(${COUNT})[ ]?日)?`),
    monthBefore: new RegExp(`(?<![\\d０-９.．一二三四五六七八九十第])(${COUNT})[ ]?$`),
    monthsBefore: new RegExp(
      `(?<![\\d０-９.．一二三四五六七八九十第])(${COUNT})[ ]?月?份?${RANGE_SIGN}(${COUNT})[ ]?$`,
    ),
    dayBehindMonth: new RegExp(`^[ ]?(${COUNT})[ ]?日(?!元)`),
    weekday: /^[ ]?[（(，]?[ ]?(?:星期|周|礼拜)([日天一二三四五六])(?!至|、|—|到[周星])[）)]?/,
  };
  return (text) => {
    const found: DateMention[] = [];
    if (text.includes('年')) readYears(text, forms, found);
    if (text.includes('月')) readMonths(text, forms, found);
    return found;
  };
}

function readYears(text: string, forms: Forms, found: DateMention[]): void {
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const head = text.slice(Math.max(0, at - 18), at);
    const base = at - head.length;
    const match = forms.yearBefore.exec(head);
    const year = match ? parseYear(match[1]!) : undefined;
    if (!match || year === undefined) continue;
    const start = base + match.index;
    const ranged = forms.rangeBefore.exec(head.slice(0, match.index));
    const first = ranged ? parseYear(ranged[1]!) : undefined;
    if (ranged && first !== undefined) {
      const last = found.at(-1);
      const from = base + ranged.index;
      if (last && last.span.end > from) found.pop();
      found.push(mention(text, 'range', from, at + 1, { year: first, endYear: year }));
      continue;
    }
    found.push(fullDate(text, start, at + 1, year, forms));
  }
}

function fullDate(text: string, start: number, end: number, year: number, forms: Forms): DateMention {
  const rest = text.slice(end, end + 16);
  const match = forms.dayAfter.exec(rest);
  const month = match ? parseCount(match[1]!) : undefined;
  if (!match || month === undefined) return mention(text, 'date', start, end, { year });
  const day = match[2] === undefined ? undefined : parseCount(match[2]);
  return dated(text, start, end + match[0].length, { year, month, day }, forms);
}

function readMonths(text: string, forms: Forms, found: DateMention[]): void {
  const years = [...found];
  for (let at = text.indexOf('月'); at >= 0; at = text.indexOf('月', at + 1)) {
    if (years.some(({ span }) => span.start < at && at < span.end)) continue;
    const head = text.slice(Math.max(0, at - 12), at);
    const base = at - head.length;
    const months = forms.monthsBefore.exec(head);
    if (months) {
      const month = parseCount(months[1]!);
      const endMonth = parseCount(months[2]!);
      if (month === undefined || endMonth === undefined) continue;
      const end = text[at + 1] === '份' ? at + 2 : at + 1;
      if (found.at(-1)?.span.end === base + months.index + months[1]!.length + 1) found.pop();
      const year = yearBefore(years, base + months.index);
      found.push(
        mention(text, 'period', base + months.index, end, {
          month,
          endMonth,
          ...(year !== undefined && { year }),
        }),
      );
      continue;
    }
    const match = forms.monthBefore.exec(head);
    const month = match ? parseCount(match[1]!) : undefined;
    if (!match || month === undefined) continue;
    const rest = forms.dayBehindMonth.exec(text.slice(at + 1, at + 8));
    const day = rest ? parseCount(rest[1]!) : undefined;
    const end = at + 1 + (rest ? rest[0].length : 0);
    found.push(dated(text, base + match.index, end, { month, day }, forms));
  }
}

function yearBefore(years: readonly DateMention[], at: number): number | undefined {
  return years.find(({ kind, span }) => kind === 'date' && span.end === at)?.year;
}

interface Parts {
  readonly year?: number;
  readonly month: number;
  readonly day: number | undefined;
}

function dated(text: string, start: number, end: number, parts: Parts, forms: Forms): DateMention {
  const { day, ...rest } = parts;
  const match = day === undefined ? undefined : forms.weekday.exec(text.slice(end, end + 8));
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
