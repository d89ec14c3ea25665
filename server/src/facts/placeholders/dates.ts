import {
  DIGIT_OR_MASK as DM,
  FREE_AFTER,
  FREE_BEFORE,
  GAP,
  MASK,
  masked,
  NUMBER_BEFORE,
} from './alphabet.ts';
import type { Form } from './form.ts';

const TO = `${GAP}[-—–~～、至到]${GAP}`;
/** Nobody writes a year with three signs: `XXX年内投入使用` is a name. */
const YEAR = `(?:二[○〇零]${MASK}{2}|[12]${DM}{3}|${MASK}{2}(?:${MASK}{2})?)`;
const OPEN_YEAR = `(?:(?:20|19)${MASK}{2}|20\\d${MASK}|20[*＊]|${MASK}{4})`;
const YEAR_TAIL = '(?:度|底|初|末|[春夏秋冬](?!季|夏|冬))?';
const MONTH = `(?:${DM}{1,2}|十?[一二三四五六七八九十])`;
const DAY = `${DM}{1,2}(?:[-—–~～、至到]${DM}{1,2})?${GAP}[日号](?!线)(?:[、至到—-]${DM}{1,2}${GAP}[日号])?`;
const CLOCK = `(?:${GAP}(?:上午|下午|晚)?${MASK}{1,2}[时点](?!代|期|段)(?:${MASK}{1,2}分)?)?`;
const MONTH_TAIL = '(?:份|底|初|末|上旬|中旬|下旬|中上旬|中下旬)?';
const NOT_A_YEAR = '产|均|级|轻|人|纪|青|画|货|俗|来|间|前|会(?!议)|多|以上|以内|左右|时间|有余';
const BLANK = '[ 　_＿]';

/** Dates with masks. */
export const DATES: readonly Form[] = [
  // 20XX-XX-XX 20xx.x.x 20XX/X/X
  {
    kind: 'date',
    pattern: new RegExp(`${NUMBER_BEFORE}${OPEN_YEAR}([-./])${DM}{1,2}\\1${DM}{1,2}(?![\\dA-Za-z])`, 'g'),
  },
  // 20XX—20XX年 20XX-20XX学年 20XX届毕业生
  {
    kind: 'date',
    pattern: new RegExp(
      `${NUMBER_BEFORE}${OPEN_YEAR}${GAP}年?${GAP}[-—–~～至到]{1,4}${GAP}(?:${OPEN_YEAR}|\\d{4}|${MASK}{2})${GAP}(?:学年度?|年度?)`,
      'g',
    ),
  },
  { kind: 'date', pattern: new RegExp(`${NUMBER_BEFORE}${OPEN_YEAR}${GAP}(?:学年度?|[级届])`, 'g') },
  // 20XX年 x月xx日 X、X月份 6月X日
  {
    kind: 'date',
    pattern: new RegExp(
      `${NUMBER_BEFORE}(?:(?:${YEAR}|${MASK})${GAP}年${GAP})?` +
        `(?:${DM}{1,2}(?:${GAP}月?(?:份)?${TO}${DM}{1,2}){0,6}|(?<=年)十?[一二三四五六七八九十])${GAP}月(?!牙|湖|亮|坛|季|饼)` +
        `${MONTH_TAIL}${GAP}(?:${DAY}(?:${TO}${MONTH}月${DAY})?${CLOCK})?`,
      'g',
    ),
    accept: masked,
  },
  {
    kind: 'date',
    pattern: new RegExp(
      `${NUMBER_BEFORE}(?:${YEAR}|\\d{1,3}${MASK}{1,3}|20 ${MASK}{2}|${MASK}{3}(?!年[内底初前末度上下]))${GAP}年(?!${NOT_A_YEAR})${YEAR_TAIL}`,
      'g',
    ),
    accept: (match, before, after) =>
      masked(match) && (/^[\d二]/.test(match) || !isLasting(match, before, after)),
  },
  { kind: 'date', pattern: new RegExp(`(?<=月)${MASK}{1,2}[日号]`, 'g') },
  {
    kind: 'date',
    pattern: new RegExp(
      `${FREE_BEFORE}${MASK}{1,2}${GAP}日(?!常|报|照|趋|本|语|益|夜|程|前夕|记|用|均|化|历|月|左右|内|以|之内|时间)`,
      'g',
    ),
    accept: (_, before) =>
      !/(?:约|近|超|超过|用|达|连续|为期|历时|[压缩][缩短减][至到])$/.test(before.slice(-4)),
  },
  { kind: 'date', pattern: new RegExp(`(?:星期|礼拜|周)${MASK}(?=[，。、；（）()上下午早晚召]|$)`, 'g') },
  { kind: 'date', pattern: new RegExp(`${FREE_BEFORE}第?${MASK}{1,2}${GAP}季度`, 'g') },
  {
    kind: 'date',
    pattern: new RegExp(
      `${FREE_BEFORE}${MASK}{1,2}(?:[时点]${MASK}{1,2}分|[时点](?=[，。、；至—-]|正|整|许|$))|` +
        `(?<=上午|下午|晚上?|凌晨|中午|早上|今天|明天|当日|[日号])${MASK}{1,2}[时点](?!代|期|要求|意见)(?:半|整|许|${MASK}{1,2}分)?|` +
        `${FREE_BEFORE}${MASK}{2}[:：]${MASK}{2}(?![:：∶]|${MASK})|(?<=[午上])${MASK}{1,2}[:：]${MASK}{2}(?![:：∶]|${MASK})`,
      'g',
    ),
    accept: (match, before) =>
      !(match.endsWith('点') && /(?:讲|提|强调|谈|说|好|突出)$/.test(before.slice(-2))),
  },
  { kind: 'date', pattern: new RegExp(`${FREE_BEFORE}${MASK}{2}世纪`, 'g') },
];

/** A year that nothing follows: 〔20XX〕, 20XX全市工作要点. Tried after the figures. */
export const BARE_YEARS: readonly Form[] = [
  {
    kind: 'date',
    pattern: new RegExp(`${NUMBER_BEFORE}(?:(?:20|19)${MASK}{2}|202${MASK})${FREE_AFTER}`, 'g'),
    accept: (match, _, after) => !/[*＊]$/.test(match) || !/^\d/.test(after),
  },
];

/** `成立XX年`, `连续XX年`: how long, not when. */
function isLasting(match: string, before: string, after: string): boolean {
  if (match.length < 5 && /^(?:[，。；！]|$)/.test(after) && /[\u4e00-\u9fff]$/.test(before)) {
    return !/[在自从到于至即为是截年]$/.test(before);
  }
  return /(?:用|经过|历经|通过|近|约|超|超过|长达|未来|今后|过去|连续|为期|历时|走过|坚守|扎根|成立|建[院校厂党国局会]|从[教医警业政])$/.test(
    before.slice(-4),
  );
}

/** 年 月 日 with nothing before them. */
export const BLANK_DATES: readonly Form[] = [
  // 　　年　月　日  2025年__月__日
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<![\\d 　_＿])${BLANK}+年${BLANK}+月(?:${BLANK}+日)?|(?<=\\d ?年)${BLANK}+月${BLANK}+日|(?<=\\d ?月)(?:[ 　]{2,}|[_＿]+|　)日`,
      'g',
    ),
  },
  // 于 月 日前  定于__月__日
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<=[于在至到自从按定：:（(，、])${BLANK}+月${BLANK}+日|(?<=[\\u4e00-\\u9fff])(?<![年月日])${BLANK}{2,}月${BLANK}+日`,
      'g',
    ),
  },
];
