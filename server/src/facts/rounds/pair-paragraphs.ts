import { diffArrays } from 'diff';
import { addTo } from '../../draft/lists.ts';
import type { Paragraph } from '../../draft/types.ts';
import { longestRise } from '../longest-rise.ts';
import { type Loose, type Match, similarPairs } from './similar.ts';
import type { ParagraphPair } from './types.ts';

/** Beyond so many changed paragraphs the order is not looked at: equal ones are found by their wording alone. */
const MOST_EDITS = 2000;

/** Finds for the paragraphs of one version those of the other: equal ones, equal ones that moved, changed ones. */
export function pairParagraphs(a: readonly Paragraph[], b: readonly Paragraph[]): readonly ParagraphPair[] {
  const [keysA, keysB] = [a.map(keyOf), b.map(keyOf)];
  const equal = inOrder(keysA, keysB);
  const moved = equalElsewhere(looseOf(keysA, equal, 0), looseOf(keysB, equal, 1));
  const same = [...equal, ...moved];
  const similar = similarPairs(looseOf(keysA, same, 0), looseOf(keysB, same, 1));
  const found = [...same, ...similar];
  const headings = headingsInPlace(a, b, found);
  const sames = new Set(same);
  const all = [...found, ...headings].sort((x, y) => x[1] - y[1]);
  const steady = new Set(longestRise(all.map(([i]) => i)));
  return all.map((match, at) => ({
    old: match[0],
    now: match[1],
    same: sames.has(match),
    moved: !steady.has(at),
  }));
}

/** Blanks are no substance. */
function keyOf({ text }: Paragraph): string {
  return text.replace(/\s+/g, '');
}

function looseOf(keys: readonly string[], matched: readonly Match[], side: 0 | 1): readonly Loose[] {
  const known = new Set(matched.map((match) => match[side]));
  return keys.flatMap((key, index) => (known.has(index) ? [] : [{ index, key }]));
}

function inOrder(a: readonly string[], b: readonly string[]): readonly Match[] {
  const matches: Match[] = [];
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays([...a], [...b], { maxEditLength: MOST_EDITS }) ?? []) {
    if (!added && !removed) for (let n = 0; n < count; n++) matches.push([i + n, j + n]);
    if (!added) i += count;
    if (!removed) j += count;
  }
  return matches;
}

function equalElsewhere(a: readonly Loose[], b: readonly Loose[]): readonly Match[] {
  const left = new Map<string, number[]>();
  for (const { key, index } of [...b].reverse()) {
    addTo(left, key, index);
  }
  return a.flatMap(({ key, index }): Match[] => {
    const other = left.get(key)?.pop();
    return other === undefined ? [] : [[index, other]];
  });
}

/** A title or heading that was written anew: what stands before or behind it is the same as before. */
function headingsInPlace(
  a: readonly Paragraph[],
  b: readonly Paragraph[],
  found: readonly Match[],
): readonly Match[] {
  const known = new Map(found);
  const taken = new Set(found.map(([, j]) => j));
  return a.flatMap(({ role }, i): Match[] => {
    if (known.has(i) || (role !== 'heading' && role !== 'title')) return [];
    const before = i === 0 ? -1 : known.get(i - 1);
    const behind = known.get(i + 1);
    const places = [before === undefined ? -1 : before + 1, behind === undefined ? -1 : behind - 1];
    const j = places.find((place) => b[place]?.role === role && !taken.has(place));
    if (j === undefined) return [];
    taken.add(j);
    return [[i, j]];
  });
}
