import { type Normal, normalise } from './normal.ts';
import { type Fingerprints, winnow } from './winnow.ts';

/** A paragraph ready to be compared. */
export interface Passages {
  readonly normal: Normal;
  readonly prints: Fingerprints;
}

/** Reads a paragraph for comparison. */
export function readPassages(text: string): Passages {
  const normal = normalise(text);
  return { normal, prints: winnow(normal.codes) };
}
