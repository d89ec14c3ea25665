import { intervalOf, meet, minus, scaled } from './interval.ts';
import { leadOf, type Sentence } from './sentences.ts';
import { inUnitOf, written } from './show.ts';
import type { Calculation } from './types.ts';

const OTHER = /(?:全国|全省|全市|全区|平均|目标|计划|预期|上年|去年)[^，。；\d]{0,12}$/;
const AGAINST = /(?:高于|低于|快于|慢于|高出|超出|比|较|领先|高|低|快|慢)[^，。；]{0,16}$/;

/** 增长5.5%，比全省平均水平（5.2%）高0.3个百分点: two rates and their difference. */
export function readPoints(sentence: Sentence): readonly Calculation[] {
  const { figures, text } = sentence;
  const found: Calculation[] = [];
  for (let i = 2; i < figures.length; i++) {
    const [own, other, said] = [figures[i - 2]!, figures[i - 1]!, figures[i]!];
    if (said.unit.canonical !== '百分点' || own.unit.canonical !== '%' || other.unit.canonical !== '%')
      continue;
    if (
      own.measure === 'share' ||
      !OTHER.test(leadOf(sentence, i - 1).replace(/(?<![（(为是])[（(为是]+\s*$/, ''))
    )
      continue;
    const tail = text.slice(other.span.end, said.span.start);
    const between = text.slice(own.span.end, said.span.start);
    if (/[；]|其中|分别/.test(between) || tail.length > 14 || !AGAINST.test(between)) continue;
    const [a, b, d] = [intervalOf(own), intervalOf(other), intervalOf(said)];
    if (!a || !b || !d) continue;
    const difference = minus(a, b);
    const { amount: x = 0 } = own;
    const { amount: y = 0 } = other;
    const digits = Math.max(own.digits, other.digits, said.digits);
    found.push({
      kind: 'points',
      figure: said,
      terms: [own, other],
      formula: `${x < y ? `${written(other)}－${written(own)}` : `${written(own)}－${written(other)}`}＝${inUnitOf(Math.abs(x - y), { ...said, digits })}`,
      agrees: meet(difference, d) || meet(scaled(difference, -1), d),
      certain: [own, other, said].every(({ approximation }) => approximation === 'exact'),
    });
  }
  return found;
}
