import path from 'node:path';
import { createConfigLoader } from '../config/loader.ts';
import type { ConfigProblem } from '../config/problem.ts';
import { isRate, RATE_RANGE } from '../config/rate.ts';
import { readConfigBytes, readConfigText } from '../config/read.ts';
import { READING_RATE } from '../facts/aloud/duration.ts';
import { rules } from '../rules/index.ts';
import { problemSentence } from './collect.ts';
import { type Shell, say } from './io.ts';

/**
 * Characters a minute for one draft: `--rate`, or what its configuration says, or the usual. Undefined where that has
 * a mistake, which is said.
 */
export async function rateFor(
  file: string,
  given: string | undefined,
  shell: Shell,
): Promise<number | undefined> {
  if (given !== undefined) {
    const rate = /^\d+$/.test(given) ? Number(given) : undefined;
    if (isRate(rate)) return rate;
    await say(shell, `--rate 应为${RATE_RANGE}的整数（每分钟的字数），不能是“${given}”。`);
    return undefined;
  }
  const { rate, problems } = await configuredRate(file, shell);
  for (const problem of problems) await say(shell, problemSentence(problem, shell.cwd));
  return problems.length > 0 ? undefined : (rate ?? READING_RATE);
}

/** What the configuration of a draft says of the rate, and what is wrong with it. */
export async function configuredRate(
  file: string,
  { cwd }: Pick<Shell, 'cwd'>,
): Promise<{ readonly rate?: number | undefined; readonly problems: readonly ConfigProblem[] }> {
  const loader = createConfigLoader(rules, readConfigText, { readBytes: readConfigBytes });
  const settled = await loader.settingsFor(path.resolve(cwd, file === '-' ? '稿.txt' : file));
  return settled.problems ? { problems: settled.problems } : { rate: settled.rate, problems: [] };
}
