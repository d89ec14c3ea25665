import type { Span } from '../draft/span.ts';

/** A label at the head of a sentence; the span covers it and the mark that closes it. */
export interface FieldLabel {
  readonly name: string;
  readonly span: Span;
  /** It is closed with ：, not with a full stop. */
  readonly colon: boolean;
}

/** Run-in labels of one paragraph that do not close alike: 农业方面：… 财政收入。… */
export interface FieldLabels {
  readonly usual: Span;
  readonly odd: readonly Span[];
}

const LABEL = /(?<=^|[。；])([\u4e00-\u9fff]{2,8})([：:。])/g;

/** What reads as a label at the heads of a paragraph's sentences. A single one may be the lead of a sentence. */
export function readLabels(text: string): readonly FieldLabel[] {
  if (!/[：:]/.test(text)) return [];
  return [...text.matchAll(LABEL)].map((match) => ({
    name: match[1]!,
    span: { start: match.index, end: match.index + match[0].length },
    colon: match[2] !== '。',
  }));
}

/** The labels closed with 。 by the fewer, among those of one paragraph that are closed with ： by at least three. */
export function oddLabels(labels: readonly FieldLabel[]): FieldLabels | undefined {
  const colons = labels.filter(({ colon }) => colon);
  const first = colons[0];
  const odd = labels.filter(
    ({ colon, span, name }) => !colon && name.length <= 5 && first && span.start > first.span.start,
  );
  if (colons.length < 3 || odd.length === 0 || odd.length >= colons.length) return undefined;
  return { usual: first!.span, odd: odd.map(({ span }) => span) };
}
