import ignore, { type Ignore } from 'ignore';
import { isDraftName } from '../../files/drafts.ts';
import { calmIgnoreLines } from '../../files/glob-limits.ts';
import type { FoundDraft } from '../host.ts';
import type { ReadFolderResult } from '../protocol/index.ts';

/** The file system as the client reads it; paths as `pathOf` makes them. */
export interface Folders {
  readonly readFolder: (path: string) => Promise<ReadFolderResult>;
  /** Undefined where there is none, or none that is text. */
  readonly readText: (path: string) => Promise<string | undefined>;
}

/** The patterns of one `.gitignore`, with the folder that holds it. */
interface Patterns {
  readonly folder: string;
  readonly matcher: Ignore;
}

/**
 * The drafts below a folder, by name: the files that the command line takes from a folder. Hidden folders and files,
 * installed packages, and what the `.gitignore` files in the folder and below leave out are not among them; those above
 * the folder cannot be seen from here, and links to folders are not followed.
 */
export async function findDrafts(
  folder: string,
  { readFolder, readText }: Folders,
): Promise<readonly FoundDraft[]> {
  const found: FoundDraft[] = [];

  const walk = async (path: string, above: readonly Patterns[]): Promise<void> => {
    const { files, folders, failure } = await readFolder(path);
    if (failure !== undefined) found.push({ path, failure });
    const own = files.includes('.gitignore') ? await readText(`${path}/.gitignore`) : undefined;
    const patterns =
      own === undefined ? above : [{ folder: path, matcher: ignore().add(calmIgnoreLines(own)) }, ...above];
    for (const name of files) {
      const file = `${path}/${name}`;
      if (!name.startsWith('.') && isDraftName(name) && !isIgnored(file, patterns))
        found.push({ path: file });
    }
    const below = folders.filter((name) => !name.startsWith('.') && name !== 'node_modules');
    const wanted = below.map((name) => `${path}/${name}`).filter((to) => !isIgnored(`${to}/`, patterns));
    await Promise.all(wanted.map((to) => walk(to, patterns)));
  };

  await walk(folder, []);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The innermost file that says something of a path decides; a folder's path ends with a slash. */
function isIgnored(path: string, patterns: readonly Patterns[]): boolean {
  for (const { folder, matcher } of patterns) {
    const { ignored, unignored } = matcher.test(path.slice(folder.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}
