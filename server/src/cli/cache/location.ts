import fs from 'node:fs';
import path from 'node:path';
import { begunFile, removeQuietly, sweepBegun } from '../../files/whole.ts';
import { describeWriteError } from '../../files/write.ts';

/** Where the cache is unless said otherwise: in the working directory, beside the drafts whose text it holds. */
export const DEFAULT_LOCATION = '.hegao-cache';

const TAG = 'Signature: 8a477f597d28d172789f06886806bc55\n# https://bford.info/cachedir/\n';

/**
 * Makes the folder of a cache, readable by its user alone, left out of version control and of backups. Why it cannot
 * be used, as a Chinese phrase.
 */
export function prepareLocation(folder: string): string | undefined {
  try {
    // A folder that was there before may hold other things, of which version control is to know.
    if (!fs.existsSync(folder)) make(folder);
    if (!fs.statSync(folder).isDirectory()) return '这是文件，不是文件夹';
    fs.accessSync(folder, fs.constants.W_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST'
      ? '这是文件，不是文件夹'
      : describeWriteError(error);
  }
}

/** Makes the folder beside its place and puts it there with what belongs in it: drafts are never kept in one that is not left out. */
function make(folder: string): void {
  fs.mkdirSync(path.dirname(folder), { recursive: true });
  sweepBegun(path.dirname(folder));
  const begun = begunFile(folder);
  try {
    fs.mkdirSync(begun, { mode: 0o700 });
    fs.writeFileSync(path.join(begun, '.gitignore'), '*\n');
    fs.writeFileSync(path.join(begun, 'CACHEDIR.TAG'), TAG);
    fs.renameSync(begun, folder);
  } catch (error) {
    removeQuietly(begun);
    // Another run may have made it meanwhile.
    if (!fs.existsSync(folder)) throw error;
  }
}
