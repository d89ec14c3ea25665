/** What a program took for a set of drafts, or why there is nothing to tell. */
export interface BenchRun {
  readonly wall?: number;
  readonly cpu?: number;
  readonly memory?: number;
  readonly missing?: string;
}

/** Sets of drafts → programs → what they took. */
export interface BenchResult {
  readonly machine: string;
  readonly runs: Readonly<Record<string, Readonly<Record<string, BenchRun>>>>;
}

export declare function asSvg(result: BenchResult): string;
