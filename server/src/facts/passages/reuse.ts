import type { Candidate, PassageFinder, Place } from './finder.ts';
import { type Shared, sharedPassages } from './match.ts';
import type { Passages } from './read.ts';

/** What one paragraph shares with another. */
export interface Reused {
  readonly own: Passages;
  /** Index of the own paragraph in its speech. */
  readonly paragraph: number;
  readonly source: Candidate;
  /** In order; at least one. */
  readonly shared: readonly Shared[];
}

/** A finder with what of it counts for the paragraph in hand. */
export interface Search {
  readonly finder: PassageFinder;
  readonly counts: (place: Place) => boolean;
}

/** So many paragraphs that turn out to share too little end the search for one. */
const MOST_FAILURES = 48;

/**
 * Where the passages of one paragraph come from: the searches in order, in each the likeliest paragraph first, until
 * every fingerprint that is known elsewhere has been accounted for. A passage that has one source is not looked for again.
 */
export function findSources(own: Passages, paragraph: number, searches: readonly Search[]): Reused[] {
  const found: Reused[] = [];
  const explained = new Set<number>();
  for (const { finder, counts } of searches) {
    let failures = 0;
    for (const candidate of finder.like(own.prints, counts)) {
      if (failures >= MOST_FAILURES) break;
      if (!counts(candidate) || [...candidate.common].every((hash) => explained.has(hash))) continue;
      const shared = sharedPassages(own, candidate.passages);
      if (shared.length === 0) {
        failures++;
        continue;
      }
      found.push({ own, paragraph, source: candidate, shared });
      for (const hash of within(own, shared)) explained.add(hash);
    }
  }
  return found;
}

function* within({ prints }: Passages, shared: readonly Shared[]): Generator<number> {
  for (let i = 0; i < prints.hashes.length; i++) {
    const at = prints.places[i]!;
    if (shared.some(({ codes }) => codes.start <= at && at < codes.end)) yield prints.hashes[i]!;
  }
}
