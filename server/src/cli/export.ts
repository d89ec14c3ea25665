import path from 'node:path';
import { exportWord } from '../typeset/export-word.ts';
import { findProfile } from '../typeset/profile-file.ts';
import { problemSentence, readNamed } from './collect.ts';
import { EXIT, type Shell, say } from './io.ts';
import { printableLine } from './width.ts';

export interface ExportOptions {
  readonly output?: string;
  readonly profile: string;
  readonly force?: boolean;
  readonly dropResidue?: boolean;
  readonly stdinFilename?: string;
}

/** `hegao export`: one draft as a Word file. Settles with the exit code. */
export async function exportDraft(file: string, options: ExportOptions, shell: Shell): Promise<number> {
  const inFolder = (name: string): string => path.resolve(shell.cwd, name);
  const found = findProfile(options.profile, inFolder);
  if ('failure' in found) return failed([found.failure], shell);
  if ('problems' in found)
    return failed(
      found.problems.map((problem) => problemSentence(problem, shell.cwd)),
      shell,
    );
  const output = options.output ?? outputFor(file === '-' ? options.stdinFilename : file);
  if (output === undefined) return failed(['稿子来自标准输入，请用 -o 写明导出到哪个文件。'], shell);
  const named = await readNamed(file, options.stdinFilename, shell);
  if (named === undefined) return EXIT.failed;
  const done = await exportWord(named.draft, {
    profile: found.profile,
    to: inFolder(output),
    from: file === '-' ? undefined : inFolder(file),
    force: options.force === true,
    dropResidue: options.dropResidue === true,
  });
  if ('failure' in done) return failed([`${output}：${done.failure}。`], shell);
  for (const note of done.notes) await say(shell, `${named.name}：${note}。`);
  shell.out.write(`${printableLine(output)}：已写入，${done.paragraphs}段。\n`);
  return EXIT.clean;
}

function outputFor(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const { dir, name: stem } = path.parse(name);
  return path.join(dir, `${stem}.docx`);
}

async function failed(sentences: readonly string[], shell: Shell): Promise<number> {
  for (const sentence of sentences) await say(shell, sentence);
  return EXIT.failed;
}
