import { type Normal, normalise } from './normal.ts';
import { type Fingerprints, winnow } from './winnow.ts';

/** A paragraph ready to be compared. */
export interface Passages {
  readonly normal: Normal;
  readonly prints: Fingerprints;
  /** The normalised characters as a string; made on first use. */
  readonly words: () => string;
  /** Where each hash stands, by index of the normalised character; made on first use. */
  readonly placesOf: (hash: number) => readonly number[] | undefined;
}

/** A paragraph that says one thing over and over is compared at so many places. */
const MOST_PLACES = 8;

/** Reads a paragraph for comparison. */
export function readPassages(text: string): Passages {
  const normal = normalise(text);
  const prints = winnow(normal.codes);
  let words: string | undefined;
  let places: ReadonlyMap<number, readonly number[]> | undefined;
  return {
    normal,
    prints,
    words() {
      words ??= Array.from(normal.codes, (code) => String.fromCharCode(code)).join('');
      return words;
    },
    placesOf(hash) {
      places ??= placesByHash(prints);
      return places.get(hash);
    },
  };
}

function placesByHash({ hashes, places }: Fingerprints): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let i = 0; i < hashes.length; i++) {
    const known = found.get(hashes[i]!);
    if (!known) found.set(hashes[i]!, [places[i]!]);
    else if (known.length < MOST_PLACES) known.push(places[i]!);
  }
  return found;
}
