import path from 'node:path';
import { readConfigText } from '../config/read.ts';
import { readTermFile, type TermExample } from '../config/term-file.ts';
import { createChecker } from '../engine/check.ts';
import type { TermEntry } from '../facts/terms/types.ts';
import teamTerms from '../rules/team-terms.ts';
import { createWordSource } from './figures.ts';
import { EXIT, fail, type Shell, say } from './io.ts';

/** `hegao terms test`: the examples of lists of terms. Settles with the exit code: 1 where one does not hold. */
export async function testTerms(files: readonly string[], shell: Shell): Promise<number> {
  const words = createWordSource();
  const codes: number[] = [];
  for (const file of files) codes.push(await testFile(file, words, shell));
  return Math.max(EXIT.clean, ...codes);
}

async function testFile(
  file: string,
  words: ReturnType<typeof createWordSource>,
  shell: Shell,
): Promise<number> {
  const read = readList(path.resolve(shell.cwd, file));
  if ('failure' in read) return fail(shell, `${file}：${read.failure}`);
  if ('faults' in read) {
    for (const { line, column, message } of read.faults)
      await say(shell, `${file}:${line}:${column}  ${message}`);
    return EXIT.failed;
  }
  const { entries, examples } = read;
  const wrong = examples.flatMap((example) => {
    const fault = exampleFault(example, example.entry ? [example.entry] : entries, words);
    return fault === undefined ? [] : [`${file}:${example.line}  ${fault}\n`];
  });
  for (const line of wrong) shell.out.write(line);
  const outcome = wrong.length === 0 ? '全部符合' : `${wrong.length}句不符`;
  const told = examples.length === 0 ? '没有例句' : `${examples.length}句例句，${outcome}`;
  shell.out.write(`${file}：${entries.length}条用词，${told}。\n`);
  return wrong.length > 0 ? EXIT.found : EXIT.clean;
}

function readList(file: string): ReturnType<typeof readTermFile> | { readonly failure: string } {
  try {
    const text = readConfigText(file);
    return text === undefined ? { failure: '没有这个文件。' } : readTermFile(text);
  } catch (error) {
    return { failure: `${error instanceof Error ? error.message : String(error)}。` };
  }
}

/** Why an example does not hold, in Chinese; undefined where it does. */
export function exampleFault(
  { sentence, wrong }: Pick<TermExample, 'sentence' | 'wrong'>,
  entries: readonly TermEntry[],
  words: ReturnType<typeof createWordSource>,
): string | undefined {
  const text = sentence.replace(/[〖〗]/g, '');
  const checker = createChecker([teamTerms], { words });
  const settings = { [teamTerms.meta.id]: { level: 'error', options: { entries } } } as const;
  const spans = checker.check(checker.read(text, 'text'), settings).findings.map(({ span }) => span);
  const found = spans.map(({ start, end }) => `“${text.slice(start, end)}”`).join('、');
  if (!wrong) return spans.length === 0 ? undefined : `不该报而报了${found}：${text}`;
  if (spans.length === 0) return `该报而没有报：${sentence}`;
  if (text === sentence || marked(text, spans) === sentence) return undefined;
  return `报在${found}，与〖〗所标不同：${sentence}`;
}

function marked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  return spans.reduceRight(
    (out, { start, end }) => `${out.slice(0, start)}〖${out.slice(start, end)}〗${out.slice(end)}`,
    text,
  );
}
