import type { Span } from '../../draft/span.ts';
import type { PlaceholderKind } from '../placeholders/form.ts';

/** One placeholder as it stands in the source. */
export interface MaskPlace {
  /** In the source. */
  readonly span: Span;
  /** The text that the paragraph has there (a line end or residue inside the span is not part of it). */
  readonly text: string;
  /** The text to stand in place of `text` where the speech gives the value. */
  readonly fill?: string;
  /** `text` as most places of the same name write it; undefined where it is so written already. */
  readonly even?: string;
}

/** What the same speech says for a mask somewhere else, with nothing masked. */
export interface MaskValue {
  readonly text: string;
  /** In the source; the first of `all`. */
  readonly span: Span;
  /** `written`: the thing itself stands there unmasked; `counted`: it is the number of the items there. */
  readonly how: 'written' | 'counted';
  /** Every place where it is written unmasked; of items counted, each item. */
  readonly all: readonly Span[];
  /** What `text` reads like when masked as the rest is. */
  readonly masked: string;
}

/** One thing that is left open, with all places that ask for it. */
export interface MaskEntity {
  readonly kind: PlaceholderKind;
  /** What an editor would call it: `XX市`, `xx.x%（地区生产总值增速）`. */
  readonly label: string;
  /** At least one, in order. */
  readonly places: readonly MaskPlace[];
  /** One mask that stands for several things, as `XX县、XX县和XX县` shows: its places are filled in one by one. */
  readonly several: boolean;
  readonly value?: MaskValue;
}
