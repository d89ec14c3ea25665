import type { Span } from '../../draft/span.ts';

/** Fixed political wording that was altered; the span is in the paragraph's text. */
export interface Alteration {
  readonly span: Span;
  readonly text: string;
  readonly right?: string;
  readonly advice?: string;
  /** Month from which the formula is. */
  readonly from?: string;
  /** Counts only in speeches whose date is known. */
  readonly dated?: true;
}
