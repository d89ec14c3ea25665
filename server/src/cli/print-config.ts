import path from 'node:path';
import { createConfigLoader } from '../config/loader.ts';
import { readConfigBytes, readConfigText } from '../config/read.ts';
import { rules } from '../rules/index.ts';
import { problemSentence } from './collect.ts';
import { EXIT, fail, type Shell, say } from './io.ts';
import { toJson } from './json.ts';
import { layersOf, readLevels, type SelectionOptions } from './selection.ts';

/** `hegao check --print-config FILE`: what holds for a draft in the end, as JSON. The draft need not exist. */
export async function printConfig(
  file: string,
  options: SelectionOptions & { readonly rule: readonly string[] },
  shell: Shell,
): Promise<number> {
  const { cwd } = shell;
  const read = readLevels(options.rule, rules);
  if ('mistake' in read) return fail(shell, read.mistake);
  const layers = { readBytes: readConfigBytes, ...layersOf(options, cwd, read.levels) };
  const settled = await createConfigLoader(rules, readConfigText, layers).settingsFor(
    path.resolve(cwd, file),
  );
  if (settled.problems) {
    for (const problem of settled.problems) await say(shell, problemSentence(problem, cwd));
    return EXIT.failed;
  }
  const shown = Object.fromEntries(
    Object.entries(settled.settings).map(([id, { level, options: own }]) => [
      id,
      { severity: level, ...own },
    ]),
  );
  const { words, dictionary } = settled.segmenter;
  const config = {
    file: settled.file ?? null,
    ignored: settled.ignored,
    segmenter: { words, dictionary: dictionary?.file ?? null },
    rules: shown,
  };
  shell.out.write(`${toJson(config, 2)}\n`);
  return EXIT.clean;
}
