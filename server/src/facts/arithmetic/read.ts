import type { Figure } from '../figures/types.ts';
import { readAverages } from './averages.ts';
import { readGrowth } from './growth.ts';
import { readBelowAverage, readRespective } from './lists.ts';
import { readPoints } from './points.ts';
import { readRatios } from './ratios.ts';
import { sentencesOf } from './sentences.ts';
import { readShares } from './shares.ts';
import { readTotals } from './totals.ts';
import type { Calculation } from './types.ts';

/**
 * What a paragraph says twice, in figures and in what follows from them, whether it agrees or not. A figure that is
 * wrong is told once; a mask takes part in nothing.
 */
export function readCalculations(text: string, figures: readonly Figure[]): readonly Calculation[] {
  const ratios = readRatios(text);
  if (figures.length < 2) return ratios;
  const found = sentencesOf(text, figures).flatMap((sentence) => {
    const lists = /其中|计|共/.test(text.slice(sentence.start, sentence.end)) ? readTotals(sentence) : [];
    if (sentence.figures.length < 2) return lists;
    return [
      ...lists,
      ...readGrowth(sentence),
      ...readShares(sentence),
      ...readPoints(sentence),
      ...readRespective(sentence),
      ...readBelowAverage(sentence),
      ...readAverages(sentence),
    ];
  });
  const seen = new Set<string>();
  return [...ratios, ...found].filter(({ figure: { span }, agrees }) => {
    const place = `${span.start}|${agrees}`;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}
