import type { UnitSlip } from './types.ts';

/** The end of a number that a mark follows, or a word that is no unit. */
const CANDIDATE = /\d(?=[，。；、,;！）)的发增预左上以多余和与及 ]|$)/g;
const NUMBER = /(?<![\d.．,第A-Za-z∶:/+＋×—–\-～~])-?\d{1,4}(?:[.．]\d+)?$/;
const LONGEST = 12;
/** A mark, the end, or a word that follows a number and is no unit. */
const ENDED = /^(?:左右|上下|以上|以下|以内|多|余)?\s?(?:[，,。；;、！？）)]|$|和(?!\d)|与(?!\d)|及(?!\d))/;
/** 11.1、11.2个百分点: the last of a row lends its unit to the others. */
const LENT = /^(?:\s?[、和与及]\s?-?\d+(?:[.．]\d+)?)+\s?[^，,。；;、！？）)\d\s]/;
const CLAUSE_START = /[，,。；;：:！？（）()]/;
const REACH = 40;

const BEFORE =
  '(?:[了又再均各也将约近超逾达为至到]|幅度?|分别|同比|超过|高达|不低于|不少于|不足|接近|保持在?|左右)*\\s?';
const GROWTH = new RegExp(
  `(?:增长|负增长|上涨|下跌|下滑|回落|增速|增幅|涨幅|降幅|减幅|跌幅|(?:同比|环比|比上年|较上年|比去年)(?:上升|下降|提高|降低|增加|减少))${BEFORE}$`,
);
const CHANGE = new RegExp(`(?:上升|下降|提高|降低|增加|减少|提升|压减|缩减)${BEFORE}$`);
/** 下降到, 增加至: what follows is a level, of a unit that only the subject tells. */
const REACHED = /(?:上升|下降|提高|降低|增加|减少|提升|增长|上涨|回落|压减|缩减)[了又再]?[到至为]\s?$/;
const SHARE =
  /占(?![地用据领道])[^，]{0,18}(?:的|比重?|比例|比重)(?:[为达约近超]|达到|超过|接近|已达|高达|提高到|上升到){0,4}\s?$|占比(?:[为达约近超]|达到|超过){0,4}\s?$|占(?:全[国省市县州区][^，。\d]{0,8}|总[数量额值])\s?$/;
const DONE =
  /(?:完成|为|达到?|占)[^，]{0,14}(?:任务|目标|计划|预算|总数|总量|总投资|总额|总户数|总人口)(?:数|量)?的\s?$/;
const RATE =
  /(?:率|占比|比重|比例)(?:已|均|仅|只|将|要|分别|稳定|控制|保持|维持|提高|上升|提升|下降|降低|回落|达|高达|平均|值|有|约|近|超|超过|不低于|为|是|在|到|至|增|升|降)*\s?$|(?:比例|份额|覆盖面|受益面|满意度|知晓度|度)(?:已|均|仅|分别|稳定|控制|保持|提高|上升|提升|下降|降低|达|高达|约|近|超|超过|为|是|在|到|至|增|升|降)+\s?$/;
/** 19%、17.7: the numbers before it in the row have their sign. */
const IN_ROW = /[%％]\s?[、和与及]\s?$/;
/** 19、17.7%: a number after it in the row has it. */
const SIGN_LATER = /^(?:\s?[、和与及]\s?-?\d+(?:[.．]\d+)?)+\s?[%％]/;
const NO_RATE =
  /容积率|汇率|倍率|频率|心率|功率|效率|曲率|斜率|面积|方面|页面|层面|全面|程度|力度|温度|湿度|进度表|高度|长度|宽度|深度|厚度|速度|密度|浓度|难度|年度|季度|额度/;
const WHOLE =
  /(?:率|面|发放|完成|到位|合格|兑现|整改|办结|普及|达标|覆盖)[^，]{0,6}?(?:均为|都是|均达到?|达到?|为|实现|做到)\s?$/;
const REACHES = /(?:超过|达到|突破|接近|不足|将达|高达|不到)\s?$/;
/** What is told without a unit. */
const UNITLESS =
  /指数|系数|[分比]值|得分|评分|积分|分数|收入比|倍差|比率?为|排名|位次|名次|PMI|pH|等级|级别|编号|代码|型号|第\s?$|温度|人口比|师生比|床位|版本|GPA|震级|烈度|负荷率?|拥有量|存量比|PM|指标值|参数|数值|热度|景气|弹性|容积/;

