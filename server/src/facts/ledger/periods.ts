import { readPeriods } from '../figures/periods.ts';

/** Stretches of a year that have two names; statistics publish the first half as 1—6月. */
const SAME: Readonly<Record<string, string>> = {
  '1—3月': '一季度',
  前一季度: '一季度',
  '1—6月': '上半年',
  前二季度: '上半年',
  '1—9月': '前三季度',
  '1—12月': '',
  全年: '',
};
const YEAR = /^(?:19|20)\d{2}年/;

/** One name for a period: 2024年1—6月 → 2024年上半年, 2024年全年 → 2024年. Takes unified names as figures have them. */
export function samePeriod(name: string): string {
  const year = YEAR.exec(name)?.[0] ?? '';
  const rest = name.slice(year.length).replace(/^0(?=\d)|(?<=—)0(?=\d)/g, '');
  const same = SAME[rest];
  if (same === undefined) return year + rest;
  return year === '' && same === '' ? '全年' : year + same;
}

/** The period that a cell of a table names: `2024`, `2024-06` and `2024年1-6月` too; the cell itself where it is none. */
export function readPeriodCell(cell: string): string {
  const short = /^((?:19|20)\d{2})(?:[.\-/年](\d{1,2})月?)?$/.exec(cell);
  if (short) return `${short[1]}年${short[2] === undefined ? '' : `${Number(short[2])}月`}`;
  return samePeriod(readPeriods(cell)[0]?.name ?? cell);
}

/** Whether a period says in which year it lies. */
export function isAbsolute(period: string): boolean {
  return YEAR.test(period);
}

/** A period without its year. */
export function withoutYear(period: string): string {
  return period.replace(YEAR, '') || '全年';
}
