import { addTo } from '../../draft/lists.ts';
import type { Speech } from '../../draft/types.ts';
import type { Masked } from './context.ts';
import { byParagraph, oneThingEach, type Sighting } from './sightings.ts';

const CLAUSE = /(?<![\u4e00-\u9fffA-Za-z\d-])[\u4e00-\u9fffA-Za-z\d-]+$/;
/** A clause tells what a figure is of only where it tells the period too. */
const PERIOD = /(?:年|季度|月份?|上半年|前.{1,3}月|期间|截至)/;
const SHORTEST = 8;
const REACH = 40;
const FIGURE =
  /(?<![\d.])\d+(?:\.\d+)?(%|％|[万亿]?(?:元|吨|亩|人|户|家|个|项|件|公里|平方米|美元|千瓦时)|个百分点)/g;

const clauseBefore = (before: string): string => CLAUSE.exec(before)?.[0] ?? '';
const unitOf = (text: string): string => text.replace(/^[^%％万亿元吨亩人户家个项件公平美千百十]*/, '');

/**
 * For groups of masked figures the figure that stands behind the very same clause, period and all, in another
 * paragraph. One pass for all groups.
 */
export function figureValues(
  speech: Speech,
  groups: readonly (readonly Masked[])[],
): ReadonlyMap<readonly Masked[], readonly Sighting[]> {
  const wanted = new Map<string, readonly Masked[]>();
  const paragraphs = new Map<readonly Masked[], ReadonlyMap<number, unknown>>();
  for (const group of groups) {
    for (const { before, placeholder } of group) {
      const clause = clauseBefore(before);
      if (clause.length >= SHORTEST && PERIOD.test(clause) && !/\d/.test(placeholder.text))
        wanted.set(`${clause}|${unitOf(placeholder.text)}`, group);
    }
    paragraphs.set(group, byParagraph(group));
  }
  const seen = new Map<readonly Masked[], Sighting[]>();
  if (wanted.size === 0) return new Map();
  speech.paragraphs.forEach(({ text, toSource }, index) => {
    for (const { 0: figure, 1: unit, index: start } of text.matchAll(FIGURE)) {
      const clause = clauseBefore(text.slice(Math.max(0, start - REACH), start));
      const group = wanted.get(`${clause}|${unit}`);
      if (!group || paragraphs.get(group)!.has(index)) continue;
      const sighting = { text: figure, span: toSource({ start, end: start + figure.length }) };
      addTo(seen, group, sighting);
    }
  });
  return oneThingEach(seen);
}
