export type NumberFormKind = 'year' | 'zero' | 'ordinal' | 'range' | 'mixed' | 'about' | 'decimal';

interface NumberPattern {
  readonly kind: NumberFormKind;
  readonly pattern: RegExp;
  readonly right: (match: RegExpExecArray) => string;
}

/** Without one of these no form can match. */
export const SUSPECT =
  /[零○OoＯ][一二三四五六七八九零○\d年]|[一二]0|\d[OoＯ]|\d届|届\d|党的[12]\d大|[十1][0-5一二三四五]五|\d[～~—－至-][\d.]+[%％]|\d[千百]|\d、\d|[^\d]\.\d/;

const HAN_DIGITS = '〇一二三四五六七八九';
/** What is counted and never numbered. */
const COUNTED = '个|名|天|遍|回|趟|里地|公里|万元|亿元|万人|倍|口人|辆|台|套|亩';
/** What follows 千 and 百 as a number, where no unit or name begins (千瓦, 百强). */
const AFTER_HUNDREDS =
  '(?=[多余]?(?:元|名|个|家|人(?!计划|大会|规模|次?会)|户(?!连)|亩|辆|台|套|件|公斤|平方米|公顷|条|所|座|棵|株|头|只)|万(?!千瓦|吨|亩|平|头|级)|亿(?!斤|级))';

/** The forms, each whole between digits; clauses are those of GB/T 15835-2011. */
export const FORMS: readonly NumberPattern[] = [
  // 2O26年
  {
    kind: 'year',
    pattern: /(?<![\dA-Za-z])(?:19|2[0Oo])[\dOo]{2}(?=年)/g,
    right: ({ 0: written }) => written.replace(/[Oo]/g, '0'),
  },
  // 二零二六年 二○二六年 二0二六年; 5.2.5
  {
    kind: 'zero',
    pattern:
      /(?<![零○〇OoＯ0一二三四五六七八九十百千万])(?:一九|二[零○〇OoＯ0])[零○〇OoＯ0一二三四五六七八九]{2}(?=年)/g,
    right: ({ 0: written }) => written.replace(/[零○OoＯ0]/g, '〇'),
  },
  // 20届4中全会
  {
    kind: 'ordinal',
    pattern:
      /(?<![\d.])(?:1\d|20|21)届(?=[\d一二三四五六七](?:次全会|中全会))[\d一二三四五六七]中全会|[十百二]届[1-7]中全会|(?<=党的)(?:1[4-9]|2[0-2])届[1-7一二三四五六七]中全会/g,
    right: ({ 0: written }) => written.replace(/\d+/g, (digits) => chinese(Number(digits))),
  },
  // 党的20大
  {
    kind: 'ordinal',
    pattern: /(?<=党的)(?:1[0-9]|2[0-2])大(?=[以报精胜召提的和会期，。、；])/g,
    right: ({ 0: written }) => `${chinese(Number.parseInt(written, 10))}大`,
  },
  // “15五”规划
  {
    kind: 'ordinal',
    pattern:
      /(?<![\d.])1([0-5一二三四五])五(?=[”"]?(?:规划|时期|期间|开局|收官|末))|十[1-5]五(?=[”"]?(?:规划|时期|期间|开局|收官|末))/g,
    right: ({ 0: written, 1: middle }) => `十${han(middle ?? written[1]!)}五`,
  },
  // 15～30%; 5.1.3
  {
    kind: 'range',
    pattern:
      /(?<![\d.．A-Za-z年月日第/:：－-])(\d{1,3}(?:\.\d+)?)([～~—－-]|至)(\d{1,3}(?:\.\d+)?)([%％])(?!\d)/g,
    right: ({ 1: low, 2: sign, 3: high, 4: percent }) => `${low}${percent}${sign}${high}${percent}`,
  },
  // 4千人 3百万元; 5.3
  {
    kind: 'mixed',
    pattern: new RegExp(`(?<![\\d.．第、～~—－×-])([1-9])([千百])${AFTER_HUNDREDS}`, 'g'),
    right: ({ 1: digit, 2: unit }) => `${digit}${unit === '千' ? '000' : '00'}`,
  },
  // 3、4个; 5.2.1
  {
    kind: 'about',
    pattern: new RegExp(
      `(?<=[\\u4e00-\\u9fff])(?<![第表图项条款号标附件组楼例步])([1-8])、([2-9])(?=${COUNTED})`,
      'g',
    ),
    right: ({ 0: written, 1: low, 2: high }) =>
      Number(high) === Number(low) + 1 ? `${han(low === '2' ? '两' : low!)}${han(high!)}` : written,
  },
  // .5%; 5.1.2
  {
    kind: 'decimal',
    pattern: /(?<=[\u4e00-\u9fff（(])\.\d{1,2}(?=[%％万亿]|个百分点)/g,
    right: ({ 0: written }) => `0${written}`,
  },
];

function han(digit: string): string {
  return HAN_DIGITS[Number(digit)] ?? digit;
}

/** Chinese figures of a whole number below 100. */
function chinese(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : han(String(value % 10));
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : han(String(tens))}十${ones}`;
}
