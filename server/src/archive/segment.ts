import fs from 'node:fs';
import { firstWhere } from '../draft/halving.ts';
import type { StoredDraft } from '../facts/passages/stored.ts';
import { readAt, readNumbers } from './disk.ts';
import {
  BLOCK,
  HEAD_BYTES,
  type HeldEntry,
  placesOf,
  unpackDraft,
  unpackHead,
  unpackTable,
} from './format.ts';

/** An open segment. Reads go to the file; the samples and the table are held. */
export interface Segment {
  readonly file: string;
  readonly entries: readonly HeldEntry[];
  readonly postings: number;
  /** Numbers of the paragraphs in which a hash stands: the last `most` of them. */
  readonly paragraphsWith: (hash: number, most: number) => Uint32Array;
  /** Index of the document that holds a paragraph. */
  readonly documentOf: (paragraph: number) => number;
  readonly draft: (document: number) => StoredDraft;
  /** The whole of hashes and of paragraph numbers, for a merge. */
  readonly all: () => { readonly hashes: Uint32Array; readonly paragraphs: Uint32Array };
  /** The packed text of a document, for a merge. */
  readonly packed: (document: number) => Buffer;
  readonly close: () => void;
}

/** Opens a segment. @throws a Chinese reason where the file is damaged, an error of the file system where it cannot be read */
export function openSegment(file: string): Segment {
  const fd = fs.openSync(file, 'r');
  try {
    return readSegment(file, fd);
  } catch (error) {
    fs.closeSync(fd);
    throw error;
  }
}

function readSegment(file: string, fd: number): Segment {
  const { size } = fs.fstatSync(fd);
  const head = size < HEAD_BYTES ? undefined : unpackHead(readAt(fd, 0, HEAD_BYTES), size);
  if (!head) throw new Error(`档案文件 ${file} 已损坏，请删去档案文件夹后重新收录`);
  const places = placesOf(head);
  const { postings } = head;
  const samples = readNumbers(fd, places.samples, head.samples);
  const entries = unpackTable(readAt(fd, places.table, head.tableBytes));
  const hashesAt = (from: number, count: number) => readNumbers(fd, places.hashes + from * 4, count);
  const packed = (document: number): Buffer => {
    const { at, bytes } = entries[document]!;
    return readAt(fd, places.texts + at, bytes);
  };

  /** The postings of a hash: from the block before the first one that begins with it, to the end of them. */
  function rangeOf(hash: number): readonly [number, number] {
    let block = Math.max(0, firstAtLeast(samples, hash) - 1);
    let [start, end] = [-1, -1];
    for (; block < samples.length && samples[block]! <= hash; block++) {
      const from = block * BLOCK;
      const hashes = hashesAt(from, Math.min(BLOCK, postings - from));
      const first = firstAtLeast(hashes, hash);
      const after = firstAtLeast(hashes, hash + 1);
      if (first === after) continue;
      if (start < 0) start = from + first;
      end = from + after;
    }
    return [start, end];
  }

  return {
    file,
    entries,
    postings,
    paragraphsWith(hash, most) {
      const [start, end] = rangeOf(hash);
      if (start < 0) return NONE;
      const from = Math.max(start, end - most);
      return readNumbers(fd, places.paragraphs + from * 4, end - from);
    },
    documentOf: (paragraph) => firstWhere(entries.length - 1, (at) => entries[at + 1]!.first > paragraph),
    draft: (document) => unpackDraft(packed(document)),
    packed,
    all: () => ({
      hashes: hashesAt(0, postings),
      paragraphs: readNumbers(fd, places.paragraphs, postings),
    }),
    close: () => fs.closeSync(fd),
  };
}

const NONE = new Uint32Array(0);

/** Index of the first number that is not less; the length where all are. */
function firstAtLeast(numbers: Uint32Array, value: number): number {
  return firstWhere(numbers.length, (index) => numbers[index]! >= value);
}
