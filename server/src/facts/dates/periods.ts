import { countEndingAt } from './figures.ts';
import type { DateMention } from './types.ts';

interface Word {
  readonly word: string;
  /** Characters before or behind it that make another word of it: 未来年, 今年轻. */
  readonly notAfter: string;
  readonly notBefore: string;
  readonly means: Partial<DateMention>;
}

const relative = (word: string, offset: number, notAfter = '', notBefore = ''): Word => ({
  word,
  notAfter,
  notBefore,
  means: { kind: 'relative', offset },
});

const months = (word: string, month: number, endMonth: number, notAfter = ''): Word => ({
  word,
  notAfter,
  notBefore: '',
  means: { kind: 'period', month, endMonth },
});

const YEARS: readonly Word[] = [
  relative('今年', 0, '', '轻'),
  relative('本年', 0, '根', '级'),
  relative('去年', -1, '过'),
  relative('上年', -1, '以', '纪'),
  relative('前年', -2, '从以之'),
  relative('明年', 1, '文'),
  relative('来年', 1, '未'),
  relative('后年', 2, '以今之'),
];

const HALVES: readonly Word[] = [months('上半年', 1, 6), months('下半年', 7, 12)];

const QUARTERS: readonly Word[] = [
  months('前三季度', 1, 9),
  months('前三个季度', 1, 9),
  months('一季度', 1, 3),
  months('二季度', 4, 6),
  months('三季度', 7, 9, '前'),
  months('四季度', 10, 12),
];

/** Reads 今年, 上半年, 前三季度, 前八个月 and their like. */
export function readPeriods(text: string): readonly DateMention[] {
  const found: DateMention[] = [];
  if (text.includes('年')) readWords(text, YEARS, found);
  if (text.includes('半年')) readWords(text, HALVES, found);
  if (text.includes('季度')) readWords(text, QUARTERS, found);
  if (text.includes('个月')) readFirstMonths(text, found);
  return found;
}

function readWords(text: string, words: readonly Word[], found: DateMention[]): void {
  for (const { word, notAfter, notBefore, means } of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const end = at + word.length;
      if (at > 0 && notAfter.includes(text[at - 1]!)) continue;
      if (end < text.length && notBefore.includes(text[end]!)) continue;
      found.push({ ...means, kind: means.kind!, span: { start: at, end }, text: word });
    }
}

/** 前八个月, 前8个月: from January, unless it is 以前八个月. */
function readFirstMonths(text: string, found: DateMention[]): void {
  for (let at = text.indexOf('个月'); at >= 0; at = text.indexOf('个月', at + 1)) {
    const count = countEndingAt(text, at);
    if (!count || count.value < 1 || count.value > 11 || text[count.start - 1] !== '前') continue;
    const start = count.start - 1;
    if (start > 0 && '以之从'.includes(text[start - 1]!)) continue;
    const span = { start, end: at + 2 };
    found.push({ kind: 'period', span, text: text.slice(start, at + 2), month: 1, endMonth: count.value });
  }
}
