import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Runs while no other process writes to the archive; readers need no lock. A lock whose process has died is taken over.
 * @throws a Chinese reason where another process writes
 */
export async function withLock<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const file = path.join(folder, 'lock');
  take(file);
  try {
    return await run();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function take(file: string): void {
  const own = JSON.stringify({ pid: process.pid, host: os.hostname() });
  for (let tries = 0; tries < 2; tries++) {
    try {
      fs.writeFileSync(file, own, { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isHeld(file)) break;
      fs.rmSync(file, { force: true });
    }
  }
  throw new Error(`另一个程序正在写这个档案，请稍后再试；如确无其他程序，请删去 ${file}`);
}

function isHeld(file: string): boolean {
  let holder: { readonly pid?: number; readonly host?: string };
  try {
    holder = JSON.parse(fs.readFileSync(file, 'utf8')) as typeof holder;
  } catch {
    // The holder may just have made the file, or left it empty when it died: a while tells which.
    return Date.now() - modified(file) < 10_000;
  }
  if (holder.host !== os.hostname() || holder.pid === undefined) return true;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function modified(file: string): number {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
