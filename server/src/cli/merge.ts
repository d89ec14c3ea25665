import path from 'node:path';
import { rules } from '../rules/index.ts';
import { createArchives } from './archives.ts';
import { programIdentity } from './cache/identity.ts';
import { type ConcludeOptions, conclude, openConclusion } from './conclude.ts';
import { fail, type Shell, say } from './io.ts';
import { createComparison } from './run/compare.ts';
import type { FileResult } from './run/types.ts';
import { nameEarlier } from './shard/facts.ts';
import { readShard, type Shard } from './shard/read.ts';
import { resultsOf } from './shard/results.ts';
import { whyNotSince, whyNotTogether } from './shard/together.ts';

export interface MergeOptions extends ConcludeOptions {
  readonly archive?: string;
}

/** `hegao merge`: the reports of all shards of a run as the one report of that run. Settles with its exit code. */
export async function merge(files: readonly string[], options: MergeOptions, shell: Shell): Promise<number> {
  const { cwd } = shell;
  const shards: Shard[] = [];
  for (const file of files) {
    const read = readShard(file, path.resolve(cwd, file));
    if ('mistake' in read) return fail(shell, read.mistake);
    shards.push(read);
  }
  const ids = rules.map(({ meta }) => meta.id);
  const reason = whyNotTogether(shards, programIdentity(ids));
  if (reason !== undefined) return fail(shell, reason);
  const archive = options.archive === undefined ? undefined : path.resolve(cwd, options.archive);
  const results = resultsOf(shards, rules, cwd, archive);
  const names = results.map(({ path: name }) => name);
  const opened = await openConclusion(options, names, shell);
  if ('mistake' in opened) return fail(shell, opened.mistake);
  if (opened.wanted.some(({ format }) => format === 'shard'))
    return fail(shell, '合并的结果不能再写成 shard 格式，请选别的格式。');
  const { earlier } = opened.known;
  const mistake = whyNotSince(shards, earlier && (await nameEarlier(names, earlier)));
  if (mistake !== undefined) return fail(shell, mistake);
  return conclude(compared(results, shell), opened, shell);
}

async function* compared(results: readonly FileResult[], shell: Shell): AsyncGenerator<FileResult> {
  const archives = createArchives((sentence) => say(shell, sentence));
  const comparing = createComparison(rules, archives, (file) => path.resolve(shell.cwd, file));
  for (const result of results) {
    for (const { message } of result.failures) await say(shell, `${result.path}：${message}`);
    if (!comparing?.take(result)) yield result;
  }
  if (comparing) yield* comparing.results();
}
