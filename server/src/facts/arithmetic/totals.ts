import type { Figure } from '../figures/types.ts';
import { familyOf } from './families.ts';
import { type Interval, intervalOf, meet, plus, scaled } from './interval.ts';
import { isAmount, isBracketed, leadOf, type Sentence } from './sentences.ts';
import { inUnitOf, written } from './show.ts';
import type { Calculation } from './types.ts';

/** So many figures before 其中 may be its total. */
const HEADS = 8;
/** More parts than this are no list that a reader adds up. */
const MOST = 40;
const TOTAL =
  /(?:合计|总计|共计|总共|一共)(?:完成|达到?|为|有|投入|安排|建成|实施|[^，。；、\d]{0,6})?\s*$|，共\s*$/;
/** What comes along with a thing and is no part of it. */
const ALONG =
  /带动|拉动|撬动|总投资|(?<!总)产值|贷款|计划|目标|可(?!再生)|预计|超过|增加(?!值)|平均|人均|户均|累计|辐射|受益|惠及|服务|每/;
const NEVER_ADDED = /人均|平均|均价|单价|率|指数|标准|户均|亩均|价格|水平|浓度/;
/** Another matter begins. */
const ANEW = /[，；、](?:全[市省县区州]|我[市省县])/;
const REST = /(?:其余|其他|剩余|其它|余下)[^，。；、]{0,12}$/;
const NONE_LEFT = /(?:其余|其他|其它)[^，。；、\d]{0,10}(?:均?为|是)\s?(?:0|零|空白)/;

interface Part {
  readonly figure: Figure;
  readonly lead: string;
}

/** Totals beside their parts: 其中 lists, and 合计 after a list. */
export function readTotals(sentence: Sentence): readonly Calculation[] {
  return [...listsAfter(sentence), ...sumsBefore(sentence)];
}

/** 其中: parts of the figure before it; they may leave something out, so only too much is wrong. */
function listsAfter(sentence: Sentence): readonly Calculation[] {
  const { text, start, end, figures } = sentence;
  const found: Calculation[] = [];
  // No further than the sentence: the next 其中 may stand at the other end of a long paragraph.
  const near = text.slice(0, end + 1);
  let at = near.indexOf('其中', start);
  let first = 0;
  while (at >= 0 && at < end) {
    const next = near.indexOf('其中', at + 2);
    const stop = next >= 0 && next < end ? next : end;
    while (first < figures.length && figures[first]!.span.start <= at) first++;
    if (first < figures.length && !isBracketed(sentence, at)) {
      const opens = at - start < 3 && /^[\s“（]*$/.test(text.slice(start, at));
      const heads = opens ? sentence.before.slice(-HEADS) : figures.slice(Math.max(0, first - HEADS), first);
      found.push(...listOf(sentence, heads, first, stop));
    }
    at = next;
  }
  return found;
}

function listOf(
  sentence: Sentence,
  heads: readonly Figure[],
  first: number,
  stop: number,
): readonly Calculation[] {
  const parts: Part[] = [];
  for (let i = first; i < sentence.figures.length && parts.length < MOST; i++) {
    const figure = sentence.figures[i]!;
    if (figure.span.start >= stop || (parts.length > 0 && ANEW.test(leadOf(sentence, i)))) break;
    if (isAmount(figure) && !isBracketed(sentence, figure.span.start))
      parts.push({ figure, lead: leadOf(sentence, i) });
  }
  const head = parts[0]?.figure;
  if (!head) return [];
  const { canonical } = head.unit;
  const wholes = heads.filter((figure) => isAmount(figure) && figure.unit.canonical === canonical);
  const whole = wholes[wholes.length - 1];
  const own = parts.filter(({ figure }) => figure.unit.canonical === canonical);
  if (
    !whole ||
    NEVER_ADDED.test(whole.indicator) ||
    own.some(({ lead, figure }) => NEVER_ADDED.test(lead + figure.indicator))
  )
    return [];
  if (wholes.length > 1 && !(canonical !== '元' && own.length > 1)) return [];
  if (/每/.test(sentence.text.slice(Math.max(0, whole.span.start - 8), whole.span.start))) return [];
  const tail = sentence.text.slice(own[own.length - 1]!.figure.span.end, stop);
  return judgeList(whole, own, NONE_LEFT.test(tail));
}

