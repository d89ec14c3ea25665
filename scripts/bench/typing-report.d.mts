/** Milliseconds by the clock, and of the processor. */
export interface Taken {
  readonly wall: number;
  readonly cpu: number;
}

/** What typing through the server took. */
export interface TypingFigures {
  readonly length: number;
  readonly edits: number;
  /** By kinds of edits; p50, p95 and p99 of each. */
  readonly rows: readonly {
    readonly name: string;
    readonly count: number;
    readonly quantiles: readonly Taken[];
  }[];
  /** The longest turn of the event loop, and how many took longer than 20 ms. */
  readonly longest: Taken;
  readonly beyond: Taken;
  readonly refreshes: number;
  readonly load: number;
}

export declare function typingReport(figures: TypingFigures): string;
