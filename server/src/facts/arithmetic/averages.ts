import type { Figure } from '../figures/types.ts';
import { type Interval, intervalOf, meet, over } from './interval.ts';
import { isBracketed, leadOf, type Sentence } from './sentences.ts';
import { inUnitOf, plainNumber, written } from './show.ts';
import type { Calculation } from './types.ts';

const PER: Readonly<Record<string, RegExp>> = {
  人: /(?:人均|每人平均|平均每人)[^，。；、]{0,6}$/,
  户: /(?:户均|平均每户)[^，。；、]{0,6}$/,
  亩: /(?:亩均|平均每亩)[^，。；、]{0,6}$/,
};
const YEARLY = /年均(?:增长|递增)[^，。；]{0,4}$/;
const FROM_TO =
  /(?:从|由)[^，。；]{0,6}?((?:19|20)\d{2})年[^，。；]{0,40}?(?:到|至)[^，。；]{0,6}?((?:19|20)\d{2})年/;
const REAL = /增加值|生产总值|GDP|产业|经济总量/;
const ADJUSTED = /同口径|可比|不变价|剔除|扣除|名义|实际/;

/** 发放补贴1.2亿元，惠及3万人，人均4000元; and 年均 growth between two years that are named. */
export function readAverages(sentence: Sentence): readonly Calculation[] {
  const found: Calculation[] = [];
  sentence.figures.forEach((figure, index) => {
    const lead = leadOf(sentence, index);
    if (figure.unit.canonical === '元') {
      const heads = Object.keys(PER).find((unit) => PER[unit]!.test(lead));
      if (heads) found.push(...perHead(sentence, figure, index, heads));
    } else if (figure.unit.canonical === '%' && YEARLY.test(lead))
      found.push(...perYear(sentence, figure, index));
  });
  return found;
}

function perHead(sentence: Sentence, average: Figure, index: number, unit: string): readonly Calculation[] {
  const own = sentence.figures
    .slice(Math.max(0, index - 4), index)
    .filter(({ span, amount }) => amount !== undefined && !isBracketed(sentence, span.start));
  const totals = own.filter((figure) => figure.unit.canonical === '元');
  const heads = own.filter((figure) => figure.unit.canonical === unit);
  const [total] = totals;
  const [head] = heads;
  if (
    !total ||
    !head ||
    totals.length > 1 ||
    heads.length > 1 ||
    (index - 4 > 0 &&
      sentence.figures.slice(Math.max(0, index - 12), index - 4).some((f) => f.unit.canonical === '元'))
  )
    return [];
  if (own.some(({ measure }) => measure === 'change' || measure === 'growth')) return [];
  const between = sentence.text.slice(total.span.start, average.span.start);
  if (/其中|增收|标准|收入|最高|以上|带动|务工|补助标准/.test(between)) return [];
  const [t, h, a] = [intervalOf(total), intervalOf(head), intervalOf(average)];
  const quotient = t && h && over(t, h);
  if (!quotient || !a || !total.amount || !head.amount) return [];
  return [
    {
      kind: 'average',
      figure: average,
      terms: [total, head],
      formula: `${written(total)}÷${written(head)}＝${inUnitOf(total.amount / head.amount, { ...average, digits: Math.max(1, average.digits) })}`,
      agrees: meet(quotient, a),
      certain: false,
    },
  ];
}

function perYear(sentence: Sentence, growth: Figure, index: number): readonly Calculation[] {
  const [from, to] = [sentence.figures[index - 2], sentence.figures[index - 1]];
  if (!from || !to || from.unit.canonical !== to.unit.canonical || from.unit.canonical === '%') return [];
  const text = sentence.text.slice(Math.max(sentence.start, from.span.start - 60), growth.span.start);
  const years = FROM_TO.exec(text);
  const span = years ? Number(years[2]) - Number(years[1]) : 0;
  if (span < 2 || REAL.test(from.indicator + to.indicator) || ADJUSTED.test(text)) return [];
  if (
    !/(?:从|由)[^，。；]{0,24}$/.test(leadOf(sentence, index - 2)) ||
    !/[到至]/.test(leadOf(sentence, index - 1))
  )
    return [];
  const [a, b, g] = [intervalOf(from), intervalOf(to), intervalOf(growth)];
  const ratio = a && b && over(b, a);
  if (!ratio || !g || ratio.low <= 0 || !from.amount || to.amount === undefined) return [];
  const rate = ({ low, high }: Interval, n: number): Interval => ({
    low: 100 * (low ** (1 / n) - 1),
    high: 100 * (high ** (1 / n) - 1),
  });
  return [
    {
      kind: 'growth',
      figure: growth,
      terms: [from, to],
      formula: `${written(from)}到${written(to)}，${span}年年均${plainNumber(100 * ((to.amount / from.amount) ** (1 / span) - 1), Math.max(2, growth.digits))}%`,
      agrees: [span, span + 1].some((n) => meet(rate(ratio, n), g)),
      certain: from.approximation === 'exact' && to.approximation === 'exact',
    },
  ];
}
