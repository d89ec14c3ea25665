import { below, inFolder, parentOf } from '../files/paths.ts';
import { entryToAppend, IGNORE_NAME, type IgnoreEntry } from './ignore-file.ts';
import type { IgnoreLoader } from './ignores.ts';
import { configFilesIn, type ReadFile } from './locate.ts';

/** Text for the end of the file of decisions, by its full path. */
export interface Addition {
  readonly file: string;
  /** The file as it is; undefined where it is to be made. */
  readonly before: string | undefined;
  readonly newText: string;
}

/**
 * What is to be appended to which file to add decisions about a draft (full path): the nearest such file, or one
 * beside the nearest configuration, or beside the draft. Undefined where the file has mistakes.
 */
export async function additionFor(
  draft: string,
  entries: readonly Omit<IgnoreEntry, 'file'>[],
  loader: Pick<IgnoreLoader, 'silencesFor'>,
  readFile: ReadFile,
): Promise<Addition | undefined> {
  const decided = await loader.silencesFor(draft);
  if (decided.problems) return undefined;
  const place = decided.file ?? (await newPlace(draft, readFile));
  const file = below(parentOf(place), draft);
  if (file === undefined) return undefined;
  const before = await readFile(place);
  let newText = '';
  for (const { rule, text, context, reason } of entries) {
    const own = {
      rule,
      file,
      ...(text ? { text } : {}),
      ...(context ? { context } : {}),
      ...(reason ? { reason } : {}),
    };
    newText += entryToAppend(newText === '' ? before : (before ?? '') + newText, own);
  }
  return { file: place, before, newText };
}

async function newPlace(draft: string, readFile: ReadFile): Promise<string> {
  for (let folder = parentOf(draft); ; folder = parentOf(folder)) {
    if ((await configFilesIn(folder, readFile)).length > 0) return inFolder(folder, IGNORE_NAME);
    if (parentOf(folder) === folder) return inFolder(parentOf(draft), IGNORE_NAME);
  }
}
