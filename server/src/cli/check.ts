import path from 'node:path';
import type { Fix, Severity } from '../engine/types.ts';
import { rules } from '../rules/index.ts';
import { checkFiles, type FileResult } from './collect.ts';
import { fixFirst } from './fix-options.ts';
import { levelsThatFail } from './formats/levels.ts';
import { EXIT, type Shell, say } from './io.ts';
import { type KnownOptions, openKnown } from './known.ts';
import { createOutputs, readWanted } from './outputs.ts';
import { showResults } from './report.ts';
import { layersOf, readLevels, type SelectionOptions } from './selection.ts';
import type { Summary } from './summary.ts';
import { unusedSentences } from './unused.ts';

export interface CheckOptions extends SelectionOptions, KnownOptions {
  /** `name` or `name=file`. */
  readonly format: readonly string[];
  readonly outputFile?: string;
  readonly failOn: Severity | 'never';
  readonly rule: readonly string[];
  readonly color: boolean;
  readonly archive?: string;
  readonly reportUnusedIgnores?: 'note' | 'error';
  readonly fix?: true;
  readonly fixDryRun?: true;
  readonly fixType?: readonly Fix['safety'][];
}

/** `hegao check`: all findings. Settles with the exit code. */
export async function check(paths: readonly string[], options: CheckOptions, shell: Shell): Promise<number> {
  const failed = async (mistake: string): Promise<number> => {
    await say(shell, mistake);
    return EXIT.failed;
  };
  const read = readLevels(options.rule, rules);
  if ('mistake' in read) return failed(read.mistake);
  const outcome = readWanted(options.format, options.outputFile);
  if ('mistake' in outcome) return failed(outcome.mistake);
  const { color, failOn, stdinFilename, reportUnusedIgnores } = options;
  const layers = layersOf(options, shell.cwd, read.levels);
  const archive = options.archive === undefined ? undefined : path.resolve(shell.cwd, options.archive);
  const opened = await openKnown(options, paths, rules, shell);
  if ('mistake' in opened) return failed(opened.mistake);
  const { earlier } = opened.known;
  const selection = { stdinFilename, layers, rules, active: rules, archive, earlier };
  const fixed = await fixFirst(paths, selection, options, shell);
  if ('mistake' in fixed) return failed(fixed.mistake);
  if ('code' in fixed) return fixed.code;
  const outputs = await createOutputs(outcome.wanted, { io: shell, color, failOn });
  const unused: string[] = [];
  const all = reportUnusedIgnores
    ? noting(checkFiles(paths, selection, shell), (result) =>
        unused.push(...unusedSentences(result, shell.cwd)),
      )
    : checkFiles(paths, selection, shell);
  const results = opened.known.through(all);
  const summary = await showResults(results, outputs.report, shell);
  const unwritten = outputs.finish() ?? (await opened.known.finish());
  for (const sentence of unused)
    await say(shell, `${reportUnusedIgnores === 'error' ? '' : '提示：'}${sentence}`);
  if (unwritten !== undefined) return failed(`${unwritten}。`);
  const code = exitCode(summary, failOn);
  return code === EXIT.clean && unused.length > 0 && reportUnusedIgnores === 'error' ? EXIT.found : code;
}

async function* noting(
  results: AsyncIterable<FileResult>,
  note: (result: FileResult) => void,
): AsyncGenerator<FileResult> {
  for await (const result of results) {
    note(result);
    yield result;
  }
}

function exitCode({ failed, counts }: Summary, failOn: Severity | 'never'): number {
  if (failed > 0) return EXIT.failed;
  return levelsThatFail(failOn).some((severity) => counts[severity] > 0) ? EXIT.found : EXIT.clean;
}
