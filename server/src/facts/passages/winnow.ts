/** Length of a gram, in normalised characters. */
export const GRAM = 30;
/** Grams in a window, of which one is kept. */
export const WINDOW = 31;
/**
 * Every run of so many normalised characters that two texts share gives them a fingerprint in common
 * (Schleimer, Wilkerson, Aiken: Winnowing, 2003: GRAM + WINDOW − 1).
 */
export const SHORTEST = GRAM + WINDOW - 1;

/** Kept grams of one text: hash and index of the first code of each, in order. */
export interface Fingerprints {
  readonly hashes: Uint32Array;
  readonly places: Uint32Array;
}

const BASE = 0x01000193;

/**
 * Keeps of every window of grams the one with the least hash, of equal ones the last: two texts that share a window
 * keep the same one. About 2 of WINDOW + 1 grams are kept; texts shorter than `SHORTEST` keep none.
 */
export function winnow(codes: Uint16Array): Fingerprints {
  const grams = codes.length - GRAM + 1;
  if (grams < WINDOW) return NONE;
  const all = hashGrams(codes, grams);
  const hashes: number[] = [];
  const places: number[] = [];
  let least = -1;
  for (let end = WINDOW - 1; end < grams; end++) {
    const start = end - WINDOW + 1;
    const before = least;
    if (least < start) {
      least = start;
      for (let at = start + 1; at <= end; at++) if (all[at]! <= all[least]!) least = at;
    } else if (all[end]! <= all[least]!) least = end;
    if (least === before) continue;
    hashes.push(all[least]!);
    places.push(least);
  }
  return { hashes: Uint32Array.from(hashes), places: Uint32Array.from(places) };
}

const NONE: Fingerprints = { hashes: new Uint32Array(0), places: new Uint32Array(0) };

/** A rolling hash of every gram, its bits mixed so that the least is any of them. */
function hashGrams(codes: Uint16Array, grams: number): Uint32Array {
  const out = new Uint32Array(grams);
  let leaving = 1;
  for (let i = 1; i < GRAM; i++) leaving = Math.imul(leaving, BASE);
  let value = 0;
  for (let i = 0; i < codes.length; i++) {
    if (i >= GRAM) value = (value - Math.imul(codes[i - GRAM]!, leaving)) | 0;
    value = (Math.imul(value, BASE) + codes[i]!) | 0;
    if (i >= GRAM - 1) out[i - GRAM + 1] = mixed(value);
  }
  return out;
}

/** The finaliser of MurmurHash3. */
function mixed(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
