import type { Amount } from './amount.ts';
import type { Approximation, Bounds, Direction, Measure } from './types.ts';

/** How far 约 and 左右 reach, and how much a rounded-down 多 leaves open (practice: reports round to two places). */
const ABOUT = 0.05;

/** The stronger word wins: 近20万以上 says nothing certain, so what stands before the number counts. */
export function blurred(before: Approximation, after: Approximation): Approximation {
  return before === 'exact' ? after : before;
}

/** The value with its sign: a fall is negative. */
export function signedValue(
  value: number | undefined,
  direction: Direction,
  measure: Measure,
): number | undefined {
  if (value === undefined || direction !== 'down' || (measure !== 'growth' && measure !== 'change'))
    return value;
  return value > 0 ? -value : value;
}

/** Lowest and highest amount that the words allow. */
export function boundsOf(
  amount: number,
  range: Amount['range'],
  factor: number,
  approximation: Approximation,
): Bounds {
  if (range) return { low: Math.min(...range) * factor, high: Math.max(...range) * factor };
  const size = Math.abs(amount);
  const near = { low: amount - size * ABOUT, high: amount + size * ABOUT };
  if (approximation === 'exact') return { low: amount, high: amount };
  if (approximation === 'about') return near;
  const more = (approximation === 'above') === amount >= 0;
  return more
    ? { low: amount, high: Number.POSITIVE_INFINITY }
    : { low: Number.NEGATIVE_INFINITY, high: amount };
}
