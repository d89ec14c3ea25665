/** A run of numbers that stands several times and cannot be made longer without losing a place. */
export interface MaximalRun {
  readonly length: number;
  /** Where it stands, ascending. */
  readonly places: Uint32Array;
}

/** Runs are told apart up to this length: 2 to the power of the rounds of sorting. */
const LONGEST = 64;

/**
 * All maximal repeated runs of at least `least` and at most 64 numbers, read from a suffix array that is sorted by
 * counting and doubling, in steps. 0 ends a run. Time and space grow linearly.
 */
export function* maximalRuns(
  numbers: Uint32Array,
  least: number,
): Generator<undefined, readonly MaximalRun[]> {
  const sequence = dense(numbers);
  yield;
  const order = yield* suffixOrder(sequence);
  const common = commonPrefixes(sequence, order);
  yield;
  const found: MaximalRun[] = [];
  const open: { readonly from: number; readonly length: number }[] = [];
  const ascending = createSorter(order.length);
  for (let i = 1; i <= order.length; i++) {
    if (i % 1024 === 0) yield;
    const shared = i < order.length ? common[i]! : 0;
    let from = i - 1;
    while (open.length > 0 && open[open.length - 1]!.length > shared) {
      const top = open.pop()!;
      from = top.from;
      if (top.length < least) continue;
      const places = ascending(order.subarray(from, i));
      if (isLeftMaximal(sequence, places)) found.push({ length: top.length, places });
    }
    if (shared > 0 && (open[open.length - 1]?.length ?? 0) < shared) open.push({ from, length: shared });
  }
  return found;
}

/** Puts some of the numbers below `length` in order: many of them by ticking them off, few by sorting. */
function createSorter(length: number): (places: Uint32Array) => Uint32Array {
  const ticked = new Uint8Array(length);
  return (places) => {
    if (places.length * DENSE < length) return places.slice().sort();
    const sorted = new Uint32Array(places.length);
    for (const place of places) ticked[place] = 1;
    let next = 0;
    for (let place = 0; next < sorted.length; place++) {
      if (ticked[place] === 0) continue;
      ticked[place] = 0;
      sorted[next++] = place;
    }
    return sorted;
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

/** Suffixes in the order of their first 64 numbers. */
function* suffixOrder(sequence: Uint32Array): Generator<undefined, Uint32Array> {
  const { length } = sequence;
  let order = Uint32Array.from({ length }, (_, i) => i);
  let rank = sequence.slice();
  order = byKey(
    order,
    (at) => rank[at]!,
    rank.reduce((a, b) => Math.max(a, b), 0),
  );
  rank = ranked(order, (a, b) => sequence[a] === sequence[b]);
  for (let step = 1; step < LONGEST; step *= 2) {
    const second = (at: number): number => (at + step < length ? rank[at + step]! + 1 : 0);
    const first = rank;
    order = byKey(order, second, length + 1);
    yield;
    order = byKey(order, (at) => first[at]!, length);
    rank = ranked(order, (a, b) => first[a] === first[b] && second(a) === second(b));
    yield;
    if (rank[order[length - 1] ?? 0] === length - 1) break;
  }
  return order;
}

/** A stable counting sort. */
function byKey(order: Uint32Array, keyOf: (at: number) => number, most: number): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(most + 2);
  for (const at of order) counts[keyOf(at) + 1]!++;
  for (let i = 1; i < counts.length; i++) counts[i] = counts[i]! + counts[i - 1]!;
  const sorted = new Uint32Array(order.length);
  for (const at of order) {
    const key = keyOf(at);
    sorted[counts[key]!] = at;
    counts[key] = counts[key]! + 1;
  }
  return sorted;
}

function ranked(order: Uint32Array, same: (a: number, b: number) => boolean): Uint32Array<ArrayBuffer> {
  const rank = new Uint32Array(order.length);
  for (let i = 1; i < order.length; i++)
    rank[order[i]!] = rank[order[i - 1]!]! + (same(order[i - 1]!, order[i]!) ? 0 : 1);
  return rank;
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
  return first < 0 || places.some((place) => sequence[place - 1] !== first);
}
