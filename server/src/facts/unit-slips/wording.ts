import type { UnitSlip, UnitSlipKind } from './types.ts';

const NUM = '\\d+(?:[.．]\\d+)?';
const UNIT =
  '(?:[百千万亿]{0,2}(?:元|美元|人次|人|户|家|件|亩|公里|千米|吨|公斤|斤|平方米|平方公里|个百分点|倍|年|天|岁|名|所|座|处|台|辆|套|株|头|只|米|分钟|分|小时|次|场|公顷|立方米|千瓦时|千瓦|个|项)|[百千万亿]{0,2}[%％]?)';

interface Wording {
  readonly kind: UnitSlipKind;
  /** A character without which the pattern cannot match. */
  readonly gate: RegExp;
  readonly pattern: RegExp;
  readonly certain: boolean;
  /** The part to put instead of the match; undefined where only the writer can know. */
  readonly right?: (match: RegExpMatchArray) => string;
}

const WITHOUT_LAST = ({ 1: kept = '' }: RegExpMatchArray): string => kept;
const AMOUNT =
  '(?:总值|GDP|产值|增加值|投资|收入|支出|零售总?额|进出口|总额|余额|产量|利润|销售额|出口|进口)';
const RATIO =
  '(?:城镇化率|化率|覆盖率|入学率|巩固率|参保率|普及率|失业率|落实率|合格率|达标率|满意率|优良率|入园率|完成率|办结率|到位率|就业率|升学率|占比|比重)';

/** GB/T 15835-2011 and the explanations of the statistics bureaus: 百分点 parts rates, % parts amounts; nothing falls by multiples. */
const WORDINGS: readonly Wording[] = [
  {
    kind: 'points',
    gate: /百分点/,
    pattern: new RegExp(
      `(?<=${AMOUNT})(?:同比|比上年|比去年|较上年)(?:增长|上涨|下降)(?:了|近|约|超过?)?${NUM}个百分点`,
      'g',
    ),
    certain: true,
    right: ({ 0: written }) => written.replace('个百分点', '%'),
  },
  {
    kind: 'points',
    gate: /百分点/,
    pattern: new RegExp(
      `(?<=(?:^|[，。；：、]|全[市省县区州])[^，。；：、拉带贡影促占每速比率幅]{0,8}${AMOUNT})(?:增长|上涨)(?:了|近|约|超过?)?${NUM}个百分点`,
      'g',
    ),
    certain: false,
    right: ({ 0: written }) => written.replace('个百分点', '%'),
  },
  {
    kind: 'rate',
    gate: /[%％]/,
    pattern: new RegExp(
      `(?<=${RATIO})(?:比上年|同比|较上年|比去年|每年)?(?:提高|上升|下降|提升|降低|回落)了?(?:近|约|超过?)?(?:[1-4]?\\d(?:[.．]\\d+)?)[%％](?!的)`,
      'g',
    ),
    certain: false,
    right: ({ 0: written }) => written.replace(/[%％]$/, '个百分点'),
  },
  {
    kind: 'times',
    gate: /倍/,
    pattern: new RegExp(
      `(?:下降|减少|降低|缩短|缩小|回落|下跌|压减)了?(?:近|约|超过?)?(?:[一二两三四五六七八九十]|${NUM})倍`,
      'g',
    ),
    certain: true,
  },
  {
    kind: 'doubled',
    gate: /左右|上下/,
    pattern: new RegExp(
      `((?:大约|大概|约|将近|接近)(?:为|有|占)?\\s?${NUM}[多余]?${UNIT})(?:左右|上下)(?![两侧岸手游联级同齐求])`,
      'g',
    ),
    certain: true,
    right: WITHOUT_LAST,
  },
  {
    kind: 'doubled',
    gate: /以上/,
    pattern: new RegExp(
      `((?:超过|突破|不低于|不少于|至少|高于|多于|不小于|超)\\s?${NUM}(?!个?[百千万亿]*(?:元|吨|人)以上(?:的?(?:重大|重点|工业|产业|大)?(?:项目|企业)))${UNIT})(?:及?以上)`,
      'g',
    ),
    certain: true,
    right: WITHOUT_LAST,
  },
  {
    kind: 'doubled',
    gate: /以[下内]|之内/,
    pattern: new RegExp(
      `((?:低于|不超过|少于|不足|不到|小于|不高于|不大于)\\s?${NUM}${UNIT})(?:以下|以内|之内)`,
      'g',
    ),
    certain: true,
    right: WITHOUT_LAST,
  },
  {
    kind: 'doubled',
    gate: /[多余]/,
    pattern: new RegExp(
      `((?:将近|接近|大约|约|近|超过|突破|超)\\s?${NUM}(?:百|千|万|亿)?)[多余](?=(?:百|千|万|亿)?(?:元|人|名|户|家|个|项|件|亩|公里|吨|平方米|所|座|处|台|辆|套|次|场))(?!个?[年月天日])`,
      'g',
    ),
    certain: true,
    right: WITHOUT_LAST,
  },
  {
    kind: 'reached',
    gate: /百分点/,
    pattern: new RegExp(`(?:提高|上升|提升|增长|增加|扩大)[到至]${NUM}个百分点`, 'g'),
    certain: false,
    right: ({ 0: written }) => written.replace(/[到至]/, '了'),
  },
];

/** Words that do not go with their unit, or say the same twice. */
export function clumsyWording(text: string): readonly UnitSlip[] {
  return WORDINGS.flatMap(({ kind, gate, pattern, certain, right }) =>
    gate.test(text)
      ? Array.from(text.matchAll(pattern), (match) => ({
          kind,
          span: { start: match.index, end: match.index + match[0].length },
          text: match[0],
          right: right?.(match),
          certain,
        }))
      : [],
  );
}
