import type { Span } from '../../draft/span.ts';
import { FORMS, type NumberFormKind, SUSPECT } from './forms.ts';

/** A number in a form that the standard rules out; `span` is in the paragraph's text. */
export interface NumberForm {
  readonly kind: NumberFormKind;
  readonly span: Span;
  readonly text: string;
  readonly right: string;
}

/** Numbers of a paragraph in a form that GB/T 15835-2011 rules out, in order; never a place that is still to be filled in. */
export function readNumberForms(
  text: string,
  blanks: readonly { readonly span: Span }[],
): readonly NumberForm[] {
  if (!SUSPECT.test(text)) return [];
  const found = FORMS.flatMap(({ kind, pattern, right }) =>
    Array.from(text.matchAll(pattern), (match) => ({
      kind,
      span: { start: match.index, end: match.index + match[0].length },
      text: match[0],
      right: right(match),
    })),
  );
  return found
    .filter(
      ({ span, text: written, right }) =>
        right !== written &&
        !blanks.some((blank) => blank.span.start < span.end && span.start < blank.span.end),
    )
    .sort((a, b) => a.span.start - b.span.start);
}
