import { DIGIT_OR_MASK, FREE_AFTER, FREE_BEFORE, GAP, MASK, masked, NUMBER_BEFORE } from './alphabet.ts';
import type { Form } from './form.ts';
import { UNIT } from './units.ts';

/** A point that stands between two masks, spaces of a scan around it allowed. */
const POINT = ' ?[.．·] ?';
const CORE =
  `(?:(?:\\d{1,4}(?!×(?![×%％])))?${MASK}{1,40}(?:,(?:${DIGIT_OR_MASK}){3}(?!${DIGIT_OR_MASK})){0,4}(?:${POINT}${DIGIT_OR_MASK}{1,20})?` +
  `|\\d{1,20}[.．]\\d{0,20}${MASK}{1,40}|[oO0〇][.．][xX×]{1,40})`;
const TO = `${GAP}[-—–~～至到]${GAP}`;
const MINUS = '(?:(?<![\\dA-Za-z%％])[-－−])?';
const QUANTITY = `${GAP}(?:[多余几来]${GAP})?(?:${UNIT})`;

/** `新时代XX人`, `作为XX人`: the people of a masked place. */
const PEOPLE_OF =
  /(?:新时代|全体|每一[个位名]|作为(?:一[个位名])?|我们|一代代|一代又一代|几代|当代|所有|广大)$/;
/** Words before a span of years or days. */
const LASTING =
  '用|经过|历经|通过|近|约|超|超过|达|长达|未来|今后|过去|连续|为期|历时|走过|坚守|扎根|成立|建[院校厂党国局会]|从[教医警业政]|工作|第';

/** Figures with masks: xx.x% XX亿元 x个 x.x o.x, ratios, years and days that last. */
export const NUMBERS: readonly Form[] = [
  {
    kind: 'number',
    pattern: new RegExp(
      `${MINUS}${NUMBER_BEFORE}${CORE}(?:${TO}${CORE})?${QUANTITY}(?:${TO}${CORE}(?:${UNIT}))?`,
      'g',
    ),
    accept: (match, before, after) => masked(match) && isCount(match, before, after),
  },
  {
    kind: 'number',
    pattern: new RegExp(`(?<=讲|提|强调|谈|说|抓好|突出)${MASK}{1,2}点(?=[，。：:；]|$)`, 'g'),
  },
  {
    kind: 'number',
    pattern: new RegExp(
      `(?<=${LASTING})${MASK}{1,3}年(?!级|轻|产|均|[底初内末度])|` +
        `${FREE_BEFORE}${MASK}{1,3}年(?=来|间|以上|以内|左右|时间|多|有余|前)|` +
        `(?<=[\\u4e00-\\u9fff](?<![在自从到于至即为是截年]))${MASK}{1,3}年(?=[，。；！]|$)|` +
        `${FREE_BEFORE}${MASK}年(?!级|轻|产|均|[底初内末度]|${GAP}${MASK}{1,2}${GAP}月)`,
      'g',
    ),
  },
  {
    kind: 'number',
    pattern: new RegExp(
      `(?<=约|近|超过?|用|达|连续|为期|历时|压缩至|压缩到|缩短至|缩短到)${MASK}{1,3}日(?!前夕)|` +
        `${FREE_BEFORE}${MASK}{1,3}日(?=左右|内|以内|以上|之内|时间)`,
      'g',
    ),
  },
  {
    kind: 'number',
    pattern: new RegExp(
      `${MINUS}${NUMBER_BEFORE}(?:${MASK}+[.．·](?:${MASK}+|[oO0])|[oO0〇][.．][xX×]+|\\d+[.．][xX×＊*]+` +
        `|[xX×][高低快慢升降增减][.．][oO0xX\\d])${FREE_AFTER}`,
      'g',
    ),
    accept: (match, before, after) =>
      !(/^\d/.test(match) && (/[A-Za-z第] ?$/.test(before) || /^(?:版|系列)/.test(after))),
  },
  {
    kind: 'number',
    pattern: new RegExp(
      `(?<=[:：∶])${MASK}{1,3}(?=[:：∶]${MASK})|${FREE_BEFORE}${MASK}{1,3}(?=[:：∶]${MASK})|(?<=${MASK}[:：∶])${MASK}{1,3}${FREE_AFTER}`,
      'g',
    ),
  },
];

/** Not a name (`“XX号”`, the people of XX), not a box to tick (`□人员`). */
function isCount(match: string, before: string, after: string): boolean {
  if (/[人号]$/.test(match)) {
    if (match.endsWith('人') && PEOPLE_OF.test(before.slice(-8))) return false;
    if (match.endsWith('号') && (before.endsWith('“') || after.startsWith('”'))) return false;
  }
  if (/[.．][^\s.．]*版$/.test(match)) return false;
  return !/^[□■○◯△▲●]/.test(match) || !/(?:^|[ 　：:])$/.test(before) || /^.[^\u4e00-\u9fff个件]/.test(match);
}
