import type { Span } from './span.ts';

/**
 * The first index in [0, `length`) for which `holds` is true, found by halving; `length` where there is none.
 * Wherever it is true at an index, it has to be true at all behind it.
 */
export function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The items that touch a span; all are in order and lie apart from each other. */
export function touching<Item>(
  items: readonly Item[],
  spanOf: (item: Item) => Span,
  { start, end }: Span,
): Item[] {
  const first = firstWhere(items.length, (at) => spanOf(items[at]!).end > start);
  const behind = firstWhere(items.length, (at) => spanOf(items[at]!).start >= end);
  return items.slice(first, behind);
}
