import zlib from 'node:zlib';
import type { StoredDraft } from '../facts/passages/stored.ts';

/** Of everything in the folder. An archive of another version is built anew by the user. */
export const VERSION = 1;

/** What is known of a document without reading it. */
export interface DocumentEntry {
  /** Full path of the file when it was taken in. */
  readonly path: string;
  /** Hash of its bytes. */
  readonly hash: string;
  readonly title: string;
  readonly year?: string;
  /** It may be quoted from. */
  readonly authority: boolean;
  readonly characters: number;
  /** Paragraphs that are kept, over all its speeches. */
  readonly paragraphs: number;
}

/** A document as a segment lists it. */
export interface HeldEntry extends DocumentEntry {
  /** Number in the segment of its first paragraph. */
  readonly first: number;
  /** Where its packed text stands in the file. */
  readonly at: number;
  readonly bytes: number;
}

/** Postings in a block; the first hash of each block is sampled. */
export const BLOCK = 256;

/**
 * A segment is one file that never changes: this head, the sampled hashes, all hashes in ascending order, the numbers
 * of the paragraphs they stand in, the table of documents, the packed documents. All numbers are little-endian.
 */
export interface Head {
  readonly postings: number;
  readonly samples: number;
  readonly tableBytes: number;
  readonly textBytes: number;
}

export const HEAD_BYTES = 32;
const MAGIC = 0x41474548;

/** Writes the head of a segment. */
export function packHead({ postings, samples, tableBytes, textBytes }: Head): Buffer {
  const out = Buffer.alloc(HEAD_BYTES);
  [MAGIC, VERSION, postings, samples, tableBytes].forEach((value, i) => {
    out.writeUInt32LE(value, i * 4);
  });
  out.writeDoubleLE(textBytes, 24);
  return out;
}

/** Reads the head of a segment; undefined where the file is no segment of this version or not of its full length. */
export function unpackHead(bytes: Buffer, fileBytes: number): Head | undefined {
  if (bytes.length < HEAD_BYTES || bytes.readUInt32LE(0) !== MAGIC) return undefined;
  if (bytes.readUInt32LE(4) !== VERSION) return undefined;
  const head = {
    postings: bytes.readUInt32LE(8),
    samples: bytes.readUInt32LE(12),
    tableBytes: bytes.readUInt32LE(16),
    textBytes: bytes.readDoubleLE(24),
  };
  return placesOf(head).end === fileBytes ? head : undefined;
}

/** Where each part of a segment begins. */
export function placesOf({ postings, samples, tableBytes, textBytes }: Head): {
  readonly samples: number;
  readonly hashes: number;
  readonly paragraphs: number;
  readonly table: number;
  readonly texts: number;
  readonly end: number;
} {
  const hashes = HEAD_BYTES + samples * 4;
  const paragraphs = hashes + postings * 4;
  const table = paragraphs + postings * 4;
  const texts = table + tableBytes;
  return { samples: HEAD_BYTES, hashes, paragraphs, table, texts, end: texts + textBytes };
}

/** A document as it is kept. */
export function packDraft(draft: StoredDraft): Buffer {
  return zlib.deflateRawSync(JSON.stringify(draft), { level: 2 });
}

/** The document that `packDraft` packed. */
export function unpackDraft(bytes: Uint8Array): StoredDraft {
  return JSON.parse(zlib.inflateRawSync(bytes).toString('utf8')) as StoredDraft;
}

/** The table of documents. */
export function packTable(entries: readonly HeldEntry[]): Buffer {
  return zlib.deflateRawSync(JSON.stringify(entries), { level: 2 });
}

/** The table that `packTable` packed. */
export function unpackTable(bytes: Uint8Array): readonly HeldEntry[] {
  return JSON.parse(zlib.inflateRawSync(bytes).toString('utf8')) as HeldEntry[];
}
