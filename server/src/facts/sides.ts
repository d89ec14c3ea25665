import type { Span } from '../draft/span.ts';

/** 一方面 (1) or 另一方面 (2) with the mark after it; the span is in the paragraph's text. */
export interface Side {
  readonly ordinal: 1 | 2;
  readonly span: Span;
}

const SIDE = /(?<=^|[。；：，！？…”）\s])(?:(另外?|再)一方面|一方面)(?!的|军)[，,、：:]?/g;

/** 一方面 and 另一方面 at the heads of clauses (practice). Whether two belong together their neighbours tell. */
export function readSides(text: string): readonly Side[] {
  if (!text.includes('一方面')) return [];
  return [...text.matchAll(SIDE)].map((match) => ({
    ordinal: match[1] ? 2 : 1,
    span: { start: match.index, end: match.index + match[0].length },
  }));
}
