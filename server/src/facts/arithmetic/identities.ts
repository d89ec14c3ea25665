import type { FigureBlock, PlacedBlock, ResolvedFigure, SpeechFigures } from '../figures/speech.ts';
import type { SpeechFigure } from '../figures/types.ts';
import { intervalOf, meet, plus } from './interval.ts';
import { shareOf } from './shares.ts';
import { inUnitOf, written } from './show.ts';
import type { Calculation } from './types.ts';

/** A calculation whose figures stand in different paragraphs, too. */
export interface SpeechCalculation extends Omit<Calculation, 'figure' | 'terms'> {
  readonly figure: SpeechFigure;
  readonly terms: readonly SpeechFigure[];
}

/** Totals that are the sum of other indicators at current prices (definitions of the statistics bureaus). */
const SUMS: Readonly<Record<string, readonly string[]>> = {
  地区生产总值: ['第一产业增加值', '第二产业增加值', '第三产业增加值'],
  进出口总额: ['出口总额', '进口总额'],
  一般公共预算收入: ['税收收入', '非税收入'],
};
const ALIASES: Readonly<Record<string, string>> = { 生产总值: '地区生产总值', GDP: '地区生产总值' };

/** Finds identities of the statistics, and shares of an indicator that the speech gives elsewhere. */
export type IdentityReader = (figures: SpeechFigures) => readonly SpeechCalculation[];

/** A figure of a paragraph at its place. */
interface Placed {
  readonly found: ResolvedFigure;
  readonly index: number;
  readonly place: PlacedBlock;
}

/** What a paragraph has for calculations; figures are named by their index. */
interface Terms {
  readonly levels: readonly { readonly key: string; readonly index: number }[];
  readonly shares: readonly number[];
}

/** Makes a reader, linear in the figures; what paragraphs have is remembered. */
export function createIdentityReader(): IdentityReader {
  const terms = new WeakMap<FigureBlock, Terms>();
  return ({ blocks, at }) => {
    const levels = new Map<string, Placed | undefined>();
    const shares: Placed[] = [];
    for (const place of blocks) {
      const { block } = place;
      const own = terms.get(block) ?? termsOf(block);
      terms.set(block, own);
      for (const { key, index } of own.levels) {
        const found = block.figures[index]!;
        const known = levels.get(key);
        if (!levels.has(key)) levels.set(key, { found, index, place });
        else if (known && known.found.figure.amount !== found.figure.amount) levels.set(key, undefined);
      }
      for (const index of own.shares) shares.push({ found: block.figures[index]!, index, place });
    }
    const there = ({ place, index }: Placed): SpeechFigure => at(place, index);
    const sums = [...levels.values()].flatMap((total) => (total ? (sumOf(total, levels, there) ?? []) : []));
    return [...sums, ...shares.flatMap((share) => shareIn(share, levels, there) ?? [])];
  };
}

function termsOf({ figures }: FigureBlock): Terms {
  const levels: { key: string; index: number }[] = [];
  const shares: number[] = [];
  figures.forEach((found, index) => {
    const { figure, stance, period } = found;
    const { measure, amount } = figure;
    if (measure === 'share' && amount !== undefined && figure.whole !== '' && figure.unit.canonical === '%')
      shares.push(index);
    if (measure !== 'level' || amount === undefined || figure.inherited || figure.each > 1) return;
    if (stance === 'actual' && period.name !== '')
      levels.push({ key: placeOf(found, figure.indicator), index });
  });
  return { levels, shares };
}

function placeOf({ scope, period, figure }: ResolvedFigure, indicator: string): string {
  return `${indicator}|${/^全[市省县区州旗]$/.test(scope) ? '' : scope}|${period.name}|${figure.unit.canonical}`;
}

function sumOf(
  placed: Placed,
  levels: ReadonlyMap<string, Placed | undefined>,
  there: (placed: Placed) => SpeechFigure,
): SpeechCalculation | undefined {
  const { found: total } = placed;
  const parts = SUMS[total.figure.indicator]?.map((name) => levels.get(placeOf(total, name)));
  const terms = parts?.flatMap((part) => part ?? []) ?? [];
  if (!parts || terms.length !== parts.length) return undefined;
  const limit = intervalOf(total.figure);
  const intervals = terms.map(({ found: { figure } }) => intervalOf(figure));
  if (!limit || intervals.some((interval) => !interval)) return undefined;
  const sum = intervals.reduce((all, interval) => plus(all!, interval!), { low: 0, high: 0 })!;
  const value = terms.reduce((all, { found }) => all + (found.figure.amount ?? 0), 0);
  const digits = Math.max(...terms.map(({ found }) => found.figure.digits), total.figure.digits);
  return {
    kind: 'sum',
    figure: there(placed),
    terms: terms.map(there),
    formula: `${terms.map(({ found }) => written(found.figure)).join('＋')}＝${inUnitOf(value, { ...total.figure, digits })}`,
    agrees: meet(sum, limit),
    certain: true,
  };
}

/** 旅游收入3.14亿元，增长15%，占生产总值的4.68%: the whole stands elsewhere. */
function shareIn(
  share: Placed,
  levels: ReadonlyMap<string, Placed | undefined>,
  there: (placed: Placed) => SpeechFigure,
): SpeechCalculation | undefined {
  const { figure } = share.found;
  const { figures } = share.place.block;
  const before = [share.index - 1, share.index - 2].find(
    (index) =>
      figures[index]?.figure.measure === 'level' && figures[index].figure.indicator === figure.indicator,
  );
  const part = before === undefined ? undefined : figures[before];
  if (before === undefined || part?.stance !== 'actual' || part.figure.unit.canonical !== '元')
    return undefined;
  const name = figure.whole
    .replaceAll('\u0001', '')
    .replace(/^(?:全[市省县区州]|同期|上半年|全年|当年)+/, '')
    .replace(/的?(?:比重|比例)$/, '');
  const whole = levels.get(placeOf(part, ALIASES[name] ?? name));
  const calculation = whole && shareOf(part.figure, whole.found.figure, figure);
  if (!calculation) return undefined;
  const own = there({ found: part, index: before, place: share.place });
  return { ...calculation, figure: there(share), terms: [own, there(whole)] };
}
