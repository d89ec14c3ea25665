import type { Severity } from '../engine/types.ts';
import { rules } from '../rules/index.ts';
import type { Annotation } from './annotate.ts';
import { levelsThatFail } from './formats/levels.ts';
import { EXIT, fail, type Shell, say } from './io.ts';
import { type KnownFilter, type KnownOptions, openKnown } from './known.ts';
import { createOutputs, readWanted, type Wanted } from './outputs.ts';
import { showResults } from './report.ts';
import type { FileResult } from './run/types.ts';
import type { Watch } from './run/watch.ts';
import type { ShardRecord } from './shard/record.ts';
import type { Summary } from './summary.ts';
import { unusedSentences } from './unused.ts';

/** What is made of results, as the command line says it. */
export interface ConcludeOptions extends KnownOptions {
  /** `name` or `name=file`. */
  readonly format: readonly string[];
  readonly outputFile?: string;
  readonly failOn: Severity | 'never';
  readonly color: boolean;
  readonly reportUnusedIgnores?: 'note' | 'error';
}

/** The same, opened. */
export interface Conclusion {
  readonly options: ConcludeOptions;
  readonly wanted: readonly Wanted[];
  readonly known: KnownFilter;
}

/** Opens what the options name before anything is checked. A mistake is a Chinese sentence. */
export async function openConclusion(
  options: ConcludeOptions,
  paths: readonly string[],
  shell: Shell,
): Promise<Conclusion | { readonly mistake: string }> {
  const outcome = readWanted(options.format, options.outputFile);
  if ('mistake' in outcome) return outcome;
  const opened = await openKnown(options, paths, rules, shell);
  return 'mistake' in opened ? opened : { options, wanted: outcome.wanted, known: opened.known };
}

/** What else a run does with results. */
interface Aside {
  readonly watch?: Watch | undefined;
  readonly shard?: ShardRecord | undefined;
  readonly annotation?: Annotation | undefined;
}

/** Shows results in every format wanted, writes the files and settles with the exit code. */
export async function conclude(
  all: AsyncIterable<FileResult>,
  { options, wanted, known }: Conclusion,
  shell: Shell,
  { watch, shard, annotation }: Aside = {},
): Promise<number> {
  const { color, failOn, reportUnusedIgnores } = options;
  const outputs = await createOutputs(wanted, { io: shell, color, failOn, shard });
  const unused: string[] = [];
  const noted = noting(all, (result) => {
    watch?.hide();
    if (reportUnusedIgnores) unused.push(...unusedSentences(result, shell.cwd));
  });
  const stopped = (): boolean => watch?.stopped() ?? false;
  const left = noting(known.through(noted), (result) => annotation?.take(result));
  const summary = await showResults(left, outputs.report, shell, stopped);
  if (stopped()) {
    watch?.hide();
    await say(shell, '已停止，报告没有写完。');
    return EXIT.stopped;
  }
  const unwritten = outputs.finish() ?? (await known.finish()) ?? (await annotation?.finish());
  for (const sentence of unused)
    await say(shell, `${reportUnusedIgnores === 'error' ? '' : '提示：'}${sentence}`);
  if (unwritten !== undefined) return fail(shell, `${unwritten}。`);
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
