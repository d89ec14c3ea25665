import { contains, type Span } from '../../draft/span.ts';
import { type Aligned, align } from './align.ts';
import { countable } from './own-words.ts';
import type { Passages } from './read.ts';
import { GRAM, SHORTEST } from './winnow.ts';

/** A passage that two paragraphs share. */
export interface Shared {
  /** In the text of each paragraph. */
  readonly own: Span;
  readonly other: Span;
  /** The same as indexes of normalised characters of the own paragraph. */
  readonly codes: Span;
  /** Normalised characters that stand in both. */
  readonly length: number;
  /** Pairs of figures or masks, as indexes of normalised characters. */
  readonly figures: readonly (readonly [own: number, other: number])[];
}

/**
 * All passages that two paragraphs share, in order: each holds a run of at least `SHORTEST` normalised characters that
 * is the same in both, of which so many are the writer's own (no long quotation, no fixed formula), and goes on over
 * masked names and slight changes.
 */
export function sharedPassages(own: Passages, other: Passages): readonly Shared[] {
  const found: Shared[] = [];
  for (const [at, there] of seeds(own, other)) {
    if (found.some(({ codes }) => codes.start <= at && at + GRAM <= codes.end)) continue;
    const run = exactRun(own.normal.codes, other.normal.codes, at, there);
    if (run.length < SHORTEST) continue;
    if (countable(own.normal, run.at, run.at + run.length) < SHORTEST) continue;
    found.push(described(own, other, align(own.normal, other.normal, run)));
  }
  return withoutInner(found).sort((a, b) => a.codes.start - b.codes.start);
}

/** Leaves out what lies wholly within a longer one: a walk may get further from one seed than from another. */
function withoutInner(found: readonly Shared[]): Shared[] {
  const longestFirst = [...found].sort((a, b) => b.length - a.length);
  return longestFirst.filter(
    ({ codes }, i) => !longestFirst.slice(0, i).some((longer) => contains(longer.codes, codes)),
  );
}

/** Places at which both keep the same gram. */
function* seeds(own: Passages, other: Passages): Generator<readonly [number, number]> {
  const { hashes, places } = other.prints;
  for (let i = 0; i < hashes.length; i++) {
    for (const place of own.placesOf(hashes[i]!) ?? []) yield [place, places[i]!];
  }
}

/** The run of equal characters around a pair of places; empty where the grams there differ. */
function exactRun(
  own: Uint16Array,
  other: Uint16Array,
  at: number,
  there: number,
): { readonly at: number; readonly there: number; readonly length: number } {
  let before = 0;
  while (before < at && before < there && own[at - before - 1] === other[there - before - 1]) before++;
  let after = 0;
  while (at + after < own.length && there + after < other.length && own[at + after] === other[there + after])
    after++;
  return { at: at - before, there: there - before, length: after < GRAM ? 0 : before + after };
}

function described(own: Passages, other: Passages, { at, there, length, figures }: Aligned): Shared {
  const spanOf = ({ normal }: Passages, { start, end }: Span): Span => ({
    start: start === 0 ? 0 : normal.starts[start]!,
    end: end === normal.codes.length ? normal.text.length : normal.ends[end - 1]!,
  });
  return { own: spanOf(own, at), other: spanOf(other, there), codes: at, length, figures };
}
