import { writeWhole } from './disk.ts';
import { BLOCK, type DocumentEntry, type HeldEntry, packHead, packTable } from './format.ts';
import type { Segment } from './segment.ts';

/** A document ready to be written. */
export interface NewDocument {
  readonly entry: DocumentEntry;
  readonly packed: Uint8Array;
  /** For each fingerprint its hash, and the index of its paragraph in the document. */
  readonly hashes: readonly number[];
  readonly paragraphs: readonly number[];
}

/** Writes documents as one segment. */
export function writeDocuments(file: string, documents: readonly NewDocument[]): void {
  const entries = withPlaces(documents.map(({ entry, packed }) => ({ entry, bytes: packed.length })));
  const total = documents.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const pairs = new Float64Array(total);
  let count = 0;
  documents.forEach(({ hashes, paragraphs }, i) => {
    const { first } = entries[i]!;
    for (let k = 0; k < hashes.length; k++) pairs[count++] = hashes[k]! * 0x200000 + first + paragraphs[k]!;
  });
  pairs.sort();
  const hashes = new Uint32Array(total);
  const paragraphs = new Uint32Array(total);
  for (let i = 0; i < total; i++) {
    hashes[i] = Math.floor(pairs[i]! / 0x200000);
    paragraphs[i] = pairs[i]! % 0x200000;
  }
  write(
    file,
    entries,
    hashes,
    paragraphs,
    documents.map(({ packed }) => packed),
  );
}

/** A part of a merge: the documents of a segment that still count. */
export interface MergePart {
  readonly segment: Segment;
  readonly removed: ReadonlySet<number>;
}

/** Writes several segments, oldest first, as one, without the documents that no longer count. */
export function mergeSegments(file: string, parts: readonly MergePart[]): void {
  const kept = parts.flatMap(({ segment, removed }, part) =>
    segment.entries.flatMap((entry, document) => (removed.has(document) ? [] : [{ part, document, entry }])),
  );
  const entries = withPlaces(kept.map(({ entry }) => ({ entry, bytes: entry.bytes })));
  const firsts = parts.map(({ segment }) => new Int32Array(segment.entries.length).fill(-1));
  kept.forEach(({ part, document }, i) => {
    firsts[part]![document] = entries[i]!.first;
  });
  const { hashes, paragraphs } = mergePostings(parts, firsts);
  write(file, entries, hashes, paragraphs, texts());

  function* texts(): Generator<Uint8Array> {
    for (const { part, document } of kept) yield parts[part]!.segment.packed(document);
  }
}

/** Runs over the sorted postings of all parts at once; `firsts` tells where a document's paragraphs begin now, -1 for none. */
function mergePostings(
  parts: readonly MergePart[],
  firsts: readonly Int32Array[],
): { readonly hashes: Uint32Array; readonly paragraphs: Uint32Array } {
  const all = parts.map(({ segment }) => segment.all());
  const total = all.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const hashes = new Uint32Array(total);
  const paragraphs = new Uint32Array(total);
  const at = new Uint32Array(parts.length);
  let count = 0;
  for (let done = 0; done < total; done++) {
    let least = -1;
    for (let part = 0; part < all.length; part++) {
      const own = all[part]!.hashes;
      if (at[part]! < own.length && (least < 0 || own[at[part]!]! < all[least]!.hashes[at[least]!]!))
        least = part;
    }
    const place = at[least]!;
    at[least] = place + 1;
    const { segment } = parts[least]!;
    const old = all[least]!.paragraphs[place]!;
    const document = segment.documentOf(old);
    const first = firsts[least]![document]!;
    if (first < 0) continue;
    hashes[count] = all[least]!.hashes[place]!;
    paragraphs[count++] = first + old - segment.entries[document]!.first;
  }
  return { hashes: hashes.subarray(0, count), paragraphs: paragraphs.subarray(0, count) };
}

function withPlaces(
  documents: readonly { readonly entry: DocumentEntry; readonly bytes: number }[],
): readonly HeldEntry[] {
  let [first, at] = [0, 0];
  return documents.map(({ entry, bytes }) => {
    const held = { ...entry, first, at, bytes };
    first += entry.paragraphs;
    at += bytes;
    return held;
  });
}

function write(
  file: string,
  entries: readonly HeldEntry[],
  hashes: Uint32Array,
  paragraphs: Uint32Array,
  texts: Iterable<Uint8Array>,
): void {
  const samples = Uint32Array.from(
    { length: Math.ceil(hashes.length / BLOCK) },
    (_, i) => hashes[i * BLOCK]!,
  );
  const table = packTable(entries);
  const textBytes = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const head = packHead({
    postings: hashes.length,
    samples: samples.length,
    tableBytes: table.length,
    textBytes,
  });
  writeWhole(file, pieces());

  function* pieces(): Generator<Uint8Array> {
    yield head;
    for (const numbers of [samples, hashes, paragraphs])
      yield new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    yield table;
    yield* texts;
  }
}
