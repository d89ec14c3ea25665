import type { Span } from '../draft/span.ts';

/** Run-in labels of one paragraph that do not close alike: 农业方面：… 财政收入。… */
export interface FieldLabels {
  readonly usual: Span;
  readonly odd: readonly Span[];
}

const LABEL = /(?<=^|[。；])([\u4e00-\u9fff]{2,8})([：:。])/g;

/** Labels at the heads of sentences, closed with ： by at least three and with 。 by fewer. */
export function readFieldLabels(text: string): FieldLabels | undefined {
  const labels = [...text.matchAll(LABEL)].map((match) => ({
    span: { start: match.index, end: match.index + match[0].length },
    colon: match[2] !== '。',
    length: match[1]!.length,
  }));
  const colons = labels.filter(({ colon }) => colon);
  const first = colons[0];
  const odd = labels.filter(
    ({ colon, span, length }) => !colon && length <= 5 && first && span.start > first.span.start,
  );
  if (colons.length < 3 || odd.length === 0 || odd.length >= colons.length) return undefined;
  return { usual: first!.span, odd: odd.map(({ span }) => span) };
}
