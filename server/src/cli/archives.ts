import fs from 'node:fs';
import path from 'node:path';
import type { ArchiveReader } from '../archive/reader.ts';
import { archiveIn, createConfigLoader } from '../config/loader.ts';
import { readConfigBytes, readConfigText } from '../config/read.ts';
import type { Archive } from '../facts/passages/finder.ts';
import { rules } from '../rules/index.ts';
import { type Shell, say } from './io.ts';

/** Archives by folder, each opened when it is first asked for. */
export interface Archives {
  /** The archive of a folder; undefined where there is none, or where it cannot be read, which is said once. */
  readonly of: (folder: string) => Promise<ArchiveReader | undefined>;
}

/** Whether there is an archive in a folder. */
export function isArchive(folder: string | undefined): boolean {
  return folder !== undefined && fs.existsSync(path.join(folder, 'manifest.json'));
}

/** Makes the archives of a run. */
export function createArchives(tell: (sentence: string) => Promise<void>): Archives {
  const opened = new Map<string, Promise<ArchiveReader | undefined>>();
  const open = async (folder: string): Promise<ArchiveReader | undefined> => {
    const { archiveState, openArchive } = await import('../archive/reader.ts');
    if (archiveState(folder) === '') return undefined;
    try {
      return openArchive(folder);
    } catch (error) {
      await tell(`${error instanceof Error ? error.message : String(error)}。本次未与档案比对。`);
      return undefined;
    }
  };
  return {
    of(folder) {
      const archive = opened.get(folder) ?? open(folder);
      opened.set(folder, archive);
      return archive;
    },
  };
}

/** An archive without one file: a draft is not compared with its own copy. */
export function without(archive: Archive, file: string): Archive {
  return {
    authority: archive.authority,
    *like(prints, counts) {
      for (const candidate of archive.like(prints, counts)) if (candidate.path !== file) yield candidate;
    },
  };
}

/** The folder that `--archive` names, or the one that holds for the working directory; undefined where its configuration has mistakes, which are said. */
export async function archiveFolder(given: string | undefined, shell: Shell): Promise<string | undefined> {
  const { cwd } = shell;
  if (given !== undefined) return path.resolve(cwd, given);
  const loader = createConfigLoader(rules, readConfigText, { readBytes: readConfigBytes });
  const settled = await loader.settingsFor(path.join(cwd, '稿.txt'));
  if (!settled.problems) return settled.archive ?? archiveIn(cwd);
  for (const { file, line, column, message } of settled.problems)
    await say(shell, `${file}:${line}:${column} ${message}`);
  return undefined;
}
