import path from 'node:path';
import type { Severity } from '../engine/types.ts';
import { rules } from '../rules/index.ts';
import { EXIT, type Shell, say } from './io.ts';
import { type Report, reportFiles } from './report.ts';
import { layersOf, readLevels, type SelectionOptions } from './selection.ts';
import type { Summary } from './summary.ts';

export interface CheckOptions extends SelectionOptions {
  readonly format: 'text' | 'json';
  readonly failOn: Severity | 'never';
  readonly rule: readonly string[];
  readonly color: boolean;
  readonly archive?: string;
}

const STRONGEST_FIRST: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** `hegao check`: all findings. Settles with the exit code. */
export async function check(paths: readonly string[], options: CheckOptions, shell: Shell): Promise<number> {
  const read = readLevels(options.rule, rules);
  if ('mistake' in read) {
    await say(shell, read.mistake);
    return EXIT.failed;
  }
  const summary = await reportFiles(
    paths,
    {
      stdinFilename: options.stdinFilename,
      layers: layersOf(options, shell.cwd, read.levels),
      rules,
      active: rules,
      archive: options.archive === undefined ? undefined : path.resolve(shell.cwd, options.archive),
    },
    await createReport(options, shell),
    shell,
  );
  return exitCode(summary, options.failOn);
}

async function createReport({ format, color }: CheckOptions, shell: Shell): Promise<Report> {
  if (format === 'json') return (await import('./report-json.ts')).createJsonReport();
  return (await import('./report-text.ts')).createTextReport(shell, color);
}

function exitCode({ failed, counts }: Summary, failOn: Severity | 'never'): number {
  if (failed > 0) return EXIT.failed;
  if (failOn === 'never') return EXIT.clean;
  const counted = STRONGEST_FIRST.slice(0, STRONGEST_FIRST.indexOf(failOn) + 1);
  return counted.some((severity) => counts[severity] > 0) ? EXIT.found : EXIT.clean;
}