/** Rates without %, and numbers that lost some other unit. */
export function lostUnits(text: string): readonly UnitSlip[] {
  const found: UnitSlip[] = [];
  for (const { index } of text.matchAll(CANDIDATE)) {
    const number = NUMBER.exec(text.slice(Math.max(0, index + 1 - LONGEST), index + 1))?.[0];
    const slip = number === undefined ? undefined : judge(text, index + 1 - number.length, number);
    if (slip) found.push(slip);
  }
  return found;
}

function judge(text: string, start: number, number: string): UnitSlip | undefined {
  const end = start + number.length;
  const after = text.slice(end, end + 24);
  const ended = ENDED.exec(after);
  const value = Number(number.replace('．', '.'));
  if (value === 0) return undefined;
  if (!ended) return inside(text, start, end, value, after);
  if ((LENT.test(after) && !SIGN_LATER.test(after)) || /^,\d{3}(?!\d)/.test(after)) return undefined;
  const clause = clauseBefore(text, start);
  if (clause === '' || UNITLESS.test(subjectBefore(text, start))) return undefined;
  const decimal = /[.．]/.test(number);
  const slip = (right: string | undefined, certain: boolean): UnitSlip => ({
    kind: right === undefined ? 'bare' : 'percent',
    span: { start, end },
    text: number,
    right,
    certain,
  });
  if (value < 1000 && IN_ROW.test(text.slice(Math.max(0, start - 3), start))) return slip(`${number}%`, true);
  if (value < 1000 && !REACHED.test(clause)) {
    if (GROWTH.test(clause)) return slip(`${number}%`, true);
    if (CHANGE.test(clause)) return decimal ? slip(`${number}%`, true) : slip(undefined, false);
  }
  if (value <= 100 && SHARE.test(clause)) return slip(`${number}%`, true);
  if (value <= 300 && DONE.test(clause)) return slip(`${number}%`, true);
  if (value <= 100 && RATE.test(clause) && !NO_RATE.test(clause))
    return slip(`${number}%`, /率|占比|比重|比例/.test(clause));
  if (value === 100 && WHOLE.test(clause)) return slip('100%', true);
  return REACHES.test(clause) && value < 1000 ? slip(undefined, false) : undefined;
}

/** 有87.5的农作物, 年初确定的8发展目标: numbers that a noun follows. */
function inside(
  text: string,
  start: number,
  end: number,
  value: number,
  after: string,
): UnitSlip | undefined {
  if (value > 100) return undefined;
  const number = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 12), start);
  if (/^\s?的(?!\d)[\u4e00-\u9fff]/.test(after) && /(?:[有占]|其余|达到)\s?$/.test(before)) {
    if (UNITLESS.test(subjectBefore(text, start)) || /^的(?:水平|得分|分值|比例|系数)/.test(after.trim()))
      return undefined;
    return {
      kind: 'percent',
      span: { start, end },
      text: number,
      right: `${number}%`,
      certain: /\./.test(number),
    };
  }
  if (
    !/^\s?的?(?:发展|增长|预期|增速|增幅)(?:预期)?目标/.test(after) &&
    !/^\s?的(?:增长(?:速度|目标|水平|率)|目标)/.test(after)
  )
    return undefined;
  if (!/(?:确定|提出|下达|预定|制定|既定|计划|定下|增长|确保|实现|完成)的?\s?$/.test(before))
    return undefined;
  return { kind: 'percent', span: { start, end }, text: number, right: `${number}%`, certain: true };
}

/** The clause up to the number, within reach. */
function clauseBefore(text: string, end: number): string {
  let start = end;
  const limit = Math.max(0, end - REACH);
  while (start > limit && !CLAUSE_START.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

/** What was said just before: the words in which an index or a score would be named. */
function subjectBefore(text: string, end: number): string {
  const head = text.slice(Math.max(0, end - REACH), end);
  return head.slice(Math.max(head.lastIndexOf('。'), head.lastIndexOf('；')) + 1);
}
