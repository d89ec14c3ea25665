import { formatNumber } from './number-formats.ts';
import type { AbstractList, Level, List, Numbering } from './numbering.ts';
import type { ListPlace, Styles } from './styles.ts';
import { symbol } from './symbols.ts';

/** Counts the lists of a document: the number of the next paragraph as the reader sees it, with what stands behind it. */
export type NextNumber = (place: (ListPlace & { readonly style?: string | undefined }) | undefined) => string;

/** The lists that share an abstract list count on together, as Word has it, until one says where it starts anew. */
interface Count {
  readonly values: (number | undefined)[];
  readonly begun: Set<string>;
}

const LEVELS = 9;

/** Makes a counter; paragraphs are to be asked for in the order of the text. */
export function createCounters(numbering: Numbering, styles: Styles): NextNumber {
  const counts = new Map<AbstractList, Count>();
  return (place) => {
    const list = place && numbering.lists.get(place.numId);
    const abstract = list && resolve(list, numbering, styles);
    if (!place || !abstract) return '';
    const index = place.level ?? levelOf(abstract, place.style);
    const level = levelAt(list, abstract, index);
    if (!level || index >= LEVELS) return '';
    const count = counts.get(abstract) ?? { values: [], begun: new Set() };
    counts.set(abstract, count);
    advance(count, place.numId, list, abstract, index);
    const text = textOf(level, list, abstract, count.values);
    return text === '' ? '' : text + suffix(level, text);
  };
}

function resolve(list: List, numbering: Numbering, styles: Styles): AbstractList | undefined {
  const abstract = numbering.abstracts.get(list.abstract);
  if (abstract?.link === undefined || abstract.levels.size > 0) return abstract;
  const linked = numbering.lists.get(styles.numbering(abstract.link) ?? '');
  return (linked && numbering.abstracts.get(linked.abstract)) ?? abstract;
}

function levelOf({ levels }: AbstractList, style: string | undefined): number {
  for (const [index, level] of levels) if (style !== undefined && level.style === style) return index;
  return 0;
}

function levelAt(list: List, { levels }: AbstractList, index: number): Level | undefined {
  return list.overrides.get(index)?.level ?? levels.get(index);
}

function startOf(list: List, abstract: AbstractList, index: number): number {
  return list.overrides.get(index)?.start ?? levelAt(list, abstract, index)?.start ?? 1;
}

function advance(
  { values, begun }: Count,
  numId: string,
  list: List,
  abstract: AbstractList,
  index: number,
): void {
  const key = `${numId}:${index}`;
  const anew = list.overrides.get(index)?.start !== undefined && !begun.has(key);
  begun.add(key);
  const before = values[index];
  values[index] = before === undefined || anew ? startOf(list, abstract, index) : before + 1;
  for (let below = index + 1; below < LEVELS; below++) {
    const restart = levelAt(list, abstract, below)?.restart;
    if (restart === undefined || index < restart) values[below] = undefined;
  }
}

function textOf(
  level: Level,
  list: List,
  abstract: AbstractList,
  values: readonly (number | undefined)[],
): string {
  if (level.format === 'bullet') return [...level.text].map((sign) => symbol(sign.charCodeAt(0))).join('');
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = levelAt(list, abstract, index)?.format ?? 'decimal';
    return formatNumber(values[index] ?? startOf(list, abstract, index), level.isLegal ? 'decimal' : format);
  });
}

/** What the eye sees behind a number: nothing behind a mark that ends it, a space behind a bare one. */
function suffix({ suffix, format }: Level, text: string): string {
  if (suffix === 'nothing') return '';
  return format === 'bullet' || /[\p{L}\p{Nd}]$/u.test(text) ? ' ' : '';
}
