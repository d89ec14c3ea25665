import type { SpeechFigure } from '../figures/types.ts';

/** One datum that a speech gives with different values. */
export interface Conflict {
  /** The place to look at first: the value that fewer places give, else the earlier one. */
  readonly figure: SpeechFigure;
  /** The first place of every value that does not agree with it, at most `SHOWN`. */
  readonly others: readonly SpeechFigure[];
  readonly topic: string;
  /** Name, scope, period and kind are all said; otherwise something had to be inferred. */
  readonly certain: boolean;
}

/** More places than this help nobody. */
export const SHOWN = 8;
