import type { Figure } from '../figures/types.ts';

/** A sentence with at least two figures; offsets are those of the paragraph. */
export interface Sentence {
  /** The paragraph's text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly figures: readonly Figure[];
  /** The figures of the sentence before it in the same paragraph. */
  readonly before: readonly Figure[];
}

/** A remark in brackets is no longer. */
const BRACKET_REACH = 80;
const END = /[。！？\n]/g;

/** The sentences of a paragraph that hold figures, in order. */
export function sentencesOf(text: string, figures: readonly Figure[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let next = 0;
  let before: readonly Figure[] = [];
  const close = (start: number, end: number): void => {
    const from = next;
    while (next < figures.length && figures[next]!.span.start < end) next++;
    const own = figures.slice(from, next);
    if (own.length > 0) sentences.push({ text, start, end, figures: own, before });
    before = own;
  };
  let start = 0;
  for (const match of text.matchAll(END)) {
    close(start, match.index);
    start = match.index + 1;
  }
  close(start, text.length);
  return sentences;
}

/** The words between the figure before and this one. */
export function leadOf({ text, start, figures }: Sentence, index: number): string {
  return text.slice(index === 0 ? start : figures[index - 1]!.span.end, figures[index]!.span.start);
}

/** Whether the place stands in brackets opened in its sentence. */
export function isBracketed({ text, start }: Sentence, at: number): boolean {
  return /[（(][^（）()]*$/.test(text.slice(Math.max(start, at - BRACKET_REACH), at));
}

/** Whether a figure says how much of something there is, so that it adds up with others. */
export function isAmount({ measure, amount, unit }: Figure): boolean {
  return (
    (measure === 'level' || measure === 'count') &&
    amount !== undefined &&
    !RATE.test(unit.canonical) &&
    unit.written !== ''
  );
}

const RATE = /^(?:%|百分点|倍|岁|℃|位|分|期|届|轮|)$|\//;
