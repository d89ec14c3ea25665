import fs from 'node:fs';
import path from 'node:path';
import { findFiles } from '../files/find.ts';
import { describeReadError } from '../files/read.ts';
import { withLock } from './lock.ts';
import type { Root } from './manifest.ts';
import { hashOf, takeIn } from './take-in.ts';
import { type ArchiveWriter, openWriter } from './writer.ts';

/** What a run has done to an archive. */
export interface Outcome {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
  /** Full paths of files that carry the mark of a secret document. */
  readonly classified: readonly string[];
  readonly failures: readonly { readonly path: string; readonly failure: string }[];
  /** It was stopped before the end; what it had committed stays. */
  readonly stopped: boolean;
}

/** How a run is watched and stopped. */
export interface Watch {
  readonly progress: (done: number, total: number) => void;
  readonly stopped: () => boolean;
  /** Characters after which a run commits what it has. */
  readonly batch?: number;
}

const BATCH = 4_000_000;

/** Adds folders and files to an archive, new, changed and vanished files alike. @throws a Chinese reason */
export async function addToArchive(folder: string, roots: readonly Root[], watch: Watch): Promise<Outcome> {
  fs.mkdirSync(folder, { recursive: true });
  return withLock(folder, async () => {
    const writer = openWriter(folder);
    const others = writer.roots().filter(({ path }) => !roots.some((root) => root.path === path));
    writer.setRoots([...others, ...roots]);
    return takeInRoots(writer, roots, watch);
  });
}

/** Looks again through everything that was ever added. @throws a Chinese reason */
export async function updateArchive(folder: string, watch: Watch): Promise<Outcome> {
  return withLock(folder, async () => {
    const writer = openWriter(folder);
    return takeInRoots(writer, writer.roots(), watch);
  });
}

/** Takes folders and files out of an archive; settles with the number of documents removed. @throws a Chinese reason */
export async function removeFromArchive(folder: string, paths: readonly string[]): Promise<number> {
  return withLock(folder, async () => {
    const writer = openWriter(folder);
    const named = (file: string) => paths.some((given) => isWithin(given, file));
    const gone = writer.paths().filter(named);
    for (const file of gone) writer.remove(file);
    writer.setRoots(writer.roots().filter((root) => !named(root.path)));
    writer.commit();
    writer.tidy();
    return gone.length;
  });
}

async function takeInRoots(writer: ArchiveWriter, roots: readonly Root[], watch: Watch): Promise<Outcome> {
  const counts = { added: 0, changed: 0, removed: 0, same: 0 };
  const classified: string[] = [];
  const failures: { readonly path: string; readonly failure: string }[] = [];
  const { files, failures: unfound } = await filesOf(roots);
  failures.push(...unfound);
  let [done, stopped] = [0, false];
  for (const [file, authority] of files) {
    // Signals arrive between two turns of the event loop only.
    if (done % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
    stopped = watch.stopped();
    if (stopped) break;
    watch.progress(done++, files.size);
    await takeInFile(file, authority);
    if (writer.waiting() >= (watch.batch ?? BATCH)) writer.commit();
  }
  if (!stopped) {
    for (const file of writer.paths()) {
      const looked = roots.some((root) => isWithin(root.path, file));
      if (files.has(file) || !looked || unfound.some((place) => isWithin(place.path, file))) continue;
      writer.remove(file);
      counts.removed++;
    }
  }
  writer.commit();
  watch.progress(done, files.size);
  writer.tidy();
  return { ...counts, classified, failures, stopped };

  async function takeInFile(file: string, authority: boolean): Promise<void> {
    const known = writer.entryOf(file);
    const bytes = readBytes(file);
    if ('failure' in bytes) {
      failures.push({ path: file, failure: bytes.failure });
      return;
    }
    if (known?.hash === hashOf(bytes.bytes) && known.authority === authority) {
      counts.same++;
      return;
    }
    const taken = await takeIn(file, bytes.bytes, authority);
    if ('document' in taken) {
      writer.put(taken.document);
      if (known) counts.changed++;
      else counts.added++;
      return;
    }
    if (known) writer.remove(file);
    if ('failure' in taken) failures.push({ path: file, failure: taken.failure });
    else classified.push(file);
  }
}

function readBytes(file: string): { readonly bytes: Uint8Array } | { readonly failure: string } {
  try {
    return { bytes: fs.readFileSync(file) };
  } catch (error) {
    return { failure: describeReadError(error) };
  }
}

/** Full path → whether it may be quoted from; the root that was added last decides. */
async function filesOf(roots: readonly Root[]): Promise<{
  readonly files: ReadonlyMap<string, boolean>;
  readonly failures: readonly { readonly path: string; readonly failure: string }[];
}> {
  const files = new Map<string, boolean>();
  const failures: { readonly path: string; readonly failure: string }[] = [];
  for (const { path: root, authority } of roots) {
    const isFolder = fs.statSync(root, { throwIfNoEntry: false })?.isDirectory() === true;
    for (const found of await findFiles(isFolder ? ['.'] : [root], isFolder ? root : path.dirname(root))) {
      const file = path.resolve(isFolder ? root : path.dirname(root), found.path);
      if (found.failure === undefined) files.set(file, authority);
      else failures.push({ path: file, failure: found.failure });
    }
  }
  return { files, failures };
}

function isWithin(folder: string, file: string): boolean {
  const below = path.relative(folder, file);
  return below === '' || (!below.startsWith('..') && !path.isAbsolute(below));
}
