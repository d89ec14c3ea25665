import path from 'node:path';
import { takeLock } from '../files/lock.ts';

/**
 * Runs while no other process writes to the archive; readers need no lock. A lock whose process has died is taken over.
 * @throws a Chinese reason where another process writes
 */
export async function withLock<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const file = path.join(folder, 'lock');
  const lock = takeLock(file, 0);
  if (!lock) throw new Error(`另一个程序正在写这个档案，请稍后再试；如确无其他程序，请删去 ${file}`);
  try {
    return await run();
  } finally {
    lock.release();
  }
}
