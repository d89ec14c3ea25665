import fs from 'node:fs';
import path from 'node:path';
import { discard } from './disk.ts';
import type { HeldEntry } from './format.ts';
import {
  EMPTY,
  type Manifest,
  type Root,
  readManifest,
  type SegmentName,
  sweep,
  writeManifest,
} from './manifest.ts';
import { openSegment, type Segment } from './segment.ts';
import { mergeSegments, type NewDocument, writeDocuments } from './write-segment.ts';

/** An archive open for writing; the caller holds its lock. Nothing counts before `commit`. */
export interface ArchiveWriter {
  readonly roots: () => readonly Root[];
  /** What is held of a file by its full path, as last committed or put. */
  readonly entryOf: (file: string) => Pick<HeldEntry, 'hash' | 'authority'> | undefined;
  /** Full paths of all documents held. */
  readonly paths: () => readonly string[];
  readonly put: (document: NewDocument) => void;
  readonly remove: (file: string) => void;
  readonly setRoots: (roots: readonly Root[]) => void;
  /** Characters put since the last commit. */
  readonly waiting: () => number;
  /** Makes lasting what was put and removed since the last commit, all of it or nothing. */
  readonly commit: () => void;
  /** Merges small segments, and rewrites those that hold removed documents, so that nothing of them is left on the disk. */
  readonly tidy: () => void;
}

interface Place {
  readonly segment: string;
  readonly index: number;
  readonly entry: Pick<HeldEntry, 'hash' | 'authority'>;
}

/** Segments that a build may leave behind before they are merged. */
const MOST_SEGMENTS = 24;
/** A segment is merged with the younger ones unless it is so many times as large as all of them. */
const RATIO = 4;

/** Opens an archive for writing, and makes it where there is none. @throws a Chinese reason */
export function openWriter(folder: string): ArchiveWriter {
  let manifest: Manifest = readManifest(folder) ?? EMPTY;
  sweep(folder, manifest);
  let waiting = new Map<string, NewDocument>();
  let gone = new Set<string>();
  const places = new Map<string, Place>();
  locate(manifest.segments);

  function locate(segments: readonly SegmentName[]): void {
    for (const { file, removed } of segments) {
      using(file, ({ entries }) => {
        const without = new Set(removed);
        entries.forEach((entry, index) => {
          if (!without.has(index)) places.set(entry.path, { segment: file, index, entry });
        });
      });
    }
  }

  function using<T>(file: string, use: (segment: Segment) => T): T {
    const segment = openSegment(path.join(folder, file));
    try {
      return use(segment);
    } finally {
      segment.close();
    }
  }

  function without(file: string): void {
    const place = places.get(file);
    if (!place) return;
    places.delete(file);
    const segments = manifest.segments.map((name) =>
      name.file === place.segment ? { ...name, removed: [...name.removed, place.index] } : name,
    );
    manifest = { ...manifest, segments };
  }

  function commit(): void {
    for (const file of gone) without(file);
    for (const file of waiting.keys()) without(file);
    if (waiting.size > 0) {
      const name = nextName();
      writeDocuments(path.join(folder, name), [...waiting.values()]);
      manifest = { ...manifest, segments: [...manifest.segments, { file: name, removed: [] }] };
      locate(manifest.segments.slice(-1));
    }
    waiting = new Map();
    gone = new Set();
    writeManifest(folder, manifest);
    if (manifest.segments.length > MOST_SEGMENTS) merge(manifest.segments);
  }

  function nextName(): string {
    const name = `${String(manifest.next).padStart(6, '0')}.seg`;
    manifest = { ...manifest, next: manifest.next + 1 };
    return name;
  }

  /** Replaces neighbouring segments by one that holds what still counts of them. */
  function merge(names: readonly SegmentName[]): void {
    const name = nextName();
    const parts = names.map(({ file, removed }) => ({
      segment: openSegment(path.join(folder, file)),
      removed: new Set(removed),
    }));
    try {
      mergeSegments(path.join(folder, name), parts);
    } finally {
      for (const { segment } of parts) segment.close();
    }
    const at = manifest.segments.indexOf(names[0]!);
    const segments = manifest.segments.toSpliced(at, names.length, { file: name, removed: [] });
    manifest = { ...manifest, segments };
    writeManifest(folder, manifest);
    for (const { file } of names) discard(path.join(folder, file));
    locate([{ file: name, removed: [] }]);
  }

  return {
    roots: () => manifest.roots,
    entryOf: (file) => waiting.get(file)?.entry ?? (gone.has(file) ? undefined : places.get(file)?.entry),
    paths: () => [...new Set([...places.keys(), ...waiting.keys()])].filter((file) => !gone.has(file)),
    put(document) {
      gone.delete(document.entry.path);
      waiting.set(document.entry.path, document);
    },
    remove(file) {
      waiting.delete(file);
      gone.add(file);
    },
    setRoots(roots) {
      manifest = { ...manifest, roots };
    },
    waiting: () => [...waiting.values()].reduce((sum, { entry }) => sum + entry.characters, 0),
    commit,
    tidy() {
      for (const name of manifest.segments) if (name.removed.length > 0) merge([name]);
      const young = youngToMerge(
        manifest.segments.map(({ file }) => fs.statSync(path.join(folder, file)).size),
      );
      if (young > 1) merge(manifest.segments.slice(-young));
    },
  };
}

/** How many of the youngest segments to make one of, so that each is much larger than all younger ones together. */
export function youngToMerge(sizes: readonly number[]): number {
  let [count, sum] = [0, 0];
  for (let i = sizes.length - 1; i >= 0; i--) {
    sum += sizes[i]!;
    const older = sizes[i - 1];
    if (older !== undefined && older < RATIO * sum) count = sizes.length - i + 1;
  }
  return count;
}
