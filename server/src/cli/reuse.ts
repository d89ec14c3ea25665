import path from 'node:path';
import { isClassified } from '../draft/classified.ts';
import { readDraft } from '../draft/read.ts';
import type { Draft } from '../draft/types.ts';
import type { PassageFinder } from '../facts/passages/finder.ts';
import { createMemoryFinder, type MemoryFinder } from '../facts/passages/memory-finder.ts';
import { storeDraft } from '../facts/passages/stored.ts';
import { findFiles } from '../files/find.ts';
import { archiveFolder, createArchives, without } from './archives.ts';
import { readFound } from './collect.ts';
import { EXIT, type Shell, say } from './io.ts';
import { reuseJson } from './reuse-json.ts';
import { type FileReuse, readReuse } from './reuse-pairs.ts';
import { reuseText } from './reuse-text.ts';

export interface ReuseOptions {
  readonly against?: readonly string[];
  readonly archive?: string;
  readonly format: 'text' | 'json';
}

interface Named {
  readonly path: string;
  readonly draft: Draft;
}

/** `hegao reuse`: what drafts share with others and with the archive. Settles with the exit code. */
export async function reuse(files: readonly string[], options: ReuseOptions, shell: Shell): Promise<number> {
  let code: number = EXIT.clean;
  const fail = async (sentence: string): Promise<void> => {
    code = EXIT.failed;
    await say(shell, sentence);
  };
  const own = await readAll(files, shell, fail);
  const others = options.against ? await readAll(options.against, shell, fail) : [];
  const archive = await openFor(options, shell, fail);
  if (!options.against && !archive) {
    await fail('没有可比的稿子：请用 --against 写明，或先用 hegao archive add 建立档案。');
    return code;
  }
  const texts = new Map([...others, ...own].map(({ path, draft }) => [path, draft.text]));
  const finder = finderOf(others);
  const found: FileReuse[] = own.map(({ path: name, draft }) => {
    const full = path.resolve(shell.cwd, name);
    const finders: PassageFinder[] = [
      except(finder, full, shell.cwd),
      ...(archive ? [without(archive, full)] : []),
    ];
    return readReuse(name, draft, finders);
  });
  const show = options.format === 'json' ? reuseJson : reuseText;
  shell.out.write(show(found, (name) => texts.get(name)));
  return code;
}

async function readAll(
  given: readonly string[],
  shell: Shell,
  fail: (sentence: string) => Promise<void>,
): Promise<readonly Named[]> {
  const found: Named[] = [];
  for (const file of await findFiles(given, shell.cwd)) {
    const decoded = file.failure === undefined ? await readFound(file, shell) : { failure: file.failure };
    if ('failure' in decoded) await fail(`${file.path}：${decoded.failure}。`);
    else if (isClassified(decoded.text)) await fail(`${file.path}：标有密级，不比对、不输出。`);
    else found.push({ path: file.path, draft: readDraft(decoded.text, decoded.kind, decoded.extras) });
  }
  return found;
}

async function openFor(
  { against, archive }: ReuseOptions,
  shell: Shell,
  fail: (sentence: string) => Promise<void>,
): ReturnType<ReturnType<typeof createArchives>['of']> {
  if (against && archive === undefined) return undefined;
  const folder = await archiveFolder(archive, shell);
  if (folder === undefined) return undefined;
  const opened = await createArchives(fail).of(folder);
  if (!opened && archive !== undefined) await fail(`没有这个档案：${archive}。`);
  return opened;
}

function finderOf(drafts: readonly Named[]): MemoryFinder {
  const finder = createMemoryFinder();
  for (const { path, draft } of drafts) finder.put(path, storeDraft(draft));
  return finder;
}

/** A finder without one file by its full path. */
function except(finder: PassageFinder, full: string, cwd: string): PassageFinder {
  return {
    *like(prints, counts) {
      for (const candidate of finder.like(prints, counts))
        if (path.resolve(cwd, candidate.path) !== full) yield candidate;
    },
  };
}
