import { createIndicatorLookup } from '../../lexicon/indicators.ts';
import type { Words } from '../../words/words.ts';
import type { Placeholder } from '../placeholders/read.ts';
import { createClauseReader } from './clause.ts';
import { createAmountScanner, HAS_NUMBER } from './scan.ts';
import type { Figure } from './types.ts';
import { createPeeler } from './vocabulary.ts';

/** Reads the figures of a paragraph; `placeholders` are its masks, `words` is asked only for names outside the table. */
export type FigureReader = (
  text: string,
  placeholders: readonly Placeholder[],
  words: () => Words | undefined,
) => readonly Figure[];

/**
 * Makes a reader of figures; its tables are built on first use and shared by all paragraphs.
 * What a paragraph says depends on its text alone: subjects carry over within a sentence, periods within the paragraph.
 */
export function createFigureReader(): FigureReader {
  const scan = createAmountScanner();
  const lookup = createIndicatorLookup();
  const peel = createPeeler();
  return (text, placeholders, words) => {
    const masked = placeholders.some(({ kind }) => kind === 'number');
    if (!masked && !HAS_NUMBER.test(text)) return [];
    const amounts = scan(text, placeholders);
    if (amounts.length === 0) return [];
    return createClauseReader({ text, amounts, lookup, peel, words }).read();
  };
}
