import type { Authority } from './authority.ts';
import type { Passages } from './read.ts';
import type { StoredDraft } from './stored.ts';
import type { Fingerprints } from './winnow.ts';

/** A paragraph of a known draft. */
export interface Standing {
  /** As the shell names the draft. */
  readonly path: string;
  readonly draft: StoredDraft;
  /** Index of the speech in the draft, and of the paragraph in it. */
  readonly speech: number;
  readonly paragraph: number;
}

/** A paragraph that has fingerprints in common with another. */
export interface Candidate extends Standing {
  readonly passages: Passages;
  /** Fingerprints in common. */
  readonly common: ReadonlySet<number>;
  /** It stands in a document that may be quoted from. */
  readonly authority?: boolean;
}

/** Knows drafts by the fingerprints of their paragraphs. */
export interface PassageFinder {
  /** Paragraphs with fingerprints in common, those with the most first. */
  readonly like: (prints: Fingerprints) => Iterable<Candidate>;
}

/** Earlier speeches, and documents to quote from. */
export interface Archive extends PassageFinder {
  /** What quotations are compared with, read on first use; undefined where there is nothing to quote from. */
  readonly authority: () => Authority | undefined;
}
