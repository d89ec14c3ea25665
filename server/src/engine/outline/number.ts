import { rankOf } from '../../draft/markers.ts';
import type { Heading, MarkerStyle, Speech } from '../../draft/types.ts';
import { readNumbering } from '../../facts/numbering.ts';

/** What is known of the runs of headings that count on together. */
interface OldRuns {
  readonly runOf: ReadonlyMap<Heading, readonly Heading[]>;
  /** Heads of runs that start anew among their siblings. */
  readonly restarts: ReadonlySet<Heading>;
  /** Styles that count on from one parent to the next, each with its first number. */
  readonly continuous: ReadonlyMap<MarkerStyle, number>;
}

/**
 * The number that each heading gets when headings stand in `order` with the styles of `styleOf`. Runs that are as
 * they were keep their numbers; the others count on from where they began. What started anew among its siblings
 * (after a sentence that leads over) still does; a style that counts on through the whole speech still does.
 */
export function countAnew(
  speech: Speech,
  order: readonly Heading[],
  styleOf: (heading: Heading) => MarkerStyle,
): ReadonlyMap<Heading, number> {
  const old = readRuns(speech);
  const numbers = new Map<Heading, number>();
  const lastOf = new Map<MarkerStyle, number>();
  for (const run of newRuns(order, styleOf, old.restarts)) {
    const style = styleOf(run[0]!);
    const begins = old.continuous.get(style);
    const before = lastOf.get(style) ?? (begins ?? 1) - 1;
    const first = begins === undefined ? firstNumber(run[0]!, style, old.runOf) : before + 1;
    const kept = begins === undefined && isOld(run, styleOf, old.runOf);
    run.forEach((heading, i) => {
      numbers.set(heading, kept ? heading.marker.ordinal : first + i);
    });
    lastOf.set(style, numbers.get(run[run.length - 1]!)!);
  }
  return numbers;
}

/** The number that each heading gets when all levels are put in order: `renumber` for every run, until none is left to do. */
export function countAll(speech: Speech): ReadonlyMap<Heading, number> {
  let headings = speech.headings;
  for (let round = 0; round < ROUNDS; round++) {
    const next = countOnce({ ...speech, headings });
    if (next.every((ordinal, i) => ordinal === headings[i]!.marker.ordinal)) break;
    headings = headings.map((heading, i) => ({
      ...heading,
      marker: { ...heading.marker, ordinal: next[i]! },
    }));
  }
  return new Map(speech.headings.map((heading, i) => [heading, headings[i]!.marker.ordinal]));
}

/** Numbers put right may show a run to be the tail of another one; what takes longer is no sequence. */
const ROUNDS = 6;

function countOnce(speech: Speech): readonly number[] {
  const { runs, defects } = readNumbering(speech);
  const wrongStarts = new Set(defects.flatMap(({ kind, heading }) => (kind === 'restart' ? [heading] : [])));
  const joined: Heading[][] = [];
  const openRun = new Map<string, Heading[]>();
  for (const run of runs) {
    const key = siblingKey(run[0]!.marker.style, run[0]!.parent);
    const open = openRun.get(key);
    if (open && wrongStarts.has(run[0]!)) for (const slot of run) open.push(slot);
    else {
      const own = [...run];
      joined.push(own);
      openRun.set(key, own);
    }
  }
  const numbers = new Map<Heading, number>();
  const lastOf = new Map<MarkerStyle, { readonly was: number; readonly is: number }>();
  for (const run of joined) {
    const { style, ordinal } = run[0]!.marker;
    const last = lastOf.get(style);
    const goesOn = ordinal > 1 && last !== undefined && ordinal === last.was + 1;
    const first = goesOn ? last.is + 1 : startOf(ordinal);
    run.forEach((heading, i) => {
      numbers.set(heading, first + i);
    });
    lastOf.set(style, { was: run[run.length - 1]!.marker.ordinal, is: first + run.length - 1 });
  }
  return speech.headings.map((heading) => numbers.get(heading) ?? heading.marker.ordinal);
}

/** A run that starts too high lacks what is before it, and is left to start there. */
function startOf(ordinal: number): number {
  return ordinal <= 2 ? 1 : ordinal;
}

function siblingKey(style: MarkerStyle, parent: number): string {
  return `${parent} ${style}`;
}

function readRuns(speech: Speech): OldRuns {
  const { runs } = readNumbering(speech);
  const groups = new Map<string, Heading>();
  const restarts = new Set<Heading>();
  const firsts = new Map<MarkerStyle, { first: number; starts: number; goesOn: number; last: number }>();
  for (const run of runs) {
    const head = run[0]!;
    const { style, ordinal } = head.marker;
    const last = run[run.length - 1]!.marker.ordinal;
    const key = siblingKey(style, head.parent);
    if (groups.has(key)) restarts.add(head);
    else groups.set(key, head);
    const known = firsts.get(style);
    firsts.set(style, {
      first: known?.first ?? startOf(ordinal),
      starts: (known?.starts ?? 0) + 1,
      goesOn: (known?.goesOn ?? 0) + (known && ordinal > 1 && ordinal === known.last + 1 ? 1 : 0),
      last,
    });
  }
  const continuous = [...firsts].filter(([, { starts, goesOn }]) => starts > 1 && goesOn === starts - 1);
  return {
    runOf: new Map(runs.flatMap((run) => run.map((heading) => [heading, run] as const))),
    restarts,
    continuous: new Map(continuous.map(([style, { first }]) => [style, first])),
  };
}

/** Siblings as they nest by the new styles, in the order of their first headings. */
function newRuns(
  order: readonly Heading[],
  styleOf: (heading: Heading) => MarkerStyle,
  restarts: ReadonlySet<Heading>,
): readonly (readonly Heading[])[] {
  const runs: Heading[][] = [];
  const openRun = new Map<string, Heading[]>();
  const path: number[] = [];
  order.forEach((heading, i) => {
    const style = styleOf(heading);
    while (path.length > 0 && rankOf(styleOf(order[path[path.length - 1]!]!)) >= rankOf(style)) path.pop();
    const key = siblingKey(style, path[path.length - 1] ?? -1);
    path.push(i);
    const open = openRun.get(key);
    if (open && !(restarts.has(heading) && style === heading.marker.style)) {
      open.push(heading);
      return;
    }
    const run = [heading];
    runs.push(run);
    openRun.set(key, run);
  });
  return runs;
}

function isOld(
  run: readonly Heading[],
  styleOf: (heading: Heading) => MarkerStyle,
  runOf: ReadonlyMap<Heading, readonly Heading[]>,
): boolean {
  const old = runOf.get(run[0]!);
  return (
    old?.length === run.length &&
    run.every((heading, i) => heading === old[i] && styleOf(heading) === heading.marker.style)
  );
}

/** 1, unless the run that the heading was in began higher. */
function firstNumber(
  head: Heading,
  style: MarkerStyle,
  runOf: ReadonlyMap<Heading, readonly Heading[]>,
): number {
  const old = style === head.marker.style ? runOf.get(head)?.[0] : undefined;
  return old ? startOf(old.marker.ordinal) : 1;
}
