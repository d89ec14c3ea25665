import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import { isAlive, removeQuietly } from './whole.ts';

/** A lock that is held. */
export interface Lock {
  /** Whether nobody took it away meanwhile; to be asked before what it protects is changed. */
  readonly isMine: () => boolean;
  readonly release: () => void;
}

/** Milliseconds after which a lock that says nothing is of a process that died while it made it. */
const EMPTY = 1000;
const PAUSE = 20;

/**
 * Takes a lock: a file that is there while one process changes another file. The lock of a process that has died is
 * taken over. Undefined where another process still holds it after so many milliseconds.
 * @throws errors of the file system
 */
export function takeLock(file: string, patience: number): Lock | undefined {
  const own = JSON.stringify({ pid: process.pid, host: os.hostname(), id: randomUUID() });
  const until = Date.now() + patience;
  while (!create(file, own)) {
    const held = read(file);
    if (held === undefined) continue;
    const state = stateOf(file, held);
    if (state === 'over') evict(file, held);
    else if (state === 'held' && Date.now() >= until) return undefined;
    else pause();
  }
  const isMine = () => read(file) === own;
  return {
    isMine,
    release() {
      if (isMine()) removeQuietly(file);
    },
  };
}

function create(file: string, own: string): boolean {
  let fd: number;
  try {
    fd = fs.openSync(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    try {
      fs.writeSync(fd, own);
    } finally {
      fs.closeSync(fd);
    }
  } catch (error) {
    removeQuietly(file);
    throw error;
  }
  return true;
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function stateOf(file: string, held: string): 'held' | 'begun' | 'over' {
  let holder: { readonly pid?: number; readonly host?: string };
  try {
    holder = JSON.parse(held) as typeof holder;
  } catch {
    const modified = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return Date.now() - modified < EMPTY ? 'begun' : 'over';
  }
  if (holder.host !== os.hostname() || holder.pid === undefined) return 'held';
  return isAlive(holder.pid) ? 'held' : 'over';
}

/** Removes a lock of the dead; one that was made in its place since it was judged is put back. */
function evict(file: string, judged: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== judged) {
    try {
      fs.linkSync(aside, file);
    } catch {
      // Its holder sees before it changes anything that the lock is gone.
    }
  }
  fs.rmSync(aside, { force: true });
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
