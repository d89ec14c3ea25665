import type { Calculation } from './types.ts';

const RATIO =
  /(?<![\d.:∶：])(\d{1,2}(?:\.\d+)?)\s?[:∶：]\s?(\d{1,2}(?:\.\d+)?)\s?[:∶：]\s?(\d{1,2}(?:\.\d+)?)(?![\d.:∶：])/g;
const STRUCTURE = /结构|比例|比重|构成|产业比|之比/;
const REACH = 30;
/** Rounding of three parts (practice of the statistics bureaus: 99.8 to 100.2). */
const SLACK = 0.2001;

/** 三次产业结构为8.3∶41.4∶50.3: three parts of one whole come to 100. */
export function readRatios(text: string): readonly Calculation[] {
  if (!/\d\s?[:∶：]\s?\d/.test(text)) return [];
  return Array.from(text.matchAll(RATIO)).flatMap((match) => {
    const parts = match.slice(1, 4);
    const sum = parts.reduce((all, part) => all + Number(part), 0);
    if (
      Math.abs(sum - 100) > 15 ||
      !STRUCTURE.test(text.slice(Math.max(0, match.index - REACH), match.index))
    )
      return [];
    const digits = Math.max(
      ...parts.map(
        (part) => part.length - 1 - (part.indexOf('.') >= 0 ? part.indexOf('.') : part.length - 1),
      ),
    );
    return [
      {
        kind: 'ratio' as const,
        figure: { span: { start: match.index, end: match.index + match[0].length }, text: match[0] },
        terms: [],
        formula: `${parts.join('＋')}＝${sum.toFixed(digits)}`,
        agrees: Math.abs(sum - 100) <= SLACK,
        certain: true,
      },
    ];
  });
}
