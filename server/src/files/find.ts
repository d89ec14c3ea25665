import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { hasExtension, isKeyName, KEY_REFUSED, SOURCE_EXTENSIONS } from './drafts.ts';
import { calmIgnoreLines, isHeavyGlob } from './glob-limits.ts';
import { describeKind, describeReadError } from './read.ts';

export { DRAFT_EXTENSIONS, SOURCE_EXTENSIONS } from './drafts.ts';

/** A file to check, or a name that leads to none. `path` is as given, or the given folder with the rest added. */
export interface Found {
  readonly path: string;
  /** The user named this very file, not a folder or glob that holds it. */
  readonly named: boolean;
  readonly failure?: string;
}

const GLOB_SIGN = /[*?{}[\]]|[!+@]\(/;

/**
 * The files that paths, folders and globs stand for, each once whatever links lead to it, in the order given and by
 * name within a folder. A folder stands for every draft below it that git does not ignore, links to folders below it
 * left aside; a name wins over `.gitignore`.
 * A glob that names no ending stands for drafts only; `!glob` takes away. `-` stays as it is.
 * Without a path it is the working directory. Drafts are what ends like one of `extensions`.
 */
export async function findFiles(
  given: readonly string[],
  cwd: string,
  extensions: readonly string[] = SOURCE_EXTENSIONS,
): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  const add = (item: Found): void => {
    if (isKeyName(item.path) && !item.named) return;
    const file = isKeyName(item.path) ? { ...item, failure: KEY_REFUSED } : item;
    const key = file.path === '-' ? '-' : realPath(path.resolve(cwd, file.path));
    if (!found.has(key)) found.set(key, file);
  };
  const without = given.filter((p) => p.startsWith('!') && !fs.existsSync(path.resolve(cwd, p)));
  const taken = given.filter((p) => !without.includes(p));
  for (const item of taken.length > 0 ? taken : ['.']) {
    for await (const file of inTurns(await expand(item, cwd, without, extensions))) add(file);
  }
  return [...found.values()];
}

/** How many files are looked at before other work has its turn: a server asks for the drafts of whole workspaces. */
const TURN = 100;

async function* inTurns<T>(items: readonly T[]): AsyncGenerator<T> {
  for (let from = 0; from < items.length; from += TURN) {
    if (from > 0) await setImmediate();
    yield* items.slice(from, from + TURN);
  }
}

async function expand(
  item: string,
  cwd: string,
  without: readonly string[],
  extensions: readonly string[],
): Promise<readonly Found[]> {
  if (item === '') return [{ path: '“”', named: true, failure: '路径是空的，请写明文件或文件夹' }];
  if (item === '-') return [{ path: '-', named: true }];
  const full = path.resolve(cwd, item);
  const heavy = [item, ...without].find((glob) => GLOB_SIGN.test(glob) && isHeavyGlob(glob));
  if (heavy !== undefined && (heavy !== item || !fs.existsSync(full)))
    return [{ path: heavy, named: true, failure: '通配式太复杂，请写得简单些，或分几个写' }];
  try {
    const stats = fs.statSync(full);
    if (stats.isFile()) return [{ path: item, named: true }];
    if (!stats.isDirectory()) return [{ path: item, named: true, failure: describeKind(full) }];
  } catch (error) {
    if (!GLOB_SIGN.test(item)) return [{ path: item, named: true, failure: describeReadError(error) }];
    const found = await globFiles([item, ...without], cwd);
    const wanted = namesEnding(item)
      ? found
      : found.filter((f) => f.failure || hasExtension(f.path, extensions));
    return wanted.length > 0 ? wanted : [{ path: item, named: true, failure: '没有与之相符的文件' }];
  }
  const prefix = item === '.' ? '' : item.replace(/(?<![/\\])[/\\]*$/, '/');
  const taken = without.map((p) => `!${path.posix.relative(item, p.slice(1))}`);
  const below = `**/*.{${extensions.join(',')}}`;
  const found = await globFiles([below, ...taken], full);
  return found.map((file) => ({ ...file, path: prefix + file.path }));
}

/** Whether a glob says which kind of file it means; `稿件/*` would take in pictures and Word files. */
function namesEnding(glob: string): boolean {
  const ending = path.posix.extname(glob);
  return ending !== '' && !/[*?]/.test(ending);
}

/** The path that a file has without links; the path itself where it leads nowhere. */
export function realPath(file: string): string {
  try {
    return fs.realpathSync.native(file);
  } catch {
    return file;
  }
}

/** Whether a name found in a folder is one to read: a file, or what fails as one, such as a broken link. */
function isReadable(file: string): boolean {
  try {
    return fs.statSync(file).isFile();
  } catch {
    return true;
  }
}

/**
 * Files by name; a folder below that cannot be read is a failure beside them. Broken links are listed too, pipes and
 * devices are not. Links to folders are not followed: two that lead back up would be walked forty levels deep.
 */
async function globFiles(patterns: readonly string[], cwd: string): Promise<readonly Found[]> {
  const { globbyStream } = await import('globby');
  // One by one: as a list, the names of a large folder come in a single turn.
  const list = async (own: typeof options & { suppressErrors?: boolean }): Promise<readonly string[]> => {
    const names: string[] = [];
    for await (const name of globbyStream(patterns, own)) names.push(String(name));
    return names;
  };
  const options = {
    cwd,
    fs: CALM,
    expandDirectories: false,
    onlyFiles: false,
    markDirectories: true,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    ignore: ['**/node_modules/**', '**/~$*'],
    ...((await isGitIgnoredFolder(cwd)) ? { ignoreFiles: '**/.gitignore' } : { gitignore: true }),
  };
  const failures: Found[] = [];
  let names: readonly string[];
  try {
    names = await list(options);
  } catch (error) {
    const folder = path.relative(cwd, (error as NodeJS.ErrnoException).path ?? cwd);
    failures.push({ path: folder, named: false, failure: describeReadError(error) });
    names = await list({ ...options, suppressErrors: true });
  }
  const files: string[] = [];
  for await (const name of inTurns(names)) {
    if (!name.endsWith('/') && isReadable(path.join(cwd, name))) files.push(name);
  }
  files.sort();
  return [...failures, ...files.map((file) => ({ path: file, named: false }))];
}

/** The file system as it is, but for patterns of `.gitignore` that would take long to match. */
const CALM = {
  ...fs,
  promises: {
    ...fs.promises,
    readFile: async (file: string): Promise<string> =>
      calmIgnoreLines(await fs.promises.readFile(file, 'utf8')),
  },
};

/** Whether git ignores the folder itself: who names it wants it all the same, and what it ignores inside still holds. */
async function isGitIgnoredFolder(folder: string): Promise<boolean> {
  const { isGitIgnored } = await import('globby');
  for (let at = folder; !fs.existsSync(path.join(at, '.git')); ) {
    const above = path.dirname(at);
    if (above === at) return false;
    const isIgnored = await isGitIgnored({ cwd: above, deep: 0, suppressErrors: true, fs: CALM });
    if (isIgnored(`${folder}/`)) return true;
    at = above;
  }
  return false;
}
