import { describePlace } from '../../draft/place.ts';
import { slice } from '../../draft/span.ts';
import { fingerprint } from '../../engine/fingerprint.ts';
import type { Finding } from '../../engine/types.ts';
import type { FileResult } from '../collect.ts';
import { createPlaces, type Range } from '../places.ts';

/** A finding with all that a format says of its place. */
export interface ShownFinding {
  readonly finding: Finding;
  readonly range: Range;
  /** As an editor names it: 二、（三）第2段. */
  readonly place: string;
  /** The words found; empty where something is missing between two characters. */
  readonly text: string;
  /** Name of the place that edits elsewhere do not change, and which of its equals it is: `f39df0d34de02c4b:1`. */
  readonly fingerprint: string;
}

/** The findings of a file with their places, in order; none for a file that could not be read. */
export function showFindings({
  draft,
  findings,
}: Pick<FileResult, 'draft' | 'findings'>): readonly ShownFinding[] {
  if (!draft) return [];
  const places = createPlaces(draft.text);
  const equals = new Map<string, number>();
  return findings.map((finding) => {
    const { ruleId, span } = finding;
    const name = fingerprint(ruleId, draft.text, span);
    const count = (equals.get(name) ?? 0) + 1;
    equals.set(name, count);
    return {
      finding,
      range: places.range(span),
      place: describePlace(draft, span.start),
      text: slice(draft.text, span),
      fingerprint: `${name}:${count}`,
    };
  });
}
