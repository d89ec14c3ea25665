import fs from 'node:fs';
import path from 'node:path';
import { isBegun, putWhole, sweepBegun } from '../../files/whole.ts';

/** Where the cache is unless said otherwise: in the working directory, beside the drafts whose text it holds. */
export const DEFAULT_LOCATION = '.hegao-cache';

const TAG = 'Signature: 8a477f597d28d172789f06886806bc55\n# https://bford.info/cachedir/\n';

const OWN = [
  ['.gitignore', '*\n'],
  ['CACHEDIR.TAG', TAG],
] as const;

/**
 * Makes the folder of a cache, readable by its user alone, left out of version control and of backups. Why it cannot
 * be used, as a Chinese phrase.
 */
export function prepareLocation(folder: string): string | undefined {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    // A folder that was there before may hold other things, of which version control is to know.
    const names = fs.readdirSync(folder);
    if (names.every((name) => OWN.some(([own]) => own === name) || isBegun(name))) {
      sweepBegun(folder);
      for (const [name, content] of OWN) putWhole(path.join(folder, name), [Buffer.from(content)]);
    }
    fs.accessSync(folder, fs.constants.W_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST' ? '这是文件，不是文件夹' : '没有写入权限';
  }
}
