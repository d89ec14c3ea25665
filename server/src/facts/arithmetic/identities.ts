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

/** Identities of the statistics, and shares of an indicator that the speech gives elsewhere: linear in the figures. */
export function readIdentities(figures: readonly SpeechFigure[]): readonly SpeechCalculation[] {
  const levels = new Map<string, SpeechFigure | undefined>();
  for (const found of figures) {
    const { figure } = found;
    if (figure.measure !== 'level' || figure.amount === undefined || figure.inherited || figure.each > 1)
      continue;
    if (found.stance !== 'actual' || found.period.name === '') continue;
    const key = placeOf(found, figure.indicator);
    const known = levels.get(key);
    if (!levels.has(key)) levels.set(key, found);
    else if (known && known.figure.amount !== figure.amount) levels.set(key, undefined);
  }
  const sums = [...levels.values()].flatMap((total) => (total ? (sumOf(total, levels) ?? []) : []));
  const shares = figures.flatMap(
    (share, index) => shareIn(share, figures[index - 1], figures[index - 2], levels) ?? [],
  );
  return [...sums, ...shares];
}

function placeOf({ scope, period, figure }: SpeechFigure, indicator: string): string {
  return `${indicator}|${/^全[市省县区州旗]$/.test(scope) ? '' : scope}|${period.name}|${figure.unit.canonical}`;
}

function sumOf(
  total: SpeechFigure,
  levels: ReadonlyMap<string, SpeechFigure | undefined>,
): SpeechCalculation | undefined {
  const parts = SUMS[total.figure.indicator]?.map((name) => levels.get(placeOf(total, name)));
  const terms = parts?.flatMap((part) => part ?? []) ?? [];
  if (!parts || terms.length !== parts.length) return undefined;
  const limit = intervalOf(total.figure);
  const intervals = terms.map(({ figure }) => intervalOf(figure));
  if (!limit || intervals.some((interval) => !interval)) return undefined;
  const sum = intervals.reduce((all, interval) => plus(all!, interval!), { low: 0, high: 0 })!;
  const value = terms.reduce((all, { figure: { amount = 0 } }) => all + amount, 0);
  const digits = Math.max(...terms.map(({ figure }) => figure.digits), total.figure.digits);
  return {
    kind: 'sum',
    figure: total,
    terms,
    formula: `${terms.map(({ figure }) => written(figure)).join('＋')}＝${inUnitOf(value, { ...total.figure, digits })}`,
    agrees: meet(sum, limit),
    certain: true,
  };
}

/** 旅游收入3.14亿元，增长15%，占生产总值的4.68%: the whole stands elsewhere. */
function shareIn(
  share: SpeechFigure,
  last: SpeechFigure | undefined,
  secondLast: SpeechFigure | undefined,
  levels: ReadonlyMap<string, SpeechFigure | undefined>,
): SpeechCalculation | undefined {
  const { figure, paragraph } = share;
  if (
    figure.measure !== 'share' ||
    figure.unit.canonical !== '%' ||
    figure.whole === '' ||
    figure.amount === undefined
  )
    return undefined;
  const part = [last, secondLast].find(
    (found) =>
      found?.paragraph === paragraph &&
      found.figure.measure === 'level' &&
      found.figure.indicator === figure.indicator,
  );
  if (part?.stance !== 'actual' || part.figure.unit.canonical !== '元') return undefined;
  const name = figure.whole
    .replaceAll('\u0001', '')
    .replace(/^(?:全[市省县区州]|同期|上半年|全年|当年)+/, '')
    .replace(/的?(?:比重|比例)$/, '');
  const whole = levels.get(placeOf(part, ALIASES[name] ?? name));
  const calculation = whole && shareOf(part.figure, whole.figure, figure);
  return calculation && { ...calculation, figure: share, terms: [part, whole] };
}
