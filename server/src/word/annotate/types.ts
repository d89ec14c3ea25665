import type { Span } from '../../draft/span.ts';

/** What is to be said of a place: each line a paragraph of the comment. Spans are offsets in the text as `readWord` gives it. */
export interface Remark {
  readonly span: Span;
  readonly lines: readonly string[];
  /** What would put it right; all of them are made, as tracked changes, or none. */
  readonly edits?: readonly { readonly span: Span; readonly newText: string }[];
}

/** Who signs comments and changes. */
export interface Signature {
  readonly author: string;
  readonly initials: string;
  /** As Word writes it: `2026-03-05T08:00:00Z`, which it shows without looking at the zone. */
  readonly date: string;
}

/** A Word file with remarks in it. */
export interface Annotated {
  readonly bytes: Uint8Array;
  readonly comments: number;
  readonly changes: number;
}
