import { parseOrdinal } from '../draft/numerals.ts';
import type { Span } from '../draft/span.ts';

/** A verbal number: 一是, 二要, 第三，, 其次，. Spans are in the paragraph's text. */
export interface SeriesMark {
  /** The counter: 一是 and 一要 count as one; 第一， 其一 首先 are others. */
  readonly form: '是' | '第' | '其' | '首先';
  /** How it is said: 是 or 要 within the counter 是. */
  readonly verb: string;
  readonly ordinal: number;
  readonly span: Span;
  /** The number alone; empty for 首先 and its like. */
  readonly digits: Span;
  readonly text: string;
}

const HAN = '[一二三四五六七八九十]{1,3}';
/** Heads of clauses; a quotation mark may stand before the number. */
const HEAD = '(?<=^|[。；：，！？…”）\\].\\s])';
const MARK = new RegExp(
  `${HEAD}(?:第(?<di>${HAN})[，,](?!第)|其(?<qi>[一二三四五六])[，,是]|(?<shi>${HAN})(?<verb>就是|[是要])(?![素件务点领])|(?<word>首先|其次|再次|最后)[，,])`,
  'g',
);
const WORDS: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 最后: 4 };

/** Verbal numbers at the heads of a paragraph's clauses (GB/T 15834-2011 B.3.1, B.3.7). `一是一、二是二` counts nothing. */
export function readSeries(text: string): readonly SeriesMark[] {
  const found: SeriesMark[] = [];
  for (const match of text.matchAll(MARK)) {
    const { di, qi, shi, verb, word } = match.groups!;
    const number = di ?? qi ?? shi;
    const ordinal = word ? WORDS[word] : parseOrdinal(number!);
    const end = match.index + match[0].length;
    if (ordinal === undefined || (shi && isIdiom(shi, text.slice(end, end + 2)))) continue;
    const at = number ? match.index + match[0].indexOf(number) : match.index;
    found.push({
      form: di ? '第' : qi ? '其' : shi ? '是' : '首先',
      verb: verb === '就是' ? '是' : (verb ?? word ?? ''),
      ordinal,
      span: { start: match.index, end },
      digits: { start: at, end: at + (number?.length ?? 0) },
      text: match[0],
    });
  }
  return found;
}

/** 一是一, 二是二: the number comes back after 是. */
function isIdiom(number: string, next: string): boolean {
  return next.startsWith(number) && !/^.[是要]/.test(next);
}
