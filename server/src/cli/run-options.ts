import path from 'node:path';
import { DEFAULT_LOCATION } from './cache/location.ts';
import type { Shell } from './io.ts';
import type { Wanted } from './outputs.ts';
import type { RunOptions } from './run/types.ts';
import { createWatch, type Watch } from './run/watch.ts';
import { createRecord, readPart } from './shard/record.ts';

/** What the command line says of how a run goes about it. */
export interface RunWishes {
  readonly cache?: true;
  readonly cacheLocation?: string;
  readonly workers: number | 'auto';
  /** `2/4`. */
  readonly shard?: string;
}

/** Settles how a run goes about it. A mistake is a Chinese sentence. */
export function readRun(
  { cache, cacheLocation, workers, shard }: RunWishes,
  wanted: readonly Wanted[],
  { cwd, stderr }: Shell,
): (RunOptions & { readonly watch: Watch }) | { readonly mistake: string } {
  if (cacheLocation !== undefined && !cache) return { mistake: '--cache-location 要和 --cache 同用。' };
  const forMerge = wanted.filter(({ format }) => format === 'shard').length;
  const part = readPart(shard ?? '1/1');
  if ('mistake' in part) return part;
  return {
    workers,
    cache: cache ? path.resolve(cwd, cacheLocation ?? DEFAULT_LOCATION) : undefined,
    shard: shard !== undefined || forMerge > 0 ? createRecord(part) : undefined,
    alone: forMerge === wanted.length,
    watch: createWatch(stderr),
  };
}
