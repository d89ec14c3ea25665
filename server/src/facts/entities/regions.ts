import { REGIONS } from '../../lexicon/place-words.ts';
import { createMatcher } from '../terms/matcher.ts';
import type { Sight, TaggedLine } from './types.ts';

/** Makes a reader of regions, rivers, lakes and mountains by their names; words begin or end with them. */
export function createRegionReader(): (line: TaggedLine) => Sight[] {
  const matcher = createMatcher(REGIONS);
  return (line) => {
    const found: Sight[] = [];
    matcher.scan(line.text, (number, start, end) => {
      const name = REGIONS[number]!;
      if (!line.isBoundary(start) || (name.length === 2 && !line.isBoundary(end))) return;
      found.push({ kind: 'place', key: `place|${name}`, name, span: { start, end }, sure: true });
    });
    return found;
  };
}
