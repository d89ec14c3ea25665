import type { Span } from '../../draft/span.ts';
import type { Draft } from '../../draft/types.ts';

/** Words in quotation marks. */
export interface Quotation {
  /** Without the marks. */
  readonly text: string;
  /** Source span of the words. */
  readonly span: Span;
}

const QUOTATION = /“([^“”]{12,400})”/g;
/** A cut, or a part that is still masked: what was said there cannot be compared. */
const OPEN = /…|\.\.\.|[xX×]{2}|某某|[（(]略[）)]/;

/** The quotations of a draft that are long enough to be another's words, cut ones left out. */
export function readQuotations(draft: Draft): readonly Quotation[] {
  const found: Quotation[] = [];
  for (const { paragraphs } of draft.speeches) {
    for (const { text, toSource } of paragraphs) {
      if (!text.includes('“')) continue;
      for (const { index, 1: words } of text.matchAll(QUOTATION)) {
        if (OPEN.test(words!)) continue;
        const start = index + 1;
        found.push({ text: words!, span: toSource({ start, end: start + words!.length }) });
      }
    }
  }
  return found;
}
