import { createIndicatorLookup } from '../../lexicon/indicators.ts';
import type { Words } from '../../words/words.ts';
import type { Placeholder } from '../placeholders/read.ts';
import { isFigure } from './bare.ts';
import { readClauses } from './clause.ts';
import { createNameReader } from './names.ts';
import { createAmountScanner } from './scan.ts';
import { createSubjectReader } from './subjects.ts';
import type { Figure } from './types.ts';
import { createPeeler } from './vocabulary.ts';

/** Reads the figures of a paragraph; `placeholders` are its masks. */
export type FigureReader = (text: string, placeholders: readonly Placeholder[]) => readonly Figure[];

/** A row of a Markdown table is no sentence. */
const TABLE_ROW = /^\s*\|/;

/**
 * Makes a reader of figures; its tables are built on first use and shared by all paragraphs, and `words` is asked
 * only for names outside the table of indicators. What a paragraph says depends on its text alone: subjects carry
 * over within a sentence, periods within the paragraph.
 */
export function createFigureReader(words: () => Words | undefined): FigureReader {
  const scan = createAmountScanner();
  const lookup = createIndicatorLookup();
  const peel = createPeeler();
  const subjects = createSubjectReader({ readName: createNameReader(lookup, words), lookup, peel, words });
  return (text, placeholders) => {
    if (TABLE_ROW.test(text)) return [];
    const amounts = scan(text, placeholders).filter((amount) => isFigure(text, amount, peel));
    return amounts.length === 0 ? [] : readClauses({ text, amounts, peel, subjects });
  };
}
