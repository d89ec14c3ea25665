import type { Span } from '../../draft/span.ts';

/** A period as a text names it, unified; relative words (今年) stand as they are. */
export interface NamedPeriod {
  readonly span: Span;
  readonly name: string;
}

const HAN = '[一二三四五六七八九十两]';
const YEAR = '(?:(?:19|20)\\d{2} ?年度?|今年|去年|上年|前年|明年|本年度?)';
const DASH = ' ?[-—–~～－至到] ?';
const PART =
  `(?:上半年|下半年|前[一二三两123]个?季度|第?[一二三四]季度|\\d{1,2}月?(?:份)?${DASH}\\d{1,2} ?月(?:份|末|底)?|` +
  `前(?:${HAN}|\\d){1,2}个?月|\\d{1,2} ?月(?:份|底|末)?(?! ?\\d{1,2} ?[日号]|${DASH}\\d)|底|末|初|以来)`;
const PERIOD = new RegExp(
  `(?:截至|截止|到)?(?:(?:19|20)\\d{2}年?${DASH}(?:19|20)\\d{2}年|${YEAR}${PART}?|` +
    `“?十${HAN}五”?(?:规划)?(?:时期|期间|以来|期末|末|前${HAN}年)|` +
    `(?:近|过去|这|最近)?(?:${HAN}|\\d{1,2})年(?:多)?(?:来|间)(?![^，、]{0,3}[最首新罕未第])|(?:近|过去|今后|未来)(?:${HAN}|\\d{1,2})年(?!来)|` +
    `全年|年底|年末|年内|目前|当前|现在|截至目前|${PART.replace('|底|末|初|以来', '')})(?! ?\\d{1,2}[日号])`,
  'g',
);
const HAS_PERIOD = /[年月]|季度|目前|当前|现在|十[一二三四五六]五/;
/** What a value is compared with is not the time of the value. */
const COMPARED = /[比较与同由按对]$/;

/** Periods that a stretch of text names, in order; those after 比, 较 are left out: they belong to the comparison. */
export function readPeriods(text: string): readonly NamedPeriod[] {
  if (!HAS_PERIOD.test(text)) return [];
  const found: NamedPeriod[] = [];
  for (const match of text.matchAll(PERIOD)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 1), start);
    if (COMPARED.test(before) && !/^到/.test(match[0])) continue;
    if (before === '从' && !/^[^，。]{0,24}(?:来?看|以来)/.test(text.slice(end))) continue;
    if (/^[份]?(?:之?前|以前|开始|起|启动)/.test(text.slice(end, end + 3))) continue;
    if (/[\d.]/.test(before) || (before === '比' && match[0].startsWith('到'))) continue;
    if (
      /^(?:同期|[初]?计划|工作报告|计划|预算|期)/.test(text.slice(end, end + 4)) &&
      !/^(?:19|20)/.test(match[0])
    )
      continue;
    found.push({ span: { start, end }, name: unified(match[0]) });
  }
  return found;
}

function unified(written: string): string {
  return written
    .replace(/^(?:截至|截止|到)/, '')
    .replace(/[ “”份]|规划|过去|最近/g, '')
    .replace(/[-–~～－至到]/g, '—')
    .replace(/(\d)月—/g, '$1—')
    .replace(/年度/g, '年')
    .replace(/前(\d{1,2}|[一二三四五六七八九十]{1,2})个?月/, (_, n: string) => `1—${monthOf(n)}月`)
    .replace(/第([一二三四]季度)/, '$1')
    .replace(/前([123])个?季度/, (_, n: string) => `前${'一二三'.charAt(Number(n) - 1)}季度`)
    .replace(/([年月])底/, '$1末')
    .replace(/^(?:当前|现在)$/, '目前')
    .replace(/^本年/, '今年');
}

const monthOf = (text: string): string =>
  /\d/.test(text)
    ? text
    : String('一二三四五六七八九十'.indexOf(text.slice(-1)) + 1 + (text.length > 1 ? 10 : 0));

/** What is known of a speech's own time when its periods are resolved. */
export interface Clock {
  /** The year that 今年 means; undefined where the speech does not tell. */
  readonly year: number | undefined;
  /** The year that the section is about: 2024年工作回顾. */
  readonly section: number | undefined;
}

const RELATIVE: Readonly<Record<string, number>> = { 今年: 0, 去年: -1, 上年: -1, 前年: -2, 明年: 1 };

/**
 * 今年 → 2024年, 上半年 → 2024年上半年, 全年 → 2024年, where the year is known; else 今年上半年 and 上半年 become one.
 * A part of a year without its year belongs to the year of the section, or to that of the speech.
 */
export function resolvePeriod(name: string, { year, section }: Clock): string {
  if (name === '') return '';
  const relative = RELATIVE[name.slice(0, 2)];
  if (relative !== undefined) {
    const rest = name.slice(2);
    return year === undefined
      ? rest !== '' && relative === 0 && rest !== '以来'
        ? rest
        : name
      : `${year + relative}年${rest}`;
  }
  if (!/^(?:全年|年[末内]|上半年|下半年|前.季度|.季度|\d{1,2}(?:—\d{1,2})?月末?)$/.test(name)) return name;
  const own = section ?? year;
  const rest = name === '全年' ? '' : name.replace(/^年/, '');
  if (own === undefined) return rest === '' || rest === '内' ? '全年' : name;
  return `${own}年${rest === '内' ? '' : rest}`;
}
