import { type BracketReading, readBrackets } from './brackets.ts';
import { DOUBLE, type Quote, readQuotes, SINGLE } from './quotes.ts';

/** A mark left alone in its paragraph; offsets are in the paragraph's text. */
export interface LostMark {
  readonly at: number;
  readonly mark: string;
  /** It opens: what closes it is missing. */
  readonly opens: boolean;
}

/** Marks that come in pairs, as one paragraph has them. */
export interface PairReading {
  readonly double: readonly Quote[];
  readonly single: readonly Quote[];
  readonly brackets: BracketReading;
  /** In order. Whether they are faults the paragraphs around decide: a quotation may run over several. */
  readonly lost: readonly LostMark[];
}

const OTHER = /[^“”‘’"'＂＇｀（）()【】[\]［］〔〕《》〈〉]+/g;
/** Pairs, and pairs within pairs down to the third. */
const PAIRED = pairedPattern();

function pairedPattern(): RegExp {
  const around = (inner: string): string =>
    ['“”', '‘’', '（）', '【】', '〔〕', '《》', '〈〉']
      .map(([open, close]) => `${open}${inner}${close}`)
      .join('|');
  const second = `(?:${around('')})*`;
  return new RegExp(`^(?:${around(`(?:${around(second)})*`)})*$`);
}

/** Whether all pairs of a paragraph are written in full width and in order: a quick test that most paragraphs pass. */
export function arePaired(text: string): boolean {
  return PAIRED.test(text.replace(OTHER, ''));
}

/** Reads quotation marks and brackets of a paragraph (GB/T 15834-2011 4.8, 4.9, 4.15). */
export function readPairs(text: string): PairReading {
  const double = readQuotes(text, DOUBLE);
  const single = readQuotes(text, SINGLE);
  const brackets = readBrackets(text);
  const lost = [
    ...lostQuotes(text, double),
    ...lostQuotes(text, single),
    ...brackets.lost.map(({ at, mark, opens }) => ({ at, mark, opens })),
  ];
  return { double, single, brackets, lost: lost.sort((a, b) => a.at - b.at) };
}

function lostQuotes(text: string, quotes: readonly Quote[]): LostMark[] {
  return quotes
    .filter(({ does, straight }) => does === 'lost' && !straight)
    .map(({ at }) => {
      const mark = text[at]!;
      return { at, mark, opens: mark === '“' || mark === '‘' };
    });
}
