/** A run of numbers that stands several times and cannot be made longer without losing a place. */
export interface MaximalRun {
  readonly length: number;
  /** Where it stands, ascending; holds only until the next run is taken. */
  readonly places: Uint32Array;
}

/** Runs are told apart up to this length: 2 to the power of the rounds of sorting. */
const LONGEST = 64;

/**
 * Takes all maximal repeated runs of at least `least` and at most 64 numbers one after the other, read from a suffix
 * array that is sorted by counting and doubling, in steps. 0 ends a run. Time and space grow linearly.
 */
export function* maximalRuns(
  numbers: Uint32Array,
  least: number,
  take: (run: MaximalRun) => void,
): Generator<undefined, void> {
  const sequence = dense(numbers);
  yield;
  const order = yield* suffixOrder(sequence);
  const common = commonPrefixes(sequence, order);
  yield;
  const open: { readonly from: number; readonly length: number }[] = [];
  const ascending = createSorter(order.length);
  for (let i = 1; i <= order.length; i++) {
    if (i % 256 === 0) yield;
    const shared = i < order.length ? common[i]! : 0;
    let from = i - 1;
    while (open.length > 0 && open[open.length - 1]!.length > shared) {
      const top = open.pop()!;
      from = top.from;
      if (top.length < least) continue;
      const places = ascending(order, from, i);
      if (isLeftMaximal(sequence, places)) take({ length: top.length, places });
    }
    if (shared > 0 && (open[open.length - 1]?.length ?? 0) < shared) open.push({ from, length: shared });
  }
}

/**
 * Puts some of the numbers below `length` in order: many of them by ticking them off, few by sorting. All results
 * stand in the same array: the runs of a text that says one word over and over are 64 times as long as the text.
 */
function createSorter(length: number): (order: Uint32Array, from: number, to: number) => Uint32Array {
  const ticked = new Uint8Array(length);
  const sorted = new Uint32Array(length);
  return (order, from, to) => {
    const count = to - from;
    const places = sorted.subarray(0, count);
    if (count * DENSE < length) {
      for (let i = 0; i < count; i++) places[i] = order[from + i]!;
      return places.sort();
    }
    for (let i = from; i < to; i++) ticked[order[i]!] = 1;
    let next = 0;
    for (let place = 0; next < count; place++) {
      if (ticked[place] === 0) continue;
      ticked[place] = 0;
      places[next++] = place;
    }
    return places;
  };
}

/** From one in so many numbers on, ticking off all is quicker than sorting. */
const DENSE = 32;

/** Numbers in the order of their first appearance; each stop gets a number of its own, so that nothing runs across. */
function dense(numbers: Uint32Array): Uint32Array {
  const known = new Map<number, number>();
  let count = 0;
  return numbers.map((number) => {
    if (number === 0) return ++count;
    const seen = known.get(number);
    if (seen !== undefined) return seen;
    known.set(number, ++count);
    return count;
  });
}

/** Suffixes in the order of their first 64 numbers, equal ones from the front. All rounds share four arrays. */
function* suffixOrder(sequence: Uint32Array): Generator<undefined, Uint32Array> {
  const { length } = sequence;
  // Numbers are given out from 1 on, ranks from 0 on: both are at most `length`.
  const counts = new Uint32Array(length + 2);
  const order = new Uint32Array(length);
  const spare = new Uint32Array(length);
  let rank = new Uint32Array(length);
  let next = new Uint32Array(length);
  for (let i = 0; i < length; i++) spare[i] = i;
  sortBy(sequence, spare, order, counts);
  let last = numberOff(order, rank, (a, b) => sequence[a] === sequence[b]);
  for (let step = 1; step < LONGEST && last < length - 1; step *= 2) {
    laterHalfFirst(order, step, spare);
    yield;
    sortBy(rank, spare, order, counts);
    const known = rank;
    const half = (at: number): number => (at + step < length ? known[at + step]! + 1 : 0);
    last = numberOff(order, next, (a, b) => known[a] === known[b] && half(a) === half(b));
    [rank, next] = [next, rank];
    yield;
  }
  return order;
}

/** Suffixes in the order of what stands `step` numbers further on: in `order`, that many places earlier. */
function laterHalfFirst(order: Uint32Array, step: number, into: Uint32Array): void {
  const { length } = order;
  let count = 0;
  for (let at = Math.max(0, length - step); at < length; at++) into[count++] = at;
  for (let i = 0; i < length; i++) {
    const at = order[i]!;
    if (at >= step) into[count++] = at - step;
  }
}

/** A stable counting sort. */
function sortBy(keys: Uint32Array, order: Uint32Array, into: Uint32Array, counts: Uint32Array): void {
  counts.fill(0);
  for (let i = 0; i < keys.length; i++) counts[keys[i]! + 1]!++;
  for (let i = 1; i < counts.length; i++) counts[i] = counts[i]! + counts[i - 1]!;
  for (let i = 0; i < order.length; i++) {
    const at = order[i]!;
    into[counts[keys[at]!]!++] = at;
  }
}

/** Gives equal suffixes that follow each other the same rank; gives the last rank. */
function numberOff(order: Uint32Array, rank: Uint32Array, same: (a: number, b: number) => boolean): number {
  let last = 0;
  for (let i = 0; i < order.length; i++) {
    if (i > 0 && !same(order[i - 1]!, order[i]!)) last++;
    rank[order[i]!] = last;
  }
  return last;
}

/** How many numbers each suffix shares with the one before it in the order, at most 64. */
function commonPrefixes(sequence: Uint32Array, order: Uint32Array): Uint32Array {
  const { length } = order;
  const at = new Uint32Array(length);
  order.forEach((suffix, i) => {
    at[suffix] = i;
  });
  const common = new Uint32Array(length);
  let shared = 0;
  for (let suffix = 0; suffix < length; suffix++) {
    const place = at[suffix]!;
    if (place === 0) {
      shared = 0;
      continue;
    }
    const other = order[place - 1]!;
    while (
      shared < LONGEST &&
      suffix + shared < length &&
      other + shared < length &&
      sequence[suffix + shared] === sequence[other + shared]
    )
      shared++;
    common[place] = shared;
    if (shared > 0) shared--;
  }
  return common;
}

function isLeftMaximal(sequence: Uint32Array, places: Uint32Array): boolean {
  const first = places[0]! === 0 ? -1 : sequence[places[0]! - 1]!;
  if (first < 0) return true;
  for (let i = 1; i < places.length; i++) if (sequence[places[i]! - 1] !== first) return true;
  return false;
}
