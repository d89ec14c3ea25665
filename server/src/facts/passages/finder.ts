import type { Authority } from './authority.ts';
import type { Passages } from './read.ts';
import type { StoredDraft } from './stored.ts';
import type { Fingerprints } from './winnow.ts';

/** What stands in more places than this is a set phrase. */
export const MOST_PLACES = 64;

/** A paragraph of a known draft. */
export interface Standing {
  /** As the shell names the draft. */
  readonly path: string;
  readonly draft: StoredDraft;
  /** Index of the speech in the draft, and of the paragraph in it. */
  readonly speech: number;
  readonly paragraph: number;
}

/** Where a paragraph stands. */
export interface Place extends Pick<Standing, 'path' | 'speech'> {
  /** It stands in a document that may be quoted from. */
  readonly authority?: boolean;
}

/** A paragraph that has fingerprints in common with another. */
export interface Candidate extends Standing, Place {
  readonly passages: Passages;
  /** Fingerprints in common. */
  readonly common: ReadonlySet<number>;
}

/** Knows drafts by the fingerprints of their paragraphs. */
export interface PassageFinder {
  /**
   * Paragraphs with fingerprints in common, those with the most first. Of a fingerprint that stands in very many places
   * `MOST_PLACES` are looked at, of those that `counts` lets through where the finder can tell.
   */
  readonly like: (prints: Fingerprints, counts?: (place: Place) => boolean) => Iterable<Candidate>;
}

/** Earlier speeches, and documents to quote from. */
export interface Archive extends PassageFinder {
  /** What quotations are compared with, read on first use; undefined where there is nothing to quote from. */
  readonly authority: () => Authority | undefined;
}
