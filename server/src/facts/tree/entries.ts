import type { Paragraph } from '../../draft/types.ts';
import type { NodeKind, NodeStyle } from './types.ts';

/** A place that opens a node, before its level and its extent are known. `start` and `end` are source offsets. */
export interface Entry {
  readonly kind: NodeKind;
  readonly style: NodeStyle;
  readonly marker: string;
  /** 0 where its place among its siblings is to tell. */
  readonly ordinal: number;
  readonly title: string;
  readonly start: number;
  /** End of marker and title. */
  readonly end: number;
  /** Index of its paragraph in the speech. */
  readonly paragraph: number;
  readonly head: boolean;
}

/** Siblings that count on, at least two. */
export interface Run {
  readonly items: readonly Entry[];
  /** What runs of the same level have in common: the counter, and whether the items are lines or stand in one. */
  readonly habit: string;
  /** Rank of the outermost numbered headings below its items; undefined where headings end it. */
  readonly holds: number | undefined;
}

/** A run of at least two items, as a list of one; of less, none. */
export function runOf(items: readonly Entry[], counter: string, holds?: number): readonly Run[] {
  if (items.length < 2) return [];
  const lines = items.some(({ paragraph }) => paragraph !== items[0]!.paragraph);
  return [{ items, habit: lines ? `${counter}¶` : counter, holds }];
}

const CLAUSE_END = /[，。；：！？…,;:!?]/;
const TITLE_LIMIT = 32;

/** The first clause of a paragraph from an offset on, without the marks and spaces around it; and where it ends. */
export function firstClause(
  { text, toSource }: Paragraph,
  marker: { readonly start: number; readonly end: number },
): Pick<Entry, 'title' | 'start' | 'end'> {
  let from = marker.end;
  while (from < text.length && /[\s，：、,:]/.test(text[from]!)) from++;
  const stop = text.slice(from, from + TITLE_LIMIT).search(CLAUSE_END);
  let to = stop < 0 ? Math.min(text.length, from + TITLE_LIMIT) : from + stop;
  if (/[\ud800-\udbff]/.test(text.charAt(to - 1))) to--;
  while (to > from && /[\s、]/.test(text[to - 1]!)) to--;
  const span = toSource({ start: marker.start, end: to > from ? to : marker.end });
  return { title: text.slice(from, to), ...span };
}
