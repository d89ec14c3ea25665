import fs from 'node:fs';
import path from 'node:path';
import { discard, writeWhole } from './disk.ts';
import { VERSION } from './format.ts';

/** What the archive consists of; writing it anew is what commits a change. */
export interface Manifest {
  readonly version: number;
  /** Number of the next segment. */
  readonly next: number;
  /** Oldest first. */
  readonly segments: readonly SegmentName[];
  /** What `update` looks through. */
  readonly roots: readonly Root[];
}

export interface SegmentName {
  readonly file: string;
  /** Indexes of the documents in it that no longer count. */
  readonly removed: readonly number[];
}

/** A folder or file that was added. */
export interface Root {
  readonly path: string;
  /** What is in it may be quoted from. */
  readonly authority: boolean;
}

const NAME = 'manifest.json';
export const EMPTY: Manifest = { version: VERSION, next: 1, segments: [], roots: [] };

/** Where the manifest of an archive stands. */
export function manifestFile(folder: string): string {
  return path.join(folder, NAME);
}

/** Reads what an archive consists of; undefined where there is none. @throws a Chinese reason */
export function readManifest(folder: string): Manifest | undefined {
  let text: string;
  try {
    text = fs.readFileSync(manifestFile(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`档案 ${folder} 无法读取：${(error as Error).message}`);
  }
  const manifest = parsed(text);
  if (!manifest) throw new Error(`档案 ${folder} 的 ${NAME} 已损坏，请删去这个文件夹后重新收录`);
  if (manifest.version !== VERSION) {
    const what = `档案 ${folder} 是另一版本的程序建的（${manifest.version}，本程序为${VERSION}）`;
    throw new Error(`${what}，请删去这个文件夹后重新收录`);
  }
  return manifest;
}

function parsed(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Every name is one of a file in the folder itself: an archive may come from elsewhere, and what it names is read and removed. */
function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value) || !Array.isArray(value.segments) || !Array.isArray(value.roots)) return false;
  if (value.version !== VERSION) return true;
  return (
    Number.isSafeInteger(value.next) &&
    value.segments.every(
      (segment: unknown) =>
        isRecord(segment) &&
        typeof segment.file === 'string' &&
        SEGMENT.test(segment.file) &&
        Array.isArray(segment.removed) &&
        segment.removed.every(Number.isSafeInteger),
    ) &&
    value.roots.every((root: unknown) => isRecord(root) && typeof root.path === 'string')
  );
}

const SEGMENT = /^\d{1,20}\.seg$/;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Commits a change. @throws errors of the file system */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeWhole(manifestFile(folder), [Buffer.from(`${JSON.stringify(manifest)}\n`)]);
}

/** Removes what a crash or an earlier change has left; only whoever holds the lock may. */
export function sweep(folder: string, { segments }: Manifest): void {
  const kept = new Set(segments.map(({ file }) => file));
  for (const name of fs.readdirSync(folder)) {
    if (/\.(?:seg|tmp|hegao-tmp)$/.test(name) && !kept.has(name)) discard(path.join(folder, name));
  }
}
