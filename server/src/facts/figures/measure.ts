import type { Amount } from './amount.ts';
import type { Lead } from './lead.ts';
import type { Direction, Figure, Measure } from './types.ts';

/** What the reading of a clause tells beside its lead. */
export interface Reading {
  readonly amount: Amount;
  readonly lead: Lead;
  /** The noun stands behind the number. */
  readonly counted: boolean;
  /** The clause names nothing but regions, or nothing at all, and goes on with what `last` said. */
  readonly continues: boolean;
  readonly last: Figure | undefined;
}

/** Whether a number of this unit can be a rate: %, 倍, 成, or a rate that lost its sign. */
export function isRatio({ unit }: Amount): boolean {
  return unit.canonical === '%' || unit.canonical === '倍' || unit.written === '';
}

/** What a figure says of its indicator. */
export function measureOf({ amount, lead, counted, continues, last }: Reading): Measure {
  if (amount.ordinal) return 'rank';
  if (amount.doubling) return 'growth';
  const ratio = isRatio(amount);
  if (lead.share && ratio) return 'share';
  if (lead.rate && ratio) return 'growth';
  if (amount.unit.canonical === '百分点') return 'change';
  if (lead.direction !== 'none' && !lead.level) return ratio ? 'growth' : 'change';
  if (
    continues &&
    last &&
    (last.unit.canonical === amount.unit.canonical || isBlank(amount) || last.unit.written === '')
  )
    return last.measure;
  return counted ? 'count' : 'level';
}

const isBlank = ({ unit }: Amount): boolean => unit.written === '';

/** Up or down, as said, or as the list it stands in says. */
export function directionOf({ amount, lead, continues, last }: Reading, measure: Measure): Direction {
  if (lead.direction !== 'none') return lead.direction;
  if (!continues || last?.measure !== measure || amount.value === undefined || amount.value < 0)
    return 'none';
  return measure === 'growth' || measure === 'change' ? last.direction : 'none';
}
