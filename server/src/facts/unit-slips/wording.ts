import type { UnitSlip, UnitSlipKind } from './types.ts';

const NUM = '\\d+(?:[.．]\\d+)?';
/** The characters of units, a class where a list of units would be slow to compile. */
const UNIT =
  '[百千万亿美元人次户家件亩公里米吨斤平方个分点倍年天岁名所座处台辆套株头只钟小时场顷立瓦项%％]{0,6}';

interface Wording {
  readonly kind: UnitSlipKind;
  /** Of each row the text must hold a word, or the pattern cannot match. */
  readonly gate: readonly (readonly string[])[];
  /** The group `name` is what the words are said of, and no part of the slip. */
  readonly pattern: RegExp;
  /** What must stand before the match. */
  readonly before?: RegExp;
  readonly certain: boolean;
  /** The part to put instead of the match; undefined where only the writer can know. */
  readonly right?: (slip: string, kept: string) => string;
}

const REACH = 12;
const withoutLast = (_: string, kept: string): string => kept;
const AMOUNT =
  '(?<name>总值|GDP|产值|增加值|投资|收入|支出|零售总?额|进出口|总额|余额|产量|利润|销售额|出口|进口)';
/** The ends of names of rates: 城镇化率, 覆盖率, 入学率 … */
const RATIO = '(?<name>[化盖学固保及业实格标意良园成结位]率|占比|比重)';

/** GB/T 15835-2011 and the explanations of the statistics bureaus: 百分点 parts rates, % parts amounts; nothing falls by multiples. */
const WORDINGS: readonly Wording[] = [
  {
    kind: 'points',
    gate: [['个百分点'], ['同比', '比上年', '比去年', '较上年']],
    pattern: new RegExp(
      `${AMOUNT}(?:同比|比上年|比去年|较上年)(?:增长|上涨|下降)(?:了|近|约|超过?)?${NUM}个百分点`,
      'g',
    ),
    certain: true,
    right: (slip) => slip.replace('个百分点', '%'),
  },
  {
    kind: 'points',
    gate: [['个百分点'], ['增长', '上涨']],
    pattern: new RegExp(`${AMOUNT}(?:增长|上涨)(?:了|近|约|超过?)?${NUM}个百分点`, 'g'),
    before: /(?:^|[，。；：、]|全[市省县区州])[^，。；：、拉带贡影促占每速比率幅]{0,8}$/,
    certain: false,
    right: (slip) => slip.replace('个百分点', '%'),
  },
  {
    kind: 'rate',
    gate: [
      ['%', '％'],
      ['率', '比重', '占比'],
    ],
    pattern: new RegExp(
      `${RATIO}(?:比上年|同比|较上年|比去年|每年)?(?:提高|上升|下降|提升|降低|回落)了?(?:近|约|超过?)?(?:[1-4]?\\d(?:[.．]\\d+)?)[%％](?!的)`,
      'g',
    ),
    certain: false,
    right: (slip) => slip.replace(/[%％]$/, '个百分点'),
  },
  {
    kind: 'times',
    gate: [['倍'], ['下降', '减少', '降低', '缩短', '缩小', '回落', '下跌', '压减']],
    pattern: new RegExp(
      `(?:下降|减少|降低|缩短|缩小|回落|下跌|压减)了?(?:近|约|超过?)?(?:[一二两三四五六七八九十]|${NUM})倍`,
      'g',
    ),
    certain: true,
  },
  {
    kind: 'doubled',
    gate: [
      ['左右', '上下'],
      ['约', '大概', '将近', '接近'],
    ],
    pattern: new RegExp(
      `(?<kept>(?:大约|大概|约|将近|接近)(?:为|有|占)?\\s?${NUM}[多余]?${UNIT})(?:左右|上下)(?![两侧岸手游联级同齐求])`,
      'g',
    ),
    certain: true,
    right: withoutLast,
  },
  {
    kind: 'doubled',
    gate: [['以上'], ['超', '突破', '不低于', '不少于', '至少', '高于', '多于', '不小于']],
    pattern: new RegExp(
      `(?<kept>(?:超过|突破|不低于|不少于|至少|高于|多于|不小于|超)\\s?${NUM}(?!个?[百千万亿]*(?:元|吨|人)以上(?:的?(?:重大|重点|工业|产业|大)?(?:项目|企业)))${UNIT})(?:及?以上)`,
      'g',
    ),
    certain: true,
    right: withoutLast,
  },
  {
    kind: 'doubled',
    gate: [
      ['以下', '以内', '之内'],
      ['低于', '不超过', '少于', '不足', '不到', '小于', '不高于', '不大于'],
    ],
    pattern: new RegExp(
      `(?<kept>(?:低于|不超过|少于|不足|不到|小于|不高于|不大于)\\s?${NUM}${UNIT})(?:以下|以内|之内)`,
      'g',
    ),
    certain: true,
    right: withoutLast,
  },
  {
    kind: 'doubled',
    gate: [
      ['多', '余'],
      ['近', '接近', '约', '超', '突破'],
    ],
    pattern: new RegExp(
      `(?<kept>(?:将近|接近|大约|约|近|超过|突破|超)\\s?${NUM}(?:百|千|万|亿)?)[多余](?=(?:百|千|万|亿)?(?:元|人|名|户|家|个|项|件|亩|公里|吨|平方米|所|座|处|台|辆|套|次|场))(?!个?[年月天日])`,
      'g',
    ),
    certain: true,
    right: withoutLast,
  },
  {
    kind: 'reached',
    gate: [['个百分点'], ['到', '至']],
    pattern: new RegExp(`(?:提高|上升|提升|增长|增加|扩大)[到至]${NUM}个百分点`, 'g'),
    certain: false,
    right: (slip) => slip.replace(/[到至]/, '了'),
  },
];

/** Words that do not go with their unit, or say the same twice. */
export function clumsyWording(text: string): readonly UnitSlip[] {
  return WORDINGS.filter(({ gate }) =>
    gate.every((words) => words.some((word) => text.includes(word))),
  ).flatMap((wording) => slipsOf(text, wording));
}

function slipsOf(text: string, { kind, pattern, before, certain, right }: Wording): readonly UnitSlip[] {
  return Array.from(text.matchAll(pattern))
    .filter(({ index }) => before?.test(text.slice(Math.max(0, index - REACH), index)) ?? true)
    .map(({ 0: all, index, groups }) => {
      const { name = '', kept = '' } = groups ?? {};
      const slip = all.slice(name.length);
      const start = index + name.length;
      const span = { start, end: start + slip.length };
      return { kind, span, text: slip, right: right?.(slip, kept), certain };
    });
}
