import path from 'node:path';
import { isClassified } from '../../draft/classified.ts';
import { writeFile } from '../../files/write.ts';
import { rules } from '../../rules/index.ts';
import { checkFiles, type FileResult, readFound } from '../collect.ts';
import { OPINION_COLUMNS, opinionsOf } from '../formats/opinions.ts';
import { EXIT, fail, type Shell, say } from '../io.ts';
import { layersOf, type SelectionOptions } from '../selection.ts';
import { printable } from '../width.ts';
import { mergeRemarks } from './merge.ts';
import { type Remark, readRemarks } from './read.ts';
import { type OpinionTable, tableFormat, writeTable } from './table.ts';

export interface OpinionsOptions extends SelectionOptions {
  readonly output?: string;
}

/** `hegao opinions`: the findings of drafts as a 核稿意见表. Settles with the exit code: 0 where the table is made, 2 otherwise. */
export async function opinions(
  paths: readonly string[],
  options: OpinionsOptions,
  shell: Shell,
): Promise<number> {
  const layers = layersOf(options, shell.cwd);
  const selection = { stdinFilename: options.stdinFilename, layers, rules, active: rules };
  const results: FileResult[] = [];
  for await (const result of checkFiles(paths, selection, shell)) results.push(result);
  let failed = results.length === 0 || results.some(({ failures }) => failures.length > 0);
  const open: FileResult[] = [];
  for (const result of results) {
    if (!result.draft) continue;
    if (!isClassified(result.draft.text)) open.push(result);
    else {
      failed = true;
      await say(shell, `${result.path}：稿子标有密级，不写入核稿意见表；请在本机终端查看。`);
    }
  }
  if (failed && open.length === 0) return EXIT.failed;
  const rows = open.flatMap((result) =>
    opinionsOf(result).map(({ place, original, problem, advice }) => {
      const named = open.length > 1 ? `${printable(result.path)} ${place}` : place;
      return [named, original, problem, advice, ''];
    }),
  );
  const table = {
    title: '核稿意见表',
    columns: OPINION_COLUMNS,
    rows: rows.map((row, i) => [String(i + 1), ...row]),
  };
  const inputs = open.map((result) => result.path);
  const code = await deliver(table, options.output, inputs, `${rows.length}条`, shell);
  return failed ? EXIT.failed : code;
}

/** `hegao opinions merge`: the tables of several people as one. Settles with the exit code: 0 where it is made, 2 otherwise. */
export async function mergeOpinions(
  files: readonly string[],
  { output }: Pick<OpinionsOptions, 'output'>,
  shell: Shell,
): Promise<number> {
  const tables: (readonly Remark[])[] = [];
  for (const file of files) {
    const decoded = await readFound({ path: file }, shell);
    const read =
      'failure' in decoded
        ? { mistake: `${decoded.failure}。` }
        : readRemarks(decoded.text, path.parse(file).name);
    if ('mistake' in read) return fail(shell, `${file}：${read.mistake}`);
    tables.push(read.remarks.map(printableRemark));
  }
  const { table, joined, differing } = mergeRemarks(tables);
  const parts = [
    `${table.rows.length}条`,
    ...(joined > 0 ? [`相同的${joined}条已合并`] : []),
    ...(differing > 0 ? [`意见不一的有${differing}处`] : []),
  ];
  return deliver(table, output, files, parts.join('，'), shell);
}

/** Shows a table as Markdown, or writes it to the file that was named; never over what it was made from. */
async function deliver(
  table: OpinionTable,
  output: string | undefined,
  inputs: readonly string[],
  about: string,
  shell: Shell,
): Promise<number> {
  const format = output === undefined ? 'markdown' : tableFormat(output);
  if (!format) return fail(shell, `${output}：核稿意见表的文件名请以 .csv、.md 或 .docx 结尾。`);
  const full = output === undefined ? undefined : path.resolve(shell.cwd, output);
  if (full !== undefined && inputs.some((input) => path.resolve(shell.cwd, input) === full))
    return fail(shell, `${output}：不能写在原来的文件上，请换一个文件名。`);
  const made = await writeTable(table, format);
  if ('failure' in made) return fail(shell, `${made.failure}。`);
  if (full === undefined) {
    shell.out.write(String(made.content));
    return EXIT.clean;
  }
  const failure = writeFile(full, made.content);
  if (failure !== undefined) return fail(shell, `${output}：核稿意见表未能写入（${failure}）。`);
  await say(shell, `已写入 ${output}：${about}。`);
  return EXIT.clean;
}

function printableRemark({ place, original, problem, advice, adopted, person }: Remark): Remark {
  return {
    place: printable(place),
    original: printable(original),
    problem: printable(problem),
    advice: printable(advice),
    adopted: printable(adopted),
    person: printable(person),
  };
}
