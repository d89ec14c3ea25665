import type { Figure } from '../figures/types.ts';

export type CalculationKind =
  /** Parts and total: 98项＋77项＝175项. */
  | 'sum'
  /** A part of 其中 that is larger than the whole. */
  | 'part'
  /** Growth, increment and base. */
  | 'growth'
  /** A part, the whole and its share; the same for the completion of a target. */
  | 'share'
  /** Two rates and their difference in 百分点. */
  | 'points'
  /** Total, heads and average. */
  | 'average'
  /** a∶b∶c that should come to 100. */
  | 'ratio'
  /** 分别 with more or fewer values than subjects. */
  | 'respective'
  /** A value in a list of those below (above) the average that is not. */
  | 'rank';

/** Something that a text says twice: in figures, and in what follows from them. Spans are offsets in its text. */
export interface Calculation {
  readonly kind: CalculationKind;
  /** The figure that does not follow from the others, where it does not. */
  readonly figure: Term;
  /** The other figures of the calculation. */
  readonly terms: readonly Term[];
  /** `98项＋77项＝175项`, or what is wrong in words. */
  readonly formula: string;
  readonly agrees: boolean;
  /** Both the reading and the relation are beyond doubt. */
  readonly certain: boolean;
}

/** A place in the text that takes part in a calculation. */
export type Term = Pick<Figure, 'span' | 'text'>;
