import type { Figure } from '../figures/types.ts';

/** Lowest and highest value that a figure or a result can mean. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Units of what is measured, not counted: their whole numbers may be rounded. */
const MEASURED = /[元吨亩米里%时瓦]|百分点|公顷|倍|升|度/;
/** How far 约 and 左右 reach beyond rounding. */
const ABOUT = 0.05;
/** How far above 超, 突破, 多 the value may lie, and below 近. */
const BEYOND = 0.1;

/**
 * What a figure can mean: half a unit in its last place to either side, twice that and what the words allow where
 * it is said roughly. Counted things are exact. Undefined for a mask.
 */
export function intervalOf({
  amount,
  resolution,
  approximation,
  unit,
  digits,
  range,
  bounds,
}: Figure): Interval | undefined {
  if (amount === undefined) return undefined;
  if (range && bounds) return { low: bounds.low, high: bounds.high };
  if (approximation === 'exact') {
    const half = unit.factor === 1 && digits === 0 && !MEASURED.test(unit.canonical) ? 0 : resolution / 2;
    return { low: amount - half, high: amount + half };
  }
  const size = Math.abs(amount);
  const below = approximation === 'about' ? ABOUT : (approximation === 'below') === amount >= 0 ? BEYOND : 0;
  const above = approximation === 'about' ? ABOUT : (approximation === 'above') === amount >= 0 ? BEYOND : 0;
  return { low: amount - resolution - size * below, high: amount + resolution + size * above };
}

export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function scaled({ low, high }: Interval, factor: number): Interval {
  return factor < 0 ? { low: high * factor, high: low * factor } : { low: low * factor, high: high * factor };
}

/** Quotient; undefined where the divisor may be 0. */
export function over(a: Interval, b: Interval): Interval | undefined {
  if (b.low <= 0 && b.high >= 0) return undefined;
  const ends = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Whether two results can be one value; floating-point noise is forgiven. */
export function meet(a: Interval, b: Interval): boolean {
  const slack = 1e-9 * Math.max(1, Math.abs(a.high), Math.abs(b.high));
  return a.low <= b.high + slack && b.low <= a.high + slack;
}
