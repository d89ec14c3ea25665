import { firstWhere } from '../draft/halving.ts';

/** Positions, in order, of a longest strictly rising part of a list of numbers; of equal numbers the earliest is taken. */
export function longestRise(numbers: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const before = new Int32Array(numbers.length).fill(-1);
  numbers.forEach((number, at) => {
    const length = firstWhere(tails.length, (tail) => numbers[tails[tail]!]! >= number);
    if (length < tails.length && numbers[tails[length]!] === number) return;
    if (length > 0) before[at] = tails[length - 1]!;
    tails[length] = at;
  });
  const places: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) places.push(at);
  return places.reverse();
}
