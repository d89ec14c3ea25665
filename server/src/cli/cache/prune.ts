import fs from 'node:fs';
import path from 'node:path';

const DAY = 24 * 60 * 60 * 1000;
/** Entries that no run has used for so long go. */
const UNUSED_DAYS = 30;
/** Beyond so many bytes the longest unused go. */
const LARGEST = 512 * 1024 * 1024;

const FOLDER = /^[0-9a-f]{2}$/;
const ENTRY = /^[0-9a-f]{62}\.json$/;
const BEGUN = /^[0-9a-f]{62}\.json\.\d+-\d+-\d+\.tmp$/;
/** Its time says when the cache was last looked through. */
const STAMP = '.pruned';

interface Held {
  readonly file: string;
  readonly size: number;
  readonly used: number;
}

/** Takes out of a cache what is no longer of use; looks through it once a day, and touches no other file. Nothing is thrown. */
export function prune(folder: string, now: number = Date.now(), largest: number = LARGEST): void {
  try {
    const stamp = path.join(folder, STAMP);
    const last = fs.statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (!fs.existsSync(folder) || now - last < DAY) return;
    fs.writeFileSync(stamp, '');
    let size = 0;
    for (const entry of entries(folder, now).sort((a, b) => b.used - a.used)) {
      size += entry.size;
      if (size > largest || now - entry.used > UNUSED_DAYS * DAY) fs.rmSync(entry.file, { force: true });
    }
  } catch {
    // Another run is at it, or the folder may not be written to: the next one will.
  }
}

/** The whole entries of a cache; what a run that was killed has left behind goes on the way. */
function entries(folder: string, now: number): Held[] {
  const held: Held[] = [];
  for (const name of fs.readdirSync(folder).filter((one) => FOLDER.test(one))) {
    for (const own of fs.readdirSync(path.join(folder, name))) {
      const file = path.join(folder, name, own);
      const stats = fs.statSync(file, { throwIfNoEntry: false });
      if (!stats?.isFile()) continue;
      if (ENTRY.test(own)) held.push({ file, size: stats.size, used: stats.mtimeMs });
      else if (BEGUN.test(own) && now - stats.mtimeMs > DAY) fs.rmSync(file, { force: true });
    }
  }
  return held;
}
