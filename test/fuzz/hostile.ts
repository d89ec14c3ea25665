import type { Below } from './near-drafts.ts';
import type { Attempt } from './types.ts';

/** Short things of which a text may be nothing but: characters, marks, and the words that rules begin with. */
export const UNITS: readonly string[] = [
  '一',
  '县',
  '甲',
  '的',
  '、',
  '，',
  '。',
  '：',
  '；',
  ' ',
  '　',
  '“',
  '”',
  '‘',
  '"',
  '《',
  '》',
  '（',
  '）',
  '(',
  '【',
  '…',
  '——',
  '-',
  '*',
  '#',
  '|',
  '`',
  '<',
  '>',
  '&',
  'x',
  'xx',
  'XX',
  '×',
  '某',
  '○',
  '□',
  '_',
  '0',
  '1',
  '一是',
  '第一，',
  '一、',
  '（一）',
  '1.',
  '①',
  '# ',
  '> ',
  '<!--',
  '<a>',
  '[',
  '](',
  '增长5%',
  '增长5%，',
  '增长xx%',
  '5亿元、',
  '占',
  '占5%',
  '达到',
  '其中',
  '分别',
  '合计',
  '同比',
  '约',
  '2025年',
  '1月',
  '今年',
  '“十四五”',
  '开局之年',
  '谋划“十五五”',
  '二十届三中全会',
  '贯彻',
  '精神',
  '疫情',
  '以下简称',
  '（以下简称“甲”）',
  '三点意见',
  '抓好三件事',
  '三个',
  '同志们：',
  '谢谢大家',
  '加强',
  '坚持',
  '要',
  '书记',
  '张三',
  '省',
  'XX县',
  '农业方面：',
  '第1页',
  '附件：',
  '《条例》',
  '（“',
  '\u0301',
  '\u200d',
  '😀',
  '\ud800',
  '\0',
  '\r',
  '\u2028',
  '🇨🇳',
];

/** How much of a text is tried: four times as much must not take much more than four times as long. */
const SHORT = 10_000;
const LONG = 4 * SHORT;
/** A square takes sixteen times as long, so the bound leaves room for noise on both sides. */
const MOST_TIMES = 8;
/** Milliseconds below which a measurement says nothing. */
const FLOOR = 25;
const TRIES = 3;

/** A unit made of one or two of the list, on lines of its own or not. */
export function randomUnit(below: Below): string {
  const one = (): string => UNITS[below(UNITS.length)]!;
  return `${one()}${below(2) === 0 ? '' : one()}${['', '\n', '，', '。\n'][below(4)]}`;
}

/** Tries a text of nothing but `unit`: what goes wrong, or that time grows faster than the text. */
export function tryGrowth(unit: string, attempt: Attempt): readonly string[] {
  let short = Number.POSITIVE_INFINITY;
  let long = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES; i++) {
    short = Math.min(short, took(unit, SHORT, attempt));
    long = Math.min(long, took(unit, LONG, attempt));
    if (long <= MOST_TIMES * Math.max(short, FLOOR)) return [];
  }
  return [
    `${JSON.stringify(unit)}: ${SHORT} characters take ${Math.round(short)} ms, ${LONG} take ${Math.round(long)} ms`,
  ];
}

function took(unit: string, length: number, attempt: Attempt): number {
  const text = unit.repeat(Math.ceil(length / unit.length));
  const started = process.cpuUsage();
  attempt({ text, kind: 'text' });
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
