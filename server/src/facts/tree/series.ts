import type { Speech } from '../../draft/types.ts';
import type { ParagraphFacts } from '../facts.ts';
import type { PlacedMark, Series } from '../series-runs.ts';
import { type Entry, firstClause, type Run, runOf } from './entries.ts';

/**
 * Series as runs of siblings: at least two items, none of which jumps into the middle of a distant paragraph.
 * 首先 that only 最后 follows frames a speech, and is no list.
 */
export function seriesRuns(speech: Speech, series: readonly Series[]): readonly Run[] {
  return series.flatMap(({ marks, holds }) =>
    connected(marks.filter((mark) => mayHold(speech, mark.paragraph))).flatMap((part) => {
      const { form, verb } = part[0]!;
      if (form === '首先' && !part.some(({ ordinal }) => ordinal === 2 || ordinal === 3)) return [];
      return runOf(
        part.map((mark) => seriesEntry(speech, mark)),
        form === '是' ? form + verb : form,
        holds,
      );
    }),
  );
}

/** Marks in parts, each of which goes on in the same paragraph, in the next, or at the head of a later one. */
function connected(marks: readonly PlacedMark[]): readonly (readonly PlacedMark[])[] {
  const parts: PlacedMark[][] = [];
  marks.forEach((mark, i) => {
    const previous = marks[i - 1];
    if (previous && (mark.head || mark.paragraph - previous.paragraph <= 1))
      parts[parts.length - 1]!.push(mark);
    else parts.push([mark]);
  });
  return parts;
}

function seriesEntry(
  { paragraphs }: Speech,
  { form, ordinal, text, paragraph, within, head }: PlacedMark,
): Entry {
  const place = { kind: 'series', style: form, marker: text, ordinal, paragraph, head } as const;
  return { ...place, ...firstClause(paragraphs[paragraph]!, within) };
}

/** Pairs of 一方面 and 另一方面 as runs: both in one paragraph, or both at the heads of paragraphs of one section. */
export function sideRuns(
  { paragraphs }: Speech,
  factsOf: (text: string) => ParagraphFacts,
  sections: Int32Array,
): readonly Run[] {
  const runs: Entry[][] = [];
  let open: Entry[] | undefined;
  paragraphs.forEach((paragraph, index) => {
    for (const { ordinal, span } of factsOf(paragraph.text).sides) {
      const head = span.start === 0;
      const marker = paragraph.text.slice(span.start, span.end);
      const last = open?.[open.length - 1];
      const entry: Entry = {
        kind: 'series',
        style: '方面',
        marker,
        ordinal: ordinal === 1 ? 1 : (last?.ordinal ?? 0) + 1,
        paragraph: index,
        head,
        ...firstClause(paragraph, span),
      };
      const near =
        last &&
        (last.paragraph === index || (head && last.head && sections[last.paragraph] === sections[index]));
      if (ordinal === 2 && near) open!.push(entry);
      else open = undefined;
      if (ordinal === 1) {
        open = [entry];
        runs.push(open);
      }
    }
  });
  return runs.flatMap((items) => runOf(items, '方面'));
}

/** Titles, names and quotations hold no part of the outline. */
export function mayHold({ paragraphs }: Speech, index: number): boolean {
  const { role, quoted } = paragraphs[index]!;
  return !quoted && (role === 'body' || role === 'heading');
}
