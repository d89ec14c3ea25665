import { parseOrdinal } from '../draft/numerals.ts';
import type { Span } from '../draft/span.ts';

/** A verbal number: 一是, 二要, 第三，. */
export interface SeriesMark {
  readonly form: '是' | '第';
  readonly ordinal: number;
  readonly span: Span;
  readonly text: string;
}

const MARK =
  /(?<=^|[。；：，！？\s])(?:(?:第([一二三四五六七八九十]{1,3})[，、])|(?:([一二三四五六七八九十]{1,3})(?:是|要)(?![一二三四五六七八九十]是)))/g;

/** Verbal numbers at the heads of a paragraph's clauses (GB/T 15834-2011 B.3.1, B.3.7). */
export function readSeries(text: string): readonly SeriesMark[] {
  const found: SeriesMark[] = [];
  for (const match of text.matchAll(MARK)) {
    const ordinal = parseOrdinal(match[1] ?? match[2]!);
    if (ordinal === undefined) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    found.push({ form: match[1] ? '第' : '是', ordinal, span, text: match[0] });
  }
  return found;
}
