import type { Span } from '../../draft/span.ts';
import { lostUnits } from './lost.ts';
import type { UnitSlip } from './types.ts';
import { clumsyWording } from './wording.ts';

const HAS_DIGIT = /\d/;

/** Figures of a paragraph whose unit is lost or does not go with their words, in order; never a place that is still to be filled in. */
export function readUnitSlips(text: string, blanks: readonly { readonly span: Span }[]): readonly UnitSlip[] {
  if (!HAS_DIGIT.test(text) && !text.includes('倍')) return [];
  return [...lostUnits(text), ...clumsyWording(text)]
    .filter(({ span }) => !blanks.some((blank) => blank.span.start < span.end && span.start < blank.span.end))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }, i, all) => i === 0 || span.start >= all[i - 1]!.span.end);
}
