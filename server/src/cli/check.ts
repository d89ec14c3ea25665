import path from 'node:path';
import type { Fix } from '../engine/types.ts';
import { rules } from '../rules/index.ts';
import { type AnnotateOptions, openAnnotation } from './annotate.ts';
import { checkFiles } from './collect.ts';
import { type ConcludeOptions, conclude, openConclusion } from './conclude.ts';
import { fixFirst } from './fix-options.ts';
import { fail, type Shell } from './io.ts';
import { type RunWishes, readRun } from './run-options.ts';
import { layersOf, readLevels, type SelectionOptions } from './selection.ts';

export interface CheckOptions extends SelectionOptions, ConcludeOptions, RunWishes, AnnotateOptions {
  readonly rule: readonly string[];
  readonly archive?: string;
  readonly fix?: true;
  readonly fixDryRun?: true;
  readonly fixType?: readonly Fix['safety'][];
}

/** `hegao check`: all findings. Settles with the exit code. */
export async function check(paths: readonly string[], options: CheckOptions, shell: Shell): Promise<number> {
  const read = readLevels(options.rule, rules);
  if ('mistake' in read) return fail(shell, read.mistake);
  const { stdinFilename } = options;
  const layers = layersOf(options, shell.cwd, read.levels);
  const archive = options.archive === undefined ? undefined : path.resolve(shell.cwd, options.archive);
  const asked = openAnnotation(paths, options, shell);
  if ('mistake' in asked) return fail(shell, asked.mistake);
  const opened = await openConclusion(options, paths, shell);
  if ('mistake' in opened) return fail(shell, opened.mistake);
  const { earlier } = opened.known;
  const selection = { stdinFilename, layers, rules, active: rules, archive, earlier };
  const run = readRun(options, opened.wanted, shell);
  if ('mistake' in run) return fail(shell, run.mistake);
  const fixed = await fixFirst(paths, selection, options, shell);
  if ('mistake' in fixed) return fail(shell, fixed.mistake);
  if ('code' in fixed) return fixed.code;
  try {
    return await conclude(checkFiles(paths, { ...selection, run }, shell), opened, shell, {
      ...run,
      ...asked,
    });
  } finally {
    run.watch.close();
  }
}
