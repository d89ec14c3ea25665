import { describePlace } from '../draft/place.ts';
import type { Span } from '../draft/span.ts';
import type { PlacedChange } from '../engine/rounds.ts';
import type { Finding } from '../engine/types.ts';
import { toJson } from './json.ts';
import { createPlaces, type Places } from './places.ts';
import type { ShownRound } from './rounds.ts';

/**
 * Two versions as one JSON object: `{old: {path}, new: {path}, changes: [{kind, way, topic, old, new}], halfUpdated: […]}`.
 * A side is `{text, place, range, offset}` or null; ranges count from 1, offsets from 0, both in UTF-16 units.
 */
export function roundJson({ old, now, changes, halves }: ShownRound): string {
  const [oldPlaces, nowPlaces] = [createPlaces(old.draft.text), createPlaces(now.draft.text)];
  const shown = {
    old: { path: old.name },
    new: { path: now.name },
    changes: changes.map((change) => ({
      kind: change.kind,
      way: change.way,
      topic: change.topic,
      old: sideOf(change.old, change.oldPlace, oldPlaces),
      new: sideOf(change.now, change.nowPlace, nowPlaces),
    })),
    halfUpdated: halves.map((finding) => halfOf(finding, nowPlaces, now.draft)),
  };
  return `${toJson(shown, 2)}\n`;
}

function sideOf(side: PlacedChange['old'], place: string, places: Places) {
  return side ? { text: side.text, place, range: places.range(side.span), offset: side.span } : null;
}

function halfOf({ message, span, related }: Finding, places: Places, draft: ShownRound['now']['draft']) {
  const at = (one: Span) => ({
    text: draft.text.slice(one.start, one.end),
    place: describePlace(draft, one.start),
    range: places.range(one),
    offset: one,
  });
  return { message, ...at(span), related: related.map((one) => ({ message: one.message, ...at(one.span) })) };
}
