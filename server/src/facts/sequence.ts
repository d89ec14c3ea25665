import { addTo } from '../draft/lists.ts';
import { longestRise } from './longest-rise.ts';

/** What is wrong at one place of a row of numbers that should count on by one. Places are indexes in the row. */
export interface SequenceDefect {
  /** gap: numbers are missing before it, or it is another number than is due; moved: the number that is due stands elsewhere. */
  readonly kind: 'gap' | 'moved' | 'duplicate';
  readonly at: number;
  readonly expected: number;
  /** Where the number that is due stands, for `moved`. */
  readonly other?: number;
}

/**
 * Explains a row by as few defects as possible: the longest part that rises is taken as right, and each number
 * outside it, or missing from it, is told once. `first` is the number that the row should begin with. O(n log n).
 */
export function explainSequence(values: readonly number[], first: number): SequenceDefect[] {
  const row = readRow(values, first);
  const defects: SequenceDefect[] = [];
  const told = new Set<number>();
  const tell = (defect: SequenceDefect, ...places: number[]): void => {
    defects.push(defect);
    for (const place of places) told.add(place);
  };
  const strays = ({ between }: Stretch): number[] => between.filter((at) => !told.has(at));
  const misnumbered = (at: number, expected: number): SequenceDefect => ({
    kind: row.count(values[at]!) > 1 ? 'duplicate' : 'gap',
    at,
    expected,
  });

  const goesOn = (streak: { readonly at: number; readonly value: number }, at: number): boolean =>
    at === streak.at + 1 && (values[at] === streak.value || values[at] === streak.value + 1);

  // What is missing in one place may stand in another.
  for (const stretch of row.stretches) {
    const { low, high, next } = stretch;
    if (high === undefined || high - low - 1 <= strays(stretch).length) continue;
    const stray = row.strayWith(low + 1, told);
    if (stray !== undefined) tell(moved(row, stray, next, low + 1), stray);
    else if (high - low === 2 && values[next + 1] === high) tell(misnumbered(next, low + 1), next + 1);
    else tell({ kind: 'gap', at: next, expected: low + 1 });
  }
  for (const stretch of row.stretches) {
    const { low, high } = stretch;
    const inside = strays(stretch);
    const fits = high !== undefined && high - low - 1 === inside.length;
    let streak = { at: -2, value: 0 };
    inside.forEach((at, i) => {
      if (told.has(at)) return;
      const due = fits ? low + 1 + i : low + 1;
      const swapped = fits
        ? inside.find((other) => other !== at && values[other] === due && !told.has(other))
        : undefined;
      if (swapped !== undefined) tell({ kind: 'moved', at, expected: due, other: swapped }, at, swapped);
      // One number typed several times over, or a count that goes on from a wrong number, is one mistake.
      else if (fits || !goesOn(streak, at)) tell(misnumbered(at, due), at);
      streak = { at, value: values[at]! };
    });
  }
  return defects.sort((a, b) => a.at - b.at);
}

/** The places between two kept numbers; `high` and its place `next` are none at the end of the row. */
interface Stretch {
  readonly between: readonly number[];
  readonly low: number;
  readonly high: number | undefined;
  readonly next: number;
}

interface Row {
  readonly stretches: readonly Stretch[];
  readonly count: (value: number) => number;
  /** A place outside the rising part that holds `value` and is not told yet. */
  readonly strayWith: (value: number, told: ReadonlySet<number>) => number | undefined;
  /** The number that is due at a place, and the place where that number stands. */
  readonly dueAt: (at: number) => { readonly due: number; readonly place: number | undefined };
}

function readRow(values: readonly number[], first: number): Row {
  const kept = longestRise(values);
  const keptPlaces = new Set(kept);
  const places = new Map<number, number[]>();
  values.forEach((value, at) => {
    addTo(places, value, at);
  });
  const stretches: Stretch[] = [];
  const lowBefore = new Int32Array(values.length);
  let from = -1;
  let low = first - 1;
  for (const next of [...kept, values.length]) {
    const between = Array.from({ length: next - from - 1 }, (_, i) => from + 1 + i);
    for (const at of between) lowBefore[at] = low;
    stretches.push({ between, low, high: values[next], next });
    from = next;
    low = values[next] ?? low;
  }
  return {
    stretches,
    count: (value) => places.get(value)?.length ?? 0,
    strayWith: (value, told) => places.get(value)?.find((at) => !keptPlaces.has(at) && !told.has(at)),
    dueAt: (at) => ({ due: lowBefore[at]! + 1, place: places.get(lowBefore[at]! + 1)?.[0] }),
  };
}

/** A number that stands at `stray` and is missing before `next`: told at the earlier of the two. */
function moved(row: Row, stray: number, next: number, expected: number): SequenceDefect {
  if (next < stray) return { kind: 'moved', at: next, expected, other: stray };
  const { due, place } = row.dueAt(stray);
  return place === undefined
    ? { kind: 'gap', at: stray, expected: due }
    : { kind: 'moved', at: stray, expected: due, other: place };
}
