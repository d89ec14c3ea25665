import { RATES } from '../facts/aloud/duration.ts';

/** What a reading rate may be, for messages. */
export const RATE_RANGE = `${RATES.lowest}到${RATES.highest}`;

/** Whether a value can be a reading rate: characters a minute, a whole number. */
export function isRate(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= RATES.lowest && (value as number) <= RATES.highest;
}
