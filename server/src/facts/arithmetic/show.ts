import type { Figure } from '../figures/types.ts';

/** A number with at most `digits` places, no zeros at its end. */
export function plainNumber(value: number, digits: number): string {
  const written = value.toFixed(Math.min(12, Math.max(0, digits)));
  return written.includes('.') ? written.replace(/(?<!0)0+$/, '').replace(/\.$/, '') : written;
}

/** An amount in the unit of a figure as that figure writes it. */
export function inUnitOf(amount: number, { unit, digits }: Figure): string {
  return plainNumber(amount / unit.factor, digits) + unit.written;
}

/** A rate with the places of the one that was written, at least two. */
export function percent(value: number, { digits }: Pick<Figure, 'digits'>): string {
  return `${plainNumber(value, Math.max(2, digits))}%`;
}

/** A figure's own words without those that blur it. */
export function written({ unit, value = 0, digits }: Figure): string {
  return plainNumber(Math.abs(value), digits) + unit.written;
}
