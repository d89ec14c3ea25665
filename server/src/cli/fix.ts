import path from 'node:path';
import { fix } from '../engine/fix.ts';
import type { Fix } from '../engine/types.ts';
import { sweepBegun } from '../files/whole.ts';
import { replaceText } from '../files/write.ts';
import { checkFiles, type FileResult, type Selection } from './collect.ts';
import type { Shell } from './io.ts';

/** What fixing came to. */
export interface FixRun {
  /** Files whose text changes. */
  readonly changed: readonly Change[];
  readonly count: number;
  /** What could not be done, one Chinese sentence each. */
  readonly failures: readonly string[];
  /** What was left aside, one Chinese sentence each. */
  readonly notes: readonly string[];
  /** A file could not be read or fully checked. */
  readonly unread: boolean;
}

/** A file's text before and after its fixes. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Works out the fixes of all files, and writes them unless it is a trial. Standard input stays as it is. */
export async function fixFiles(
  paths: readonly string[],
  selection: Selection,
  kinds: readonly Fix['safety'][],
  isTrial: boolean,
  shell: Shell,
): Promise<FixRun> {
  const changed: Change[] = [];
  const failures: string[] = [];
  const notes: string[] = [];
  let total = 0;
  let unread = false;
  for await (const result of checkFiles(paths, selection, isTrial ? shell : quietly(shell))) {
    unread ||= result.failures.length > 0;
    if (result.word) {
      refuse(result);
      continue;
    }
    const { change, count } = await fixOne(result, kinds);
    if (!change) continue;
    const failure = isTrial
      ? undefined
      : replaceText(path.resolve(shell.cwd, change.path), change.before, change.after);
    if (failure !== undefined) {
      failures.push(`${change.path}：${failure}。`);
      continue;
    }
    changed.push(change);
    total += count;
  }
  if (!isTrial) {
    const folders = changed.map((change) => path.dirname(path.resolve(shell.cwd, change.path)));
    for (const folder of new Set(folders)) sweepBegun(folder);
  }
  return { changed, count: total, failures, notes, unread };

  /** A Word file that was named is a mistake; one that a folder holds is left aside. */
  function refuse({ path, named, findings }: FileResult): void {
    const sentence = `${path}：文件是 Word 文档，不直接改，请按核查结果在 Word 或 WPS 中改。`;
    if (named) failures.push(sentence);
    else if (findings.some(({ fixes }) => fixes.some(({ safety }) => kinds.includes(safety))))
      notes.push(sentence);
  }
}

async function fixOne(
  { path, draft, openCheck }: FileResult,
  kinds: readonly Fix['safety'][],
): Promise<{ readonly change?: Change; readonly count: number }> {
  if (!draft || !openCheck) return { count: 0 };
  const { text, count } = fix(draft.text, await openCheck(), kinds);
  if (text === draft.text) return { count: 0 };
  return { change: { path, before: draft.text, after: text }, count };
}

/** What goes wrong is said by the check that follows; a trial says it on its own. */
function quietly(shell: Shell): Shell {
  const { err } = shell;
  return { ...shell, err: { ...err, write: () => true, flush: () => Promise.resolve() } };
}
