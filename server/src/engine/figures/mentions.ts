import { type Span, slice } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import type { SpeechFigure } from '../../facts/figures/types.ts';
import { areEqual, type Decimal, decimalOf, times } from './decimal.ts';

/** The figure whose number, unit or blurring words hold an offset of the source, or end there. */
export function figureAt(figures: readonly SpeechFigure[], offset: number): SpeechFigure | undefined {
  const here = figures.filter(({ span }) => span.start <= offset && offset <= span.end);
  return here.find(({ span }) => offset < span.end) ?? here[0];
}

/** The figures whose indicator is named at an offset of the source. */
export function figuresNamedAt(figures: readonly SpeechFigure[], offset: number): readonly SpeechFigure[] {
  return figures.filter(({ indicatorSpan: name }) => name && name.start <= offset && offset <= name.end);
}

/** All mentions of what a figure says, it among them, in order; it alone where it has no key. */
export function mentionsOf(figures: readonly SpeechFigure[], one: SpeechFigure): readonly SpeechFigure[] {
  return one.key === undefined ? [one] : figures.filter(({ key }) => key === one.key);
}

/** Whether two mentions of one key give the same value; a range and a mask give none. A rate that lost its % counts as one. */
export function haveSameValue({ figure: a }: SpeechFigure, { figure: b }: SpeechFigure): boolean {
  const [first, second] = [exactAmount(a), exactAmount(b)];
  const comparable =
    a.unit.canonical === b.unit.canonical || a.unit.canonical === '' || b.unit.canonical === '';
  return comparable && first !== undefined && second !== undefined && areEqual(first, second);
}

/** The value in the canonical unit, without what floating point adds; undefined for a mask and a range. */
export function exactAmount({ value, range, unit }: SpeechFigure['figure']): Decimal | undefined {
  return value === undefined || range ? undefined : times(decimalOf(value), decimalOf(unit.factor));
}

/** The number of a figure with its sign, in its paragraph. */
export function signedNumber({ paragraphs }: Speech, { figure, paragraph }: SpeechFigure): Span {
  const { start, end } = figure.numberSpan;
  const { text } = paragraphs[paragraph]!;
  const signed = start > figure.span.start && /[-－−负]/.test(text.charAt(start - 1));
  return { start: signed ? start - 1 : start, end };
}

/** `1.2亿元`, `百分之五`, `第3位`: the figure without the words that blur it. */
export function plainText(speech: Speech, one: SpeechFigure): string {
  const { text } = speech.paragraphs[one.paragraph]!;
  const number = signedNumber(speech, one);
  const { span, unit, range } = one.figure;
  if (range) return one.figure.text;
  const start =
    text.charAt(number.start - 1) === '第' && number.start > span.start ? number.start - 1 : number.start;
  const written = slice(text, { start, end: number.end });
  return unit.written === slice(text, number) ? written : written + unit.written;
}
