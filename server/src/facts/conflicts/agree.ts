import type { Figure } from '../figures/types.ts';

/** What a figure leaves open: its words' bounds and one in its last place, so that rounded and cut values agree. */
export function reach({ amount = 0, bounds, resolution }: Figure): {
  readonly low: number;
  readonly high: number;
} {
  const { low, high } = bounds ?? { low: amount, high: amount };
  return { low: low - resolution, high: high + resolution };
}

/** Whether two figures of one datum can both be right. Two written to the same place in the same unit must be equal. */
export function agree(a: Figure, b: Figure): boolean {
  if (isAlike(a, b)) return a.amount === b.amount;
  const one = reach(a);
  const two = reach(b);
  const slack = 1e-9 * Math.max(Math.abs(a.amount ?? 0), Math.abs(b.amount ?? 0));
  return one.low <= two.high + slack && two.low <= one.high + slack;
}

function isAlike(a: Figure, b: Figure): boolean {
  return (
    a.approximation === 'exact' &&
    b.approximation === 'exact' &&
    a.digits === b.digits &&
    a.unit.factor === b.unit.factor
  );
}

/** Whether one value is near the other, as a slip or an old state of the same thing would be. */
export function isNear(a: Figure, b: Figure, share: number): boolean {
  const [x, y] = [Math.abs(a.amount ?? 0), Math.abs(b.amount ?? 0)];
  return Math.abs(x - y) <= share * Math.max(x, y);
}
