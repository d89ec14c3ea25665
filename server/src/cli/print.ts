import path from 'node:path';
import { isClassified } from '../draft/classified.ts';
import { makeReadingCopy, readingCopyPage } from '../engine/reading-copy/page.ts';
import type { ReadingCopyOptions } from '../engine/reading-copy/types.ts';
import { createFactMemory } from '../facts/facts.ts';
import { writeFile } from '../files/write.ts';
import { readNamed } from './collect.ts';
import { EXIT, fail, type Shell } from './io.ts';
import { rateFor } from './rate.ts';

export interface PrintOptions {
  readonly pinyin: ReadingCopyOptions['pinyin'];
  readonly size: number;
  readonly times?: true;
  readonly sectionPages?: true;
  readonly rate?: string;
  readonly outputFile?: string;
  readonly stdinFilename?: string;
}

/** `hegao print`: a reading copy as one HTML file. Settles with the exit code. */
export async function print(file: string, options: PrintOptions, shell: Shell): Promise<number> {
  const { pinyin, size, times, sectionPages, outputFile } = options;
  const rate = await rateFor(file, options.rate, shell);
  if (rate === undefined) return EXIT.failed;
  const named = await readNamed(file, options.stdinFilename, shell);
  if (named === undefined) return EXIT.failed;
  if (isClassified(named.draft.text))
    return fail(shell, `${named.name}：稿子标有密级，不生成念稿；请在涉密机器上处理。`);
  const copy = makeReadingCopy(named.draft, createFactMemory(), {
    pinyin,
    size,
    rate: times ? rate : undefined,
    sectionPages: sectionPages === true,
  });
  const page = readingCopyPage(copy);
  if (outputFile === undefined) {
    shell.out.write(page);
    return EXIT.clean;
  }
  const target = path.resolve(shell.cwd, outputFile);
  if (file !== '-' && target === path.resolve(shell.cwd, file))
    return fail(shell, `${outputFile}：这是原稿，念稿请写进别的文件。`);
  const failure = writeFile(target, page);
  return failure === undefined ? EXIT.clean : fail(shell, `${outputFile}：念稿未能写入（${failure}）。`);
}
