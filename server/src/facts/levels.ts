import { rankOf } from '../draft/markers.ts';
import type { Heading, MarkerStyle, Speech } from '../draft/types.ts';

/** A heading that leaves out the level which its siblings' families use. */
export interface LevelSkip {
  readonly heading: Heading;
  readonly missing: MarkerStyle;
  /** A heading of the level that is left out here and used there. */
  readonly example: Heading;
}

/**
 * Headings directly under a parent where elsewhere in the speech a level stands between the two styles
 * (practice: 一、 then 1. without （一） is accepted habit when the whole speech does so).
 */
export function levelSkips(speech: Speech): LevelSkip[] {
  const between = new Map<string, Heading>();
  for (const heading of speech.headings) {
    const parent = speech.headings[heading.parent];
    const grand = parent && speech.headings[parent.parent];
    if (grand) between.set(`${grand.marker.style} ${heading.marker.style}`, parent);
  }
  const skips: LevelSkip[] = [];
  const told = new Set<Heading>();
  for (const heading of speech.headings) {
    const parent = speech.headings[heading.parent];
    if (!parent || told.has(parent) || rankOf(heading.marker.style) - rankOf(parent.marker.style) < 2)
      continue;
    const example = between.get(`${parent.marker.style} ${heading.marker.style}`);
    if (!example) continue;
    told.add(parent);
    skips.push({ heading, missing: example.marker.style, example });
  }
  return skips;
}
