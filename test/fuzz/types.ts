import type { DraftKind } from '../../server/src/draft/types.ts';

/** A draft to try. */
export interface Trial {
  readonly text: string;
  readonly kind: DraftKind;
}

/** What to do with an input: what went wrong with it, one sentence each; none where all is well. */
export type Attempt = (trial: Trial) => readonly string[];
