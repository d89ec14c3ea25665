import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { removeQuietly } from '../../files/whole.ts';

/** Entries by name, each of two parts of JSON; safe to use from several processes at once. */
export interface Store {
  /** What is kept under a key; undefined where there is none, or none that is whole and of this key. */
  readonly get: (key: string) => Kept | undefined;
  /** Keeps an entry, whole or not at all; that it cannot be kept is no error. */
  readonly put: (key: string, first: unknown, second: unknown) => void;
}

/** An entry; its second part is read when it is asked for. */
export interface Kept {
  readonly first: unknown;
  readonly second: () => unknown;
}

const MAGIC = 'hegao-cache';
const DAY = 24 * 60 * 60 * 1000;

/** Where the entry of a key stands in a cache. */
export function entryFile(folder: string, key: string): string {
  return path.join(folder, key.slice(0, 2), `${key.slice(2)}.json`);
}

/** Opens a cache; its folder is made with the first entry. */
export function openStore(folder: string): Store {
  let written = 0;
  return {
    get(key) {
      try {
        const file = entryFile(folder, key);
        const kept = parse(key, fs.readFileSync(file));
        if (kept) touch(file);
        return kept;
      } catch {
        return undefined;
      }
    },
    put(key, first, second) {
      const file = entryFile(folder, key);
      const begun = `${file}.${process.pid}-${process.hrtime.bigint()}-${written++}.tmp`;
      try {
        const content = format(key, first, second);
        fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
        fs.writeFileSync(begun, content, { mode: 0o600, flag: 'wx' });
        fs.renameSync(begun, file);
      } catch {
        // A full disk or a folder without write permission: the next run is as slow as this one.
        removeQuietly(begun);
      }
    },
  };
}

/** One line that says whose entry it is, how long its first part is and what its bytes come to; then the parts. */
function format(key: string, first: unknown, second: unknown): Buffer {
  const [one, other] = [Buffer.from(JSON.stringify(first)), Buffer.from(JSON.stringify(second))];
  const body = Buffer.concat([one, other]);
  return Buffer.concat([Buffer.from(`${MAGIC} ${key} ${one.length} ${sum(body)}\n`), body]);
}

function parse(key: string, bytes: Buffer): Kept | undefined {
  const end = bytes.indexOf(0x0a);
  const [magic, own, length, expected] = bytes.toString('latin1', 0, Math.max(0, end)).split(' ');
  const body = bytes.subarray(end + 1);
  if (magic !== MAGIC || own !== key || expected !== sum(body)) return undefined;
  const at = Number(length);
  return {
    first: JSON.parse(body.toString('utf8', 0, at)),
    second: () => JSON.parse(body.toString('utf8', at)),
  };
}

function sum(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Notes that an entry is in use, once a day. */
function touch(file: string): void {
  const { mtimeMs } = fs.statSync(file);
  if (Date.now() - mtimeMs > DAY) fs.utimesSync(file, new Date(), new Date());
}
