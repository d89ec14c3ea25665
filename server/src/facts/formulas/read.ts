import { type AlteredFormula, readAlteredFormulas } from '../../lexicon/altered-formulas.ts';
import { type FixedList, readFixedLists } from '../../lexicon/fixed-lists.ts';
import { readLists, readTheories } from './lists.ts';
import { readThought } from './thought.ts';
import type { Alteration } from './types.ts';

/** Reads the altered formulas of a paragraph, in order, never overlapping. */
export type FormulaReader = (text: string) => readonly Alteration[];

/** Makes a reader; its tables are read when the first paragraph that may hold a formula comes. */
export function createFormulaReader(): FormulaReader {
  let forms: readonly AlteredFormula[] | undefined;
  let lists: readonly FixedList[] | undefined;
  const patterns = new Map<string, RegExp>();
  const compiled = (source: string): RegExp => {
    const known = patterns.get(source) ?? new RegExp(source, 'g');
    patterns.set(source, known);
    return known;
  };
  return (text) => {
    forms ??= readAlteredFormulas();
    lists ??= readFixedLists();
    const all = [
      ...readThought(text),
      ...forms.flatMap((form) =>
        text.includes(form.needs) ? readForm(text, form, compiled(form.pattern)) : [],
      ),
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
  { right, advice, from, dated }: AlteredFormula,
  pattern: RegExp,
): Alteration[] {
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
