import type { Span } from '../../draft/span.ts';

/** A wording that is certainly miswritten; `span` is in the paragraph's text. */
export interface Typo {
  readonly kind: 'word' | 'variant' | 'character' | 'figure';
  readonly span: Span;
  readonly text: string;
  readonly right: string;
}
