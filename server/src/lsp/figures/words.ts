import { slice } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import { signedNumber } from '../../engine/figures/mentions.ts';
import { kindName } from '../../facts/figures/kind-names.ts';
import type { Figure, SpeechFigure } from '../../facts/figures/types.ts';

/** 总量, 增速, 目标（增速） …. */
export function kindWords({ stance, figure }: SpeechFigure): string {
  const measure = kindName(figure.measure);
  return stance === 'actual' ? measure : `${kindName(stance)}（${measure}）`;
}

/** What it is compared with and how it is counted: 环比、可比口径、占全市; empty where nothing is said. */
export function basisWords({ comparator, basis, whole }: Figure): string {
  const against = whole.startsWith('占') || whole === '' ? whole : `占${whole}`;
  return [comparator, basis, against].filter((word) => word !== '').join('、');
}

/** Number and unit as a table has them: digits, a fall with its minus; a mask as it stands. */
export function cellsOf(
  speech: Speech,
  one: SpeechFigure,
): { readonly value: string; readonly unit: string } {
  const { value, range, unit } = one.figure;
  const { text } = speech.paragraphs[one.paragraph]!;
  const span = signedNumber(speech, one);
  const written = slice(text, span);
  const words = unit.written === slice(text, one.figure.numberSpan) ? unit.canonical : unit.written;
  if (range) return { value: range.join('～'), unit: words };
  if (value === undefined) return { value: written, unit: words };
  const plain = /^\d[\d,]*(?:\.\d+)?$/.test(written) && !written.startsWith('-');
  return { value: plain ? `${value < 0 ? '-' : ''}${written}` : String(value), unit: words };
}
