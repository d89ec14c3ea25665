import fs from 'node:fs';
import path from 'node:path';
import { createAuthority } from '../facts/passages/authority.ts';
import { type Archive, type Candidate, MOST_PLACES } from '../facts/passages/finder.ts';
import type { Fingerprints } from '../facts/passages/winnow.ts';
import { createDocumentMemory } from './documents.ts';
import type { HeldEntry } from './format.ts';
import { type Manifest, manifestFile, readManifest } from './manifest.ts';
import { openSegment, type Segment } from './segment.ts';

/** An archive open for reading. What others write meanwhile is seen after `refresh`. */
export interface ArchiveReader extends Archive {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly documents: () => Iterable<HeldEntry>;
  /** Postings of all segments, for the statistics. */
  readonly postings: () => number;
  readonly close: () => void;
}

interface Part {
  readonly segment: Segment;
  readonly removed: ReadonlySet<number>;
}

/** Opens an archive; undefined where there is none. @throws a Chinese reason where it cannot be read */
export function openArchive(folder: string): ArchiveReader | undefined {
  for (let tries = 0; ; tries++) {
    const manifest = readManifest(folder);
    if (!manifest) return undefined;
    const parts: Part[] = [];
    try {
      for (const { file, removed } of manifest.segments)
        parts.push({ segment: openSegment(path.join(folder, file)), removed: new Set(removed) });
      return createReader(folder, manifest, parts);
    } catch (error) {
      for (const { segment } of parts) segment.close();
      // A segment that was merged away since the manifest was read: the newer manifest names others.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries >= 5) throw error;
    }
  }
}

/** What tells one state of an archive from another; empty where there is none. */
export function archiveState(folder: string): string {
  const stat = fs.statSync(manifestFile(folder), { throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeMs}` : '';
}

function createReader(folder: string, manifest: Manifest, parts: readonly Part[]): ArchiveReader {
  const memory = createDocumentMemory();
  let authority: { readonly value: ReturnType<typeof readAuthority> } | undefined;
  let last: { readonly prints: Fingerprints; readonly found: readonly Candidate[] } | undefined;

  function* documents(): Generator<HeldEntry> {
    for (const { segment, removed } of parts)
      for (const [i, entry] of segment.entries.entries()) if (!removed.has(i)) yield entry;
  }

  function search(prints: Fingerprints): readonly Candidate[] {
    const found = parts.flatMap((part) => searchPart(part, prints));
    return found.sort((a, b) => b.common.size - a.common.size || newestFirst(a.entry, b.entry));
  }

  function searchPart({ segment, removed }: Part, { hashes }: Fingerprints): readonly Found[] {
    const commons = new Map<number, Set<number>>();
    for (const hash of new Set(hashes)) {
      for (const paragraph of segment.paragraphsWith(hash, MOST_PLACES)) {
        const common = commons.get(paragraph);
        if (common) common.add(hash);
        else commons.set(paragraph, new Set([hash]));
      }
    }
    return [...commons].flatMap(([paragraph, common]) => {
      const document = segment.documentOf(paragraph);
      if (removed.has(document)) return [];
      const entry = segment.entries[document]!;
      return [memory.candidate(segment, document, paragraph - entry.first, entry, common)];
    });
  }

  return {
    folder,
    manifest,
    documents,
    postings: () => parts.reduce((sum, { segment }) => sum + segment.postings, 0),
    like(prints) {
      if (last?.prints !== prints) last = { prints, found: search(prints) };
      return last.found;
    },
    authority() {
      authority ??= { value: readAuthority(parts) };
      return authority.value;
    },
    close() {
      for (const { segment } of parts) segment.close();
    },
  };
}

type Found = ReturnType<ReturnType<typeof createDocumentMemory>['candidate']>;

function newestFirst(a: HeldEntry, b: HeldEntry): number {
  const [from, to] = [a.year ?? '', b.year ?? ''];
  return from > to ? -1 : from < to ? 1 : a.path < b.path ? -1 : 1;
}

function readAuthority(parts: readonly Part[]): ReturnType<typeof createAuthority> | undefined {
  const drafts = parts.flatMap(({ segment, removed }) =>
    segment.entries.flatMap(({ path, authority }, i) =>
      authority && !removed.has(i) ? [{ path, draft: segment.draft(i) }] : [],
    ),
  );
  return drafts.length === 0 ? undefined : createAuthority(drafts);
}