function judgeList(whole: Figure, parts: readonly Part[], complete: boolean): readonly Calculation[] {
  const limit = intervalOf(whole);
  if (!limit) return [];
  const regions = parts.every(({ figure }) => figure.scope !== '' && !/^全/.test(figure.scope));
  const family = parts.length > 1 && !regions ? familyOf(parts.map(({ lead }) => lead)) : undefined;
  const large = (regions || family ? parts : parts.slice(0, 1)).find(({ figure, lead }) => {
    const part = intervalOf(figure);
    return part && part.low * figure.each > limit.high && !ALONG.test(lead);
  });
  if (large)
    return [
      {
        kind: 'part',
        figure: large.figure,
        terms: [whole],
        formula: `其中的${written(large.figure)}大于总数${written(whole)}`,
        agrees: false,
        certain: large.figure.approximation === 'exact' && whole.approximation === 'exact',
      },
    ];
  if (parts.length < 2 || parts.some(({ lead }) => ALONG.test(lead))) return [];
  const distinct = new Set(parts.map(({ figure }) => figure.scope)).size === parts.length;
  const rest = REST.test(parts[parts.length - 1]!.lead) && /[余剩]/.test(parts[parts.length - 1]!.lead);
  const whollyTold = complete || rest || family?.whole === true;
  if (!whollyTold && !(regions && distinct) && !family) return [];
  return sumOf(
    whole,
    parts.map(({ figure }) => figure),
    whollyTold,
  );
}

/** 新建12所、改建8所，合计20所: all the parts stand before their total. */
function sumsBefore(sentence: Sentence): readonly Calculation[] {
  const found: Calculation[] = [];
  const { figures } = sentence;
  let from = 0;
  figures.forEach((total, index) => {
    if (!isAmount(total) || !TOTAL.test(leadOf(sentence, index))) return;
    const parts = figures
      .slice(Math.max(from, index - MOST), index)
      .filter(
        (figure) =>
          isAmount(figure) &&
          figure.unit.canonical === total.unit.canonical &&
          !isBracketed(sentence, figure.span.start),
      );
    from = index + 1;
    if (parts.length < 2 || NEVER_ADDED.test(total.indicator)) return;
    if (/其中|累计|目前/.test(sentence.text.slice(parts[0]!.span.start, total.span.start))) return;
    if (parts.some((_, i) => parts.length - i > 1 && agreesWith(total, parts.slice(i)))) {
      found.push(...sumOf(total, parts, true).filter(({ agrees }) => agrees));
      return;
    }
    found.push(...sumOf(total, parts, true));
  });
  return found;
}

function sumOf(total: Figure, parts: readonly Figure[], complete: boolean): readonly Calculation[] {
  const limit = intervalOf(total);
  const sum = intervalSum(parts);
  if (!limit || !sum) return [];
  const agrees = complete ? meet(sum, limit) : sum.low <= limit.high * (1 + 1e-12);
  const value = parts.reduce((all, { amount = 0, each }) => all + amount * each, 0);
  const digits = Math.max(...parts.map((part) => part.digits), total.digits);
  const terms = parts.map((part) => (part.each > 1 ? `${written(part)}×${part.each}` : written(part)));
  return [
    {
      kind: 'sum',
      figure: total,
      terms: parts,
      formula: `${terms.join('＋')}＝${inUnitOf(value, { ...total, digits })}`,
      agrees,
      certain:
        parts.every(({ approximation }) => approximation === 'exact') && total.approximation === 'exact',
    },
  ];
}

function agreesWith(total: Figure, parts: readonly Figure[]): boolean {
  const limit = intervalOf(total);
  const sum = intervalSum(parts);
  return limit !== undefined && sum !== undefined && meet(sum, limit);
}

function intervalSum(parts: readonly Figure[]): Interval | undefined {
  let sum: Interval = { low: 0, high: 0 };
  for (const part of parts) {
    const interval = intervalOf(part);
    if (!interval) return undefined;
    sum = plus(sum, scaled(interval, part.each));
  }
  return sum;
}
