import type { Figure } from '../figures/types.ts';
import { type Interval, intervalOf, meet, minus, over, scaled } from './interval.ts';
import { isAmount, leadOf, type Sentence } from './sentences.ts';
import { inUnitOf, percent, written } from './show.ts';
import type { Calculation } from './types.ts';

/** Published at constant prices, or a total of such (the statistics bureau's releases): growth does not follow from values. */
const REAL = /增加值|生产总值|GDP|能耗|碳强度|总产值|经济总量|(?:产|农|工|渔|林|牧|服务|制造|建筑|旅游)业$/;
/** What parts a growth rate from the values beside it. */
const ADJUSTED = /同口径|可比|不变价|剔除|扣除|还原|快报|核算|折算|汇率|修订|口径|因素|年均|翻/;
const OTHER_BASE = /超收|短收|增收节支|净增|新增/;
const FROM = /(?:从|由)[^，。；]{0,16}$/;
const TO = /(?:到|至|为|达)了?(?:(?:19|20)\d{2}年|去年|今年|目前)?的?\s*$/;

/** Increments and growth beside a level, 由…到… beside growth or difference. */
export function readGrowth(sentence: Sentence): readonly Calculation[] {
  const { text, start, end, figures } = sentence;
  if (figures.length < 3) return [];
  const found: Calculation[] = [];
  const adjusted = ADJUSTED.test(text.slice(start, end));
  for (let i = 0; i + 2 < figures.length; i++) {
    const [a, b, c] = [figures[i]!, figures[i + 1]!, figures[i + 2]!];
    const calculation =
      fromTo(sentence, i, a, b, c, adjusted) ?? (adjusted ? undefined : increment(sentence, i, a, b, c));
    if (calculation) found.push(calculation);
  }
  return found;
}

/** 1733元，比上年减少660元，减少27.6%: the increment over the base is the growth; the two may change places. */
function increment(
  sentence: Sentence,
  i: number,
  level: Figure,
  b: Figure,
  c: Figure,
): Calculation | undefined {
  const [change, growth] = b.measure === 'change' ? [b, c] : [c, b];
  if (!isAmount(level) || change.measure !== 'change' || growth.measure !== 'growth') return undefined;
  if (level.unit.canonical !== change.unit.canonical || !isRate(growth)) return undefined;
  if (!isOneSubject(level, change) || !isOneSubject(level, growth) || REAL.test(level.indicator))
    return undefined;
  if (level.basis + change.basis + growth.basis !== '' || !haveOneBase(change, growth, b === change))
    return undefined;
  const between = sentence.text.slice(level.span.end, c.span.start);
  if (OTHER_BASE.test(between) || /[；]/.test(between) || FROM.test(leadOf(sentence, i))) return undefined;
  if (/其中|高于|低于|快于|多于|(?<![同环])比(?!上年|去年|年初|同期|(?:19|20)\d\d年)/.test(between))
    return undefined;
  const [l, d, g] = [intervalOf(level), intervalOf(change), intervalOf(growth)];
  const { amount = 0 } = level;
  const { amount: difference = 0 } = change;
  if (!l || !d || !g || Math.sign(difference) !== Math.sign(growth.amount ?? 0)) return undefined;
  const rate = over(d, minus(l, d));
  if (!rate) return undefined;
  const base = amount - difference;
  return {
    kind: 'growth',
    figure: growth,
    terms: [level, change],
    formula: `${written(change)}÷（${written(level)}${difference < 0 ? '＋' : '－'}${written(change)}）＝${percent((100 * Math.abs(difference)) / base, growth)}`,
    agrees: meet(scaled(rate, 100), g),
    certain: level.listed || isMoneyOrCount(level),
  };
}

function isMoneyOrCount({ unit, approximation }: Figure): boolean {
  return unit.canonical !== '' && approximation === 'exact';
}

