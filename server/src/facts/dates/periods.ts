import { parseCount } from './figures.ts';
import type { DateMention } from './types.ts';

const RELATIVE: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  去年: -1,
  上年: -1,
  前年: -2,
  明年: 1,
  来年: 1,
  后年: 2,
};

const NAMED: Readonly<Record<string, readonly [number, number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  前三季度: [1, 9],
  前三个季度: [1, 9],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
};

/** Reads 今年, 上半年, 前八个月 and their like; the patterns are made once and kept by whoever holds the reader. */
export function createPeriodReader(): (text: string) => DateMention[] {
  const relative =
    /今年(?!轻)|(?<!过)去年|(?<!文)明年|(?<!未)来年|(?<![从以之])前年|(?<![以今之])后年|(?<!根)本年(?!级)|(?<!以)上年(?!纪)/g;
  const named = /[上下]半年(?!度?报)|前三个?季度|(?<!前)(?<!第[一二三四])[一二三四]季度/g;
  const firstMonths = /(?<![以之从])前([一二两三四五六七八九十]{1,2}|\d{1,2}) ?个月/g;
  return (text) => {
    const found: DateMention[] = [];
    if (text.includes('年'))
      for (const match of text.matchAll(relative))
        found.push(mention('relative', match, { offset: RELATIVE[match[0]]! }));
    if (text.includes('半年') || text.includes('季度'))
      for (const match of text.matchAll(named)) {
        const [month, endMonth] = NAMED[match[0]]!;
        found.push(mention('period', match, { month, endMonth }));
      }
    if (text.includes('个月'))
      for (const match of text.matchAll(firstMonths)) {
        const endMonth = parseCount(match[1]!);
        if (endMonth !== undefined && endMonth >= 1 && endMonth <= 11)
          found.push(mention('period', match, { month: 1, endMonth }));
      }
    return found;
  };
}

function mention(kind: DateMention['kind'], match: RegExpExecArray, rest: Partial<DateMention>): DateMention {
  const start = match.index;
  return { kind, span: { start, end: start + match[0].length }, text: match[0], ...rest };
}
