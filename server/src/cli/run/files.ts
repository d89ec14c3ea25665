import path from 'node:path';
import { findFiles, SOURCE_EXTENSIONS } from '../../files/find.ts';
import { createArchives } from '../archives.ts';
import { createBrokenRules } from '../broken-rules.ts';
import type { Cache } from '../cache/cache.ts';
import { type Shell, say } from '../io.ts';
import { createComparison } from './compare.ts';
import { checkEach } from './each.ts';
import type { FileResult, Selection } from './types.ts';

/**
 * Checks the files that `given` stands for, and gives them in order. What goes wrong is said on standard error, once,
 * and stands in the results too; the other files are still checked. Ends early where the user has asked to stop.
 */
export async function* checkFiles(
  given: readonly string[],
  selection: Selection,
  shell: Shell,
): AsyncGenerator<FileResult> {
  const { active, run } = selection;
  const { cwd } = shell;
  const tell = createTeller(shell);
  const cache = run?.cache === undefined ? undefined : await cacheIn(run.cache, selection, cwd, tell);
  const fullPath = (file: string): string => path.resolve(cwd, file);
  const archives = createArchives((sentence) => say(shell, sentence));
  const comparing = run?.alone ? undefined : createComparison(active, archives, fullPath, cache?.memory);
  const broken = createBrokenRules((sentence) => say(shell, sentence));
  const found = await findFiles(given, cwd);
  if (found.length === 0) {
    const where = given.join('、') || '当前文件夹';
    await tell(`没有可检查的文件：${where} 下没有 ${endings()} 文件，或都被 .gitignore 排除。`);
  }
  for await (const { said, result } of checkEach(found, selection, cache, shell)) {
    for (const sentence of said) await tell(sentence);
    if (result && !comparing?.take(result)) yield await broken.told(result);
  }
  if (run?.watch?.stopped()) return;
  for await (const result of comparing?.results() ?? []) yield await broken.told(result);
  await broken.end();
  cache?.close();
}

/** Says each sentence once. */
function createTeller(shell: Shell): (sentence: string) => Promise<void> {
  const said = new Set<string>();
  return async (sentence) => {
    if (!said.has(sentence)) await say(shell, sentence);
    said.add(sentence);
  };
}

async function cacheIn(
  folder: string,
  { active }: Selection,
  cwd: string,
  tell: (sentence: string) => Promise<void>,
): Promise<Cache | undefined> {
  const { openCache } = await import('../cache/cache.ts');
  const opened = openCache(folder, active, cwd);
  if (!('mistake' in opened)) return opened;
  await tell(opened.mistake);
  return undefined;
}

function endings(): string {
  return SOURCE_EXTENSIONS.map((ending) => `.${ending}`).join('、');
}