/** 由12亿元增加到15亿元，增长25%: also 增加3亿元, and 由65%提高到67%，提高2个百分点. */
function fromTo(
  sentence: Sentence,
  i: number,
  a: Figure,
  b: Figure,
  c: Figure,
  adjusted: boolean,
): Calculation | undefined {
  if (
    a.unit.canonical !== b.unit.canonical ||
    !FROM.test(leadOf(sentence, i)) ||
    !TO.test(leadOf(sentence, i + 1))
  )
    return undefined;
  const between = sentence.text.slice(b.span.end, c.span.start);
  if (
    /[；]|其中|占|完成|排|(?<![同环])比(?!上年|去年|年初)|高于|低于/.test(between) ||
    between.length > 24 ||
    (c.inherited === false &&
      c.indicator !== '' &&
      c.indicator !== b.indicator &&
      c.indicator !== a.indicator)
  )
    return undefined;
  const [from, to, said] = [intervalOf(a), intervalOf(b), intervalOf(c)];
  if (!from || !to || !said) return undefined;
  if (c.measure === 'growth') return adjusted ? undefined : fromToGrowth(a, b, c, from, to, said);
  if (c.measure !== 'change') return undefined;
  const points = a.unit.canonical === '%' && c.unit.canonical === '百分点';
  if (!points && (c.unit.canonical !== a.unit.canonical || a.unit.canonical === '%')) return undefined;
  const difference = minus(to, from);
  const { amount: x = 0 } = a;
  const { amount: y = 0 } = b;
  const digits = Math.max(a.digits, b.digits, c.digits);
  return {
    kind: points ? 'points' : 'growth',
    figure: c,
    terms: [a, b],
    formula: `${y < x ? `${written(a)}－${written(b)}` : `${written(b)}－${written(a)}`}＝${inUnitOf(Math.abs(y - x), { ...c, digits })}`,
    agrees: meet(difference, said) || meet(scaled(difference, -1), said),
    certain: [a, b, c].every(({ approximation }) => approximation === 'exact'),
  };
}

function fromToGrowth(
  a: Figure,
  b: Figure,
  c: Figure,
  from: Interval,
  to: Interval,
  said: Interval,
): Calculation | undefined {
  if (a.unit.canonical === '%' || REAL.test(a.indicator + b.indicator)) return undefined;
  const ratio = over(minus(to, from), from);
  const factor = c.unit.canonical === '倍' ? 1 : 100;
  const { amount: x = 0 } = a;
  const { amount: y = 0 } = b;
  if (!ratio || x <= 0 || c.basis !== '') return undefined;
  return {
    kind: 'growth',
    figure: c,
    terms: [a, b],
    formula:
      factor === 1
        ? `（${written(b)}－${written(a)}）÷${written(a)}＝${inUnitOf(Math.abs(y - x) / x, { ...c, digits: Math.max(1, c.digits) })}`
        : `（${written(b)}－${written(a)}）÷${written(a)}＝${percent((100 * (y - x)) / x, c)}`,
    agrees: meet(scaled(ratio, factor), said) || meet(scaled(ratio, -factor), said),
    certain: [a, b, c].every(({ approximation }) => approximation === 'exact'),
  };
}

/** %, or a rate that lost it. */
function isRate({ unit }: Figure): boolean {
  return unit.canonical === '%' || unit.written === '';
}

function isOneSubject(a: Figure, b: Figure): boolean {
  return (
    b.indicator === a.indicator &&
    a.indicator !== '' &&
    (b.inherited || b.indicatorSpan?.start === a.indicatorSpan?.start)
  );
}

/** 比年初增加, 同比增长: not of one base. A growth right after an increment shares its base unless it says another. */
function haveOneBase(change: Figure, growth: Figure, changeFirst: boolean): boolean {
  const [one, two] = [plain(change.comparator), plain(growth.comparator)];
  if (one === two) return true;
  return changeFirst ? two === '' : one === '';
}

const plain = (comparator: string): string =>
  comparator.replace(/^(?:同比|(?:比|较)(?:上年|去年)(?:同期|度)?)$/, '同比').replace(/^[比较]/, '');
