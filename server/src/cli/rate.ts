import path from 'node:path';
import { createConfigLoader } from '../config/loader.ts';
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
  const loader = createConfigLoader(rules, readConfigText, { readBytes: readConfigBytes });
  const settled = await loader.settingsFor(path.resolve(shell.cwd, file === '-' ? '稿.txt' : file));
  if (!settled.problems) return settled.rate ?? READING_RATE;
  for (const problem of settled.problems) await say(shell, problemSentence(problem, shell.cwd));
  return undefined;
}
