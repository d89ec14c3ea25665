import { type FixedList, THEORIES } from '../../lexicon/fixed-lists.ts';
import type { Alteration } from './types.ts';

/** Fixed enumerations written in full, in another order. */
export function readLists(text: string, lists: readonly FixedList[]): Alteration[] {
  return lists.flatMap(({ items, from, near }) => {
    if (!items.every((item) => text.includes(item))) return [];
    if (near !== undefined && !text.includes(near)) return [];
    const right = items.join('、');
    return runs(text, items)
      .filter(
        (run) => run.length === items.length && new Set(run.map(({ item }) => item)).size === run.length,
      )
      .map((run) => {
        const span = { start: run[0]!.start, end: run.at(-1)!.end };
        return { span, text: text.slice(span.start, span.end), right, from };
      })
      .filter((alteration) => alteration.text !== right);
  });
}

/** The guiding theories out of order, or one left out between two. */
export function readTheories(text: string): Alteration[] {
  if (!text.includes('邓小平理论') && !text.includes('毛泽东思想')) return [];
  const items = THEORIES.flatMap(({ written }) => written);
  const rankOf = (item: string): number => THEORIES.findIndex(({ written }) => written.includes(item));
  return runs(text, items).flatMap((run) => {
    const ranks = run.map(({ item }) => rankOf(item));
    const sound = ranks.every((rank, i) => i === 0 || rank === ranks[i - 1]! + 1);
    if (run.length < 2 || sound || new Set(ranks).size < ranks.length) return [];
    const span = { start: run[0]!.start, end: run.at(-1)!.end };
    const [low, high] = [Math.min(...ranks), Math.max(...ranks)];
    const right = THEORIES.slice(low, high + 1)
      .map((theory, i) => run.find(({ item }) => rankOf(item) === low + i)?.item ?? theory.right)
      .join('、');
    return [{ span, text: text.slice(span.start, span.end), right, from: '2012-12' }];
  });
}

interface Place {
  readonly item: string;
  readonly start: number;
  readonly end: number;
}

/** Items that stand one behind the other with nothing but 、 between. */
function runs(text: string, items: readonly string[]): Place[][] {
  const places = items
    .flatMap((item) => {
      const found: Place[] = [];
      for (let at = text.indexOf(item); at >= 0; at = text.indexOf(item, at + item.length))
        found.push({ item, start: at, end: at + item.length });
      return found;
    })
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const groups: Place[][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    const end = group?.at(-1)?.end ?? -1;
    if (place.start < end) continue;
    if (group && place.start === end + 1 && text[end] === '、') group.push(place);
    else groups.push([place]);
  }
  return groups;
}
