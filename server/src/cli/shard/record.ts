import type { Found } from '../../files/find.ts';

/** Which part of a run is checked. */
export interface Part {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** What a run was, so that its parts can be told to belong together. */
export interface RunFacts {
  /** Names version, rules and engine. */
  readonly program: string;
  /** Names the files that were found, in order, with their sizes. */
  readonly files: string;
  /** Names the configuration of all of them. */
  readonly configuration: string;
  /** Names the earlier versions of all files; absent where the run was not compared with an earlier state. */
  readonly since?: string;
  /** How many files were found. */
  readonly total: number;
}

/** A part of a run, and what the run was once it has begun. */
export interface ShardRecord extends Part {
  /** `places` are of all files of the run, by the names that results have. */
  readonly begin: (facts: RunFacts, places: ReadonlyMap<string, number>) => void;
  /** Undefined before the run has begun. */
  readonly facts: () => RunFacts | undefined;
  /** Where a file stands among all of the run. */
  readonly placeOf: (name: string) => number;
}

/** Reads `2/4`; a mistake is a Chinese sentence. */
export function readPart(written: string): Part | { readonly mistake: string } {
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(written) ?? []).map(Number);
  return index >= 1 && index <= count
    ? { index, count }
    : { mistake: `--shard 应写作“第几份/共几份”，如 2/4，不能是“${written}”。` };
}

/** Makes the record of a part. */
export function createRecord({ index, count }: Part): ShardRecord {
  let known: { readonly facts: RunFacts; readonly places: ReadonlyMap<string, number> } | undefined;
  return {
    index,
    count,
    begin(facts, places) {
      known = { facts, places };
    },
    facts: () => known?.facts,
    placeOf: (name) => known?.places.get(name) ?? 0,
  };
}

/** A file with its size in bytes. */
export interface Sized {
  readonly found: Found;
  readonly size: number;
}

/**
 * The files of one part, in the order found: the largest first to whichever part has least so far, so that the parts
 * are of about one size. Each file is in exactly one part; the same files and sizes are always parted alike.
 */
export function filesOfPart<File extends Sized>(
  files: readonly File[],
  { index, count }: Part,
): readonly File[] {
  const loads = Array.from({ length: count }, () => 0);
  const largestFirst = [...files].sort(
    (a, b) => b.size - a.size || (a.found.path < b.found.path ? -1 : a.found.path > b.found.path ? 1 : 0),
  );
  const own = new Set<File>();
  for (const file of largestFirst) {
    const least = loads.indexOf(Math.min(...loads));
    // An empty file is work too.
    loads[least]! += file.size + 1;
    if (least === index - 1) own.add(file);
  }
  return files.filter((file) => own.has(file));
}
