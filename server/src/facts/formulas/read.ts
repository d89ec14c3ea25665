import { type AlteredFormula, readAlteredFormulas } from '../../lexicon/altered-formulas.ts';
import { type FixedList, readFixedLists } from '../../lexicon/fixed-lists.ts';
import { readLists, readTheories } from './lists.ts';
import { readThought } from './thought.ts';
import type { Alteration } from './types.ts';

/** Reads the altered formulas of a paragraph, in order, never overlapping. */
export type FormulaReader = (text: string) => readonly Alteration[];

/** Without one of these a paragraph holds no formula. */
const NEEDED =
  /习|近平|四个|两个|五位一体|主义|思想|自信|意识|代表大会|中央委员会|使命|共同体|银山|变局|民主|理念|价值观|自然|建设、|立法|学史|政治/;

/** Makes a reader; its tables are read when the first paragraph that may hold a formula comes. */
export function createFormulaReader(): FormulaReader {
  let forms: readonly AlteredFormula[] | undefined;
  let lists: readonly FixedList[] | undefined;
  return (text) => {
    if (!NEEDED.test(text)) return [];
    forms ??= readAlteredFormulas();
    lists ??= readFixedLists();
    const all = [
      ...readThought(text),
      ...forms.flatMap((form) => readForm(text, form)),
      ...(text.includes('、') ? [...readLists(text, lists), ...readTheories(text)] : []),
    ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    let end = 0;
    return all.filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
  };
}

function readForm(
  text: string,
  { needs, pattern, right, advice, from, dated }: AlteredFormula,
): Alteration[] {
  if (!text.includes(needs)) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [written] = match;
    const due = right?.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
    if (due === written) return [];
    return [
      {
        span: { start: match.index, end: match.index + written.length },
        text: written,
        ...(due === undefined ? {} : { right: due }),
        ...(advice === undefined ? {} : { advice }),
        ...(from === undefined ? {} : { from }),
        ...(dated ? { dated } : {}),
      },
    ];
  });
}
