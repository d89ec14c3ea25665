import { groupThousands } from '../figures/numerals.ts';
import type { Bounds } from '../figures/types.ts';

/** A value in its canonical unit, with what was left open when it was written. */
export interface Exact {
  readonly amount: number;
  /** One in the last place as written: 67.12亿元 → 1000000. */
  readonly resolution: number;
}

/** The same, or what words make of it. */
export interface Valued extends Exact {
  /** Where words blur it (约, 近, 超); absent for an exact value. */
  readonly bounds?: Bounds;
}

/**
 * Whether two values can be the same one: the coarser is the finer rounded or cut off, or the second, which is exact,
 * lies within what the words of the first allow.
 */
export function agrees(a: Valued, b: Exact): boolean {
  if (a.bounds) return within(b, a.bounds);
  const coarse = Math.max(a.resolution, b.resolution);
  const fine = Math.min(a.resolution, b.resolution);
  const apart = Math.abs(a.amount - b.amount);
  return coarse > fine * 1.5 ? apart < coarse * (1 - 1e-6) : apart < coarse * 0.5;
}

/** Figures are sums of floating point: 0.1 + 0.2. */
const EPSILON = 1e-9;

function within({ amount }: Exact, { low, high }: Bounds): boolean {
  const slack = Math.abs(amount) * EPSILON;
  return amount >= low - slack && amount <= high + slack;
}

/**
 * One value out of each group of values that agree with it, the finest first; `items` are given in any order.
 * Stops once there are more than `limit`, so that many items cost no more than a few.
 */
export function distinct<Item extends Exact>(items: readonly Item[], limit = 8): readonly Item[] {
  const found: Item[] = [];
  for (const item of [...items].sort((a, b) => a.resolution - b.resolution)) {
    if (!found.some((other) => agrees(other, item))) found.push(item);
    if (found.length > limit) break;
  }
  return found;
}

/**
 * An amount in the form of a number of the text, which has no sign: as many digits after the point, commas where it
 * has them. Undefined where the number is not written in plain digits.
 */
export function inFormOf(written: string, amount: number, factor: number): string | undefined {
  const form = /^(\d[\d,]*)(?:\.(\d+))?$/.exec(written);
  if (!form) return undefined;
  const [, whole = '', decimals = ''] = form;
  const number = (amount / factor).toFixed(decimals.length);
  return whole.includes(',') ? number.replace(/^\d+/, groupThousands) : number;
}
