import { diffChars, diffLines } from 'diff';
import { firstWhere } from '../draft/halving.ts';
import { addTo } from '../draft/lists.ts';
import type { Span } from '../draft/span.ts';
import { fingerprint } from '../engine/fingerprint.ts';
import type { Finding } from '../engine/types.ts';

/** Beyond so many changed lines of a text, or characters of a stretch, nothing is matched: all of it counts as new. */
const MOST_EDITS = 4000;

/**
 * The findings of a text that its earlier state did not have. A finding was there before when the earlier state has
 * one of the same rule at a place of the same surroundings, each standing for one; or at the very characters that it
 * came from. `own` tells whether a finding is of this draft alone; one that compares drafts is new where its text is.
 */
export function introduced(
  before: { readonly text: string; readonly findings: readonly Finding[] },
  after: { readonly text: string; readonly findings: readonly Finding[] },
  own: (finding: Finding) => boolean,
): readonly Finding[] {
  const left = new Map<string, Finding[]>();
  for (const finding of before.findings) {
    const key = keyOf(before.text, finding);
    addTo(left, key, finding);
  }
  const unknown = after.findings.filter((finding) => !left.get(keyOf(after.text, finding))?.shift());
  if (unknown.length === 0) return [];
  const cameFrom = tracer(before.text, after.text);
  const rest = new Set(
    [...left.values()].flat().map(({ ruleId, span }) => `${ruleId} ${span.start} ${span.end}`),
  );
  return unknown.filter((finding) => {
    const origin = cameFrom(finding.span);
    if (!origin) return true;
    return own(finding) && !rest.delete(`${finding.ruleId} ${origin.start} ${origin.end}`);
  });
}

function keyOf(text: string, { ruleId, span }: Finding): string {
  return `${ruleId} ${fingerprint(ruleId, text, span)}`;
}

/** A stretch that is the same in both texts. */
interface Same {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Tells where a span of `after` stood in `before`; undefined where any of it is new. */
function tracer(before: string, after: string): (span: Span) => Span | undefined {
  const stretches = sameStretches(before, after);
  return ({ start, end }) => {
    const found = stretches[firstWhere(stretches.length, (at) => stretches[at]!.to > start) - 1];
    if (!found || end > found.to + found.length) return undefined;
    const shift = found.from - found.to;
    return { start: start + shift, end: end + shift };
  };
}

function sameStretches(before: string, after: string): readonly Same[] {
  const stretches: Same[] = [];
  let from = 0;
  let to = 0;
  let removed = '';
  let added = '';
  const settle = (): void => {
    for (const stretch of sameCharacters(removed, added, from, to)) stretches.push(stretch);
    from += removed.length;
    to += added.length;
    removed = '';
    added = '';
  };
  for (const change of diffLines(before, after, { maxEditLength: MOST_EDITS }) ?? []) {
    if (change.removed) removed += change.value;
    else if (change.added) added += change.value;
    else {
      settle();
      stretches.push({ from, to, length: change.value.length });
      from += change.value.length;
      to += change.value.length;
    }
  }
  settle();
  return stretches.filter(({ length }) => length > 0);
}

function sameCharacters(removed: string, added: string, from: number, to: number): readonly Same[] {
  if (removed === '' || added === '') return [];
  const stretches: Same[] = [];
  let at = from;
  let now = to;
  for (const { removed: gone, added: made, value } of diffChars(removed, added, {
    maxEditLength: MOST_EDITS,
  }) ?? []) {
    if (!gone && !made) stretches.push({ from: at, to: now, length: value.length });
    if (!made) at += value.length;
    if (!gone) now += value.length;
  }
  return stretches;
}
