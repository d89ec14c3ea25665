import type { Speech } from '../../draft/types.ts';
import type { ParagraphFacts } from '../facts.ts';
import { type FieldLabel, oddLabels } from '../field-labels.ts';
import { type Entry, firstClause, type Run, runOf } from './entries.ts';
import { mayHold } from './series.ts';

const DASH = /^(?:——|--|—)(?![\d—-])[ 　]*/;

/** Paragraphs that open with ——, grouped with those beside them. */
export function dashRuns(speech: Speech, series: readonly Run[], sections: Int32Array): readonly Run[] {
  const entries = speech.paragraphs.flatMap((paragraph, index): Entry[] => {
    const marker = mayHold(speech, index) ? DASH.exec(paragraph.text)?.[0] : undefined;
    if (marker === undefined) return [];
    const clause = firstClause(paragraph, { start: 0, end: marker.length });
    const place = { kind: 'dash', style: '——', ordinal: 0, paragraph: index, head: true } as const;
    return [{ ...place, marker: marker.trimEnd(), ...clause }];
  });
  return grouped(speech, entries, series, sections).flatMap((items) => runOf(items, '——'));
}

/**
 * Field labels (农业方面：) within one paragraph or at the heads of several. Two make a run when one of them names a
 * side (方面), else it takes three; all of one run differ.
 */
export function labelRuns(
  speech: Speech,
  factsOf: (text: string) => ParagraphFacts,
  series: readonly Run[],
  sections: Int32Array,
): readonly Run[] {
  const alone: Entry[] = [];
  const runs = speech.paragraphs.flatMap((paragraph, index) => {
    if (!mayHold(speech, index)) return [];
    const entries = fieldLabels(factsOf(paragraph.text).labels).map(({ name, span }): Entry => {
      const source = paragraph.toSource({ start: span.start, end: span.end - 1 });
      const place = { paragraph: index, head: span.start === 0 };
      return { kind: 'label', style: '：', marker: '', ordinal: 0, title: name, ...source, ...place };
    });
    if (entries.length > 1) return isField(entries) ? runOf(entries, '：') : [];
    for (const entry of entries) if (entry.head) alone.push(entry);
    return [];
  });
  const lines = grouped(speech, alone, series, sections).filter(isField);
  return [...runs, ...lines.flatMap((items) => runOf(items, '：'))];
}

/** Words that lead over to what follows instead of naming a field. */
const LEAD =
  /[是为有要会说讲看请将把让使令问答称个条项句点件]|如下|以下|指出|强调|表示|认为|主要|包括|例如|比如|特别|其中|同时|来源|附件|一方面|同志|各位/;

/** The labels of a paragraph that name a field: those closed with ：, and the few that fell out of step with them. */
function fieldLabels(labels: readonly FieldLabel[]): readonly FieldLabel[] {
  const named = labels.filter(({ name }) => !LEAD.test(name));
  const odd = new Set(oddLabels(named)?.odd);
  return named.filter(({ colon, span }) => colon || odd.has(span));
}

function isField(entries: readonly Entry[]): boolean {
  const names = new Set(entries.map(({ title }) => title));
  const sides = entries.some(({ title }) => title.endsWith('方面'));
  return names.size === entries.length && entries.length >= (sides ? 2 : 3);
}

/** Lines in groups. Another section, a lead (：) and an item of a series that goes on outside part two groups. */
function grouped(
  { paragraphs }: Speech,
  lines: readonly Entry[],
  series: readonly Run[],
  sections: Int32Array,
): readonly (readonly Entry[])[] {
  const groups: Entry[][] = [];
  const around = reaches(series);
  lines.forEach((line, i) => {
    const previous = lines[i - 1];
    const from = previous?.paragraph ?? -1;
    const to = line.paragraph;
    const led = to - from > 1 && /[：:]$/.test(paragraphs[to - 1]!.text);
    const parted = !previous || sections[from] !== sections[to] || led || crossed(around, from, to);
    if (parted) groups.push([line]);
    else groups[groups.length - 1]!.push(line);
  });
  return groups;
}

interface Reach {
  readonly from: number;
  readonly to: number;
}

/** For each paragraph that an item of a series opens, the paragraphs of the first and the last item of that series. */
function reaches(series: readonly Run[]): ReadonlyMap<number, Reach> {
  const found = new Map<number, Reach>();
  for (const { items } of series) {
    const reach = { from: items[0]!.paragraph, to: items[items.length - 1]!.paragraph };
    for (const { head, paragraph } of items) if (head) found.set(paragraph, reach);
  }
  return found;
}

function crossed(around: ReadonlyMap<number, Reach>, from: number, to: number): boolean {
  if (around.size === 0) return false;
  for (let index = from + 1; index < to; index++) {
    const reach = around.get(index);
    if (reach && (reach.from < from || reach.to > to)) return true;
  }
  return false;
}
