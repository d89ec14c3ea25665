import crypto from 'node:crypto';
import { isClassified } from '../draft/classified.ts';
import { readDraft } from '../draft/read.ts';
import { normalise } from '../facts/passages/normal.ts';
import { storeDraft } from '../facts/passages/stored.ts';
import { SHORTEST, winnow } from '../facts/passages/winnow.ts';
import { sourceOf } from '../files/source.ts';
import { packDraft } from './format.ts';
import type { NewDocument } from './write-segment.ts';

/** A file made ready for the archive, or why it is not taken in. */
export type TakenIn =
  | { readonly document: NewDocument }
  | { readonly classified: true }
  | { readonly failure: string };

/** Hash by which a file is known to be the same. */
export function hashOf(bytes: Uint8Array): string {
  return crypto.createHash('sha256').update(bytes).digest('base64').slice(0, 22);
}

/** Reads a file for the archive: its speeches, their paragraphs, the fingerprints. Secret documents are refused. */
export async function takeIn(path: string, bytes: Uint8Array, authority: boolean): Promise<TakenIn> {
  const decoded = await sourceOf(bytes, path);
  if ('failure' in decoded) return { failure: decoded.failure };
  if (isClassified(decoded.text)) return { classified: true };
  const draft = readDraft(decoded.text, decoded.kind, decoded.extras);
  const stored = storeDraft(draft, authority ? 1 : SHORTEST);
  const all = stored.speeches.flatMap(({ paragraphs }) => paragraphs);
  const hashes: number[] = [];
  const paragraphs: number[] = [];
  all.forEach(({ text }, i) => {
    for (const hash of new Set(winnow(normalise(text).codes).hashes)) {
      hashes.push(hash);
      paragraphs.push(i);
    }
  });
  const { title, year } = stored.speeches.find((speech) => speech.title !== '') ?? stored.speeches[0]!;
  const entry = {
    path,
    hash: hashOf(bytes),
    title,
    ...(year === undefined ? {} : { year }),
    authority,
    characters: decoded.text.length,
    paragraphs: all.length,
  };
  return { document: { entry, packed: packDraft(stored), hashes, paragraphs } };
}
