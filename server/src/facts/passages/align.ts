import type { Span } from '../../draft/span.ts';
import { isMaskAt, type Normal, WILD } from './normal.ts';

/** Two stretches of normalised characters that say the same. */
export interface Aligned {
  readonly at: Span;
  readonly there: Span;
  /** Characters that stand in both. */
  readonly length: number;
  readonly figures: readonly (readonly [own: number, other: number])[];
}

/** A name that a mask stands for is no longer. */
const LONGEST_NAME = 12;
/** A change of words that is still the same passage, on either side. */
const LONGEST_CHANGE = 8;
/** What has to be equal behind a masked name, and behind a change. */
const AFTER_NAME = 3;
const AFTER_CHANGE = 8;

/** Widens an exact run both ways, over masked names and slight changes. */
export function align(
  own: Normal,
  other: Normal,
  run: { readonly at: number; readonly there: number; readonly length: number },
): Aligned {
  const figures: [number, number][] = [];
  const back = walk(own, other, run.at - 1, run.there - 1, -1, figures);
  figures.reverse();
  const on = walk(own, other, run.at, run.there, 1, figures);
  return {
    at: { start: back.at + 1, end: on.at },
    there: { start: back.there + 1, end: on.there },
    length: back.length + on.length,
    figures,
  };
}

/** Where the walk has come to: the first characters that are no longer shared, in its direction. */
interface Reached {
  readonly at: number;
  readonly there: number;
  readonly length: number;
}

function walk(
  own: Normal,
  other: Normal,
  from: number,
  fromThere: number,
  step: 1 | -1,
  figures: [number, number][],
): Reached {
  let [at, there, length] = [from, fromThere, 0];
  for (;;) {
    while (own.codes[at] !== undefined && own.codes[at] === other.codes[there]) {
      if (own.codes[at] === WILD) figures.push([at, there]);
      at += step;
      there += step;
      length++;
    }
    const jump = bridge(own, other, at, there, step);
    if (!jump) return { at, there, length };
    at += jump[0] * step;
    there += jump[1] * step;
  }
}

/** How many characters to leave aside on each side so that the texts go on alike; undefined where they do not. */
function bridge(
  own: Normal,
  other: Normal,
  at: number,
  there: number,
  step: 1 | -1,
): readonly [number, number] | undefined {
  const code = own.codes[at];
  const codeThere = other.codes[there];
  if (code === undefined || codeThere === undefined) return undefined;
  if (isMask(own, at)) {
    for (let n = 1; n <= LONGEST_NAME; n++)
      if (namesGoOn(own, other, at + step, there + n * step, step)) return [1, n];
  }
  if (isMask(other, there)) {
    for (let n = 1; n <= LONGEST_NAME; n++)
      if (namesGoOn(own, other, at + n * step, there + step, step)) return [n, 1];
  }
  for (let sum = 1; sum <= 2 * LONGEST_CHANGE; sum++) {
    for (let n = Math.max(0, sum - LONGEST_CHANGE); n <= Math.min(sum, LONGEST_CHANGE); n++)
      if (equalFrom(own, other, at + n * step, there + (sum - n) * step, step, AFTER_CHANGE) === AFTER_CHANGE)
        return [n, sum - n];
  }
  return undefined;
}

/** Whether both go on alike behind a masked name, if only as far as the next mask. */
function namesGoOn(own: Normal, other: Normal, at: number, there: number, step: 1 | -1): boolean {
  const equal = equalFrom(own, other, at, there, step, AFTER_NAME);
  if (equal === AFTER_NAME) return true;
  const [next, nextThere] = [at + equal * step, there + equal * step];
  const over = own.codes[next] === undefined && other.codes[nextThere] === undefined;
  return equal > 0 && (over || isMask(own, next) || isMask(other, nextThere));
}

function isMask(normal: Normal, index: number): boolean {
  return normal.codes[index] === WILD && isMaskAt(normal, index);
}

/** How many characters are the same from two places on, counted up to `most`. */
function equalFrom(
  own: Normal,
  other: Normal,
  at: number,
  there: number,
  step: 1 | -1,
  most: number,
): number {
  let count = 0;
  while (count < most) {
    const code = own.codes[at + count * step];
    if (code === undefined || code !== other.codes[there + count * step]) break;
    count++;
  }
  return count;
}
