import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** How bytes are put in a place. */
export interface Putting {
  /** Asked before the file is put in its place; what it answers is why it is not to be. */
  readonly ready?: () => string | undefined;
  /** Mode of a file that was not there. */
  readonly mode?: number;
  /** Nothing may be there: EEXIST is thrown otherwise. */
  readonly isNew?: boolean;
}

/**
 * Puts bytes in the place of a file, so that whatever happens the old file or the new one stands there, never half of
 * one: they are written beside it, made lasting, and renamed. A run that was killed leaves at most the file beside,
 * `.NAME.….hegao-tmp`; `sweepBegun` takes such ones away.
 * A pipe or a device is written to as it stands. Gives back what `ready` has against it.
 * @throws the error of the file system; nothing is left behind then
 */
export function putWhole(
  file: string,
  parts: Iterable<Uint8Array>,
  { ready, mode = 0o666, isNew = false }: Putting = {},
): string | undefined {
  const there = fs.statSync(file, { throwIfNoEntry: false });
  if (there && isNew) throw failure('EEXIST');
  if (there?.isDirectory()) throw failure('EISDIR');
  if (there && !there.isFile()) return putInto(file, parts);
  const target = there ? fs.realpathSync(file) : file;
  const begun = begunFile(target);
  let isBegun = false;
  try {
    const fd = fs.openSync(begun, 'wx', there === undefined ? mode : there.mode & 0o7777);
    isBegun = true;
    try {
      for (const part of parts) writeAll(fd, part);
      if (there) fs.fchmodSync(fd, there.mode & 0o7777);
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
    const refusal = ready?.();
    if (refusal !== undefined) return refusal;
    if (isNew) putNew(begun, target);
    else {
      fs.renameSync(begun, target);
      isBegun = false;
    }
  } finally {
    if (isBegun) removeQuietly(begun);
  }
  syncFolder(path.dirname(target));
  return undefined;
}

/** Gives a file its name unless one of that name has come to be there meanwhile. */
function putNew(begun: string, target: string): void {
  try {
    fs.linkSync(begun, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const hasNoLinks = code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EOPNOTSUPP';
    if (!hasNoLinks || fs.existsSync(target)) throw error;
    fs.renameSync(begun, target);
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function putInto(file: string, parts: Iterable<Uint8Array>): undefined {
  const fd = fs.openSync(file, 'w');
  try {
    for (const part of parts) writeAll(fd, part);
  } finally {
    fs.closeSync(fd);
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(fd, bytes, at, bytes.length - at);
}

/** Makes the names in a folder lasting; some systems cannot, and need not. */
function syncFolder(folder: string): void {
  try {
    const fd = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  } catch {
    // What was renamed is whole all the same.
  }
}

const ENDING = '.hegao-tmp';
/** Characters of a name that are kept: a name may have 255 bytes, and a character four of them. */
const NAME_KEPT = 24;
/** Milliseconds after which what another computer began is given up. */
const GIVEN_UP = 24 * 3600 * 1000;

/** `.讲话稿.txt.4f1d0c.1234.hegao-tmp`: the file, this computer in short, the process. */
export function begunFile(target: string): string {
  const name = [...path.basename(target)].slice(0, NAME_KEPT).join('');
  return path.join(path.dirname(target), `.${name}.${hostMark()}.${process.pid}${ENDING}`);
}

function hostMark(): string {
  return createHash('sha256').update(os.hostname()).digest('hex').slice(0, 6);
}

/** Takes away what runs that have died began in a folder. Nothing is thrown: it is no loss if it stays. */
export function sweepBegun(folder: string): void {
  const here = hostMark();
  for (const name of namesIn(folder)) {
    if (!name.endsWith(ENDING)) continue;
    const [host, pid] = name.slice(0, -ENDING.length).split('.').slice(-2);
    const file = path.join(folder, name);
    const isOver = host === here ? !isAlive(Number(pid)) : age(file) > GIVEN_UP;
    if (isOver) removeQuietly(file);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function age(file: string): number {
  const modified = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return modified === undefined ? 0 : Date.now() - modified;
}

/** Whether a process of this computer runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Removes a file, or a folder, if that is possible. */
export function removeQuietly(file: string): void {
  try {
    fs.rmSync(file, { force: true, recursive: true });
  } catch {
    // Whoever writes in the folder next tries again.
  }
}
