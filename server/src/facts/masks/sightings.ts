import { addTo } from '../../draft/lists.ts';
import type { Span } from '../../draft/span.ts';
import type { Masked } from './context.ts';

/** A thing written out, where a mask stands for it elsewhere. */
export interface Sighting {
  readonly text: string;
  /** In the source. */
  readonly span: Span;
}

/** Members of a group by the paragraph that they stand in. */
export function byParagraph(group: readonly Masked[]): ReadonlyMap<number, readonly Masked[]> {
  const lists = new Map<number, Masked[]>();
  for (const masked of group) addTo(lists, masked.index, masked);
  return lists;
}

/** All places of the one thing that was seen; undefined where two different ones were, or none. */
export function oneThing(seen: readonly Sighting[]): readonly Sighting[] | undefined {
  const [first] = seen;
  return first && seen.every(({ text }) => text === first.text) ? seen : undefined;
}

/** The groups whose sightings are all of one thing. */
export function oneThingEach<Group>(
  seen: ReadonlyMap<Group, readonly Sighting[]>,
): ReadonlyMap<Group, readonly Sighting[]> {
  return new Map([...seen].filter(([, sightings]) => oneThing(sightings)));
}
