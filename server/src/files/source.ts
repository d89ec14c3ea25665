import path from 'node:path';
import type { DraftKind, Extras } from '../draft/types.ts';
import { sniff } from '../word/foreign.ts';
import type { WordDocument } from '../word/types.ts';
import { decode, type Undecodable } from './decode.ts';
import { readBytes } from './read.ts';

/** A draft as its file has it: a text, or what a Word file shows. */
export interface Source {
  readonly text: string;
  readonly kind: DraftKind;
  /** What the file says of its text beyond the characters. */
  readonly extras: Extras;
  /** Where it is from, if from a Word file. */
  readonly word?: WordDocument;
}

/** Reads a file that holds a draft. A failure is one Chinese phrase that can follow the file's name and a colon. */
export async function readSource(file: string): Promise<Source | Undecodable> {
  const bytes = readBytes(file);
  return 'failure' in bytes ? bytes : sourceOf(bytes, path.basename(file));
}

/** The draft in the bytes of a file; Word files are told by their bytes, Markdown by its name. */
export async function sourceOf(bytes: Uint8Array, name: string): Promise<Source | Undecodable> {
  const sniffed = sniff(bytes, name);
  if (typeof sniffed === 'object') return sniffed;
  if (sniffed === 'other') {
    const decoded = decode(bytes);
    return 'failure' in decoded ? decoded : { text: decoded.text, kind: kindOf(name), extras: {} };
  }
  const { readWord } = await import('../word/index.ts');
  const word = readWord(bytes);
  return 'failure' in word ? word : { text: word.text, kind: 'text', extras: word, word };
}

/** How a text is read, by its name. */
export function kindOf(name: string): DraftKind {
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text';
}
