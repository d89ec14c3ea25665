import type { Span } from '../../draft/span.ts';

/** What an entry asks: never this; this instead of that; this at least once; in this order; one form throughout. */
export const TERM_KINDS = ['banned', 'preferred', 'required', 'order', 'agree'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** One entry of a list of terms, as plain values that survive JSON. */
export interface TermEntry {
  readonly kind: TermKind;
  /** What is looked for: the wordings that are out, one of those that are due, those in order, those that must agree. */
  readonly forms: readonly string[];
  /** What is due instead; of `preferred` only. */
  readonly right?: string;
  /** Wordings inside which a form is right; `…` stands for the form. */
  readonly except?: readonly string[];
  /** Only where both ends are borders of words. */
  readonly word?: boolean;
  /** First and last month for which the entry holds: `2018`, `2018-03`. */
  readonly from?: string;
  readonly to?: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message?: string;
  readonly source?: string;
  /** Only in speeches whose title holds one of these. */
  readonly title?: readonly string[];
}

/** A form of an entry in a paragraph; the span is in the paragraph's text. */
export interface TermHit {
  readonly entry: TermEntry;
  readonly text: string;
  readonly span: Span;
}
