import fs from 'node:fs';
import path from 'node:path';
import type { Root } from '../archive/manifest.ts';
import { type ArchiveReader, openArchive } from '../archive/reader.ts';
import {
  addToArchive,
  type Outcome,
  removeFromArchive,
  updateArchive,
  type Watch,
} from '../archive/update.ts';
import { describeWriteError } from '../files/write.ts';
import { archiveFolder } from './archives.ts';
import { EXIT, fail, type Shell, say } from './io.ts';
import { toJson } from './json.ts';
import { createProgress } from './progress.ts';
import { printable, printableLine } from './width.ts';

export interface ArchiveOptions {
  readonly archive?: string;
}

export interface AddOptions extends ArchiveOptions {
  readonly authority?: true;
}

export interface ListOptions extends ArchiveOptions {
  readonly format: 'text' | 'json';
}

/** `hegao archive add`: takes in folders and files. Settles with the exit code. */
export async function add(paths: readonly string[], options: AddOptions, shell: Shell): Promise<number> {
  return inArchive(options, shell, async (folder) => {
    const roots: Root[] = [];
    for (const given of paths) {
      const full = path.resolve(shell.cwd, given);
      if (!fs.existsSync(full)) return fail(shell, `没有这个文件或文件夹：${given}。`);
      roots.push({ path: full, authority: options.authority === true });
    }
    return run(folder, (watch) => addToArchive(folder, roots, watch), shell);
  });
}

/** `hegao archive update`: looks again through what was added. Settles with the exit code. */
export async function update(options: ArchiveOptions, shell: Shell): Promise<number> {
  return inArchive(options, shell, async (folder) =>
    withReader(folder, shell, () => run(folder, (watch) => updateArchive(folder, watch), shell)),
  );
}

/** `hegao archive remove`: takes folders and files out. Settles with the exit code. */
export async function remove(
  paths: readonly string[],
  options: ArchiveOptions,
  shell: Shell,
): Promise<number> {
  return inArchive(options, shell, async (folder) =>
    withReader(folder, shell, async () => {
      const full = paths.map((given) => path.resolve(shell.cwd, given));
      const count = await removeFromArchive(folder, full);
      shell.out.write(`移出${count}篇。\n`);
      return EXIT.clean;
    }),
  );
}

/** `hegao archive list`: the documents. Settles with the exit code. */
export async function list(options: ListOptions, shell: Shell): Promise<number> {
  return inArchive(options, shell, async (folder) =>
    withReader(folder, shell, async (reader) => {
      const documents = [...reader.documents()]
        .sort((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path, title, year, authority, characters }) => ({
          path,
          title,
          year,
          authority,
          characters,
        }));
      if (options.format === 'json') shell.out.write(`${toJson({ documents }, 2)}\n`);
      for (const { path, title, authority, characters } of options.format === 'json' ? [] : documents) {
        const kind = authority ? '〔权威文件〕' : '';
        shell.out.write(
          `${printableLine(path)}  ${kind}${printable(title || '（无标题）')}  ${characters}字\n`,
        );
      }
      return EXIT.clean;
    }),
  );
}

/** `hegao archive stats`: how much there is. Settles with the exit code. */
export async function stats(options: ListOptions, shell: Shell): Promise<number> {
  return inArchive(options, shell, async (folder) =>
    withReader(folder, shell, async (reader) => {
      const documents = [...reader.documents()];
      const { segments, roots, version } = reader.manifest;
      const bytes = segments.reduce((sum, { file }) => sum + fs.statSync(path.join(folder, file)).size, 0);
      const counts = {
        folder,
        version,
        documents: documents.length,
        authority: documents.filter(({ authority }) => authority).length,
        characters: documents.reduce((sum, { characters }) => sum + characters, 0),
        fingerprints: reader.postings(),
        segments: segments.length,
        bytes,
        roots,
      };
      shell.out.write(options.format === 'json' ? `${toJson(counts, 2)}\n` : asText(counts));
      return EXIT.clean;
    }),
  );
}

function asText(counts: {
  readonly folder: string;
  readonly documents: number;
  readonly authority: number;
  readonly characters: number;
  readonly bytes: number;
  readonly segments: number;
  readonly roots: readonly Root[];
}): string {
  const { folder, documents, authority, characters, bytes, segments, roots } = counts;
  const quotable = authority > 0 ? `（其中权威文件${authority}篇）` : '';
  return [
    `档案：${printable(folder)}`,
    `共${documents}篇${quotable}，${characters}字；索引${(bytes / 1e6).toFixed(1)}MB，分${segments}个文件。`,
    '收录自：',
    ...roots.map((root) => `  ${printable(root.path)}${root.authority ? '（权威文件）' : ''}`),
    '',
  ].join('\n');
}

async function inArchive(
  { archive }: ArchiveOptions,
  shell: Shell,
  use: (folder: string) => Promise<number>,
): Promise<number> {
  const folder = await archiveFolder(archive, shell);
  if (folder === undefined) return EXIT.failed;
  try {
    return await use(folder);
  } catch (error) {
    return fail(shell, `${reasonOf(error, folder)}。`);
  }
}

/** What the disk says is told in Chinese; the archive's own reasons are so already. */
function reasonOf(error: unknown, folder: string): string {
  if ((error as NodeJS.ErrnoException).code !== undefined)
    return `档案 ${folder} 未能写完（${describeWriteError(error)}），原来收的都在`;
  return error instanceof Error ? error.message : String(error);
}

async function withReader(
  folder: string,
  shell: Shell,
  use: (reader: ArchiveReader) => Promise<number>,
): Promise<number> {
  const reader = openArchive(folder);
  if (!reader) return fail(shell, `还没有档案：${folder}。请先用 hegao archive add 文件夹 收录旧稿。`);
  try {
    return await use(reader);
  } finally {
    reader.close();
  }
}

async function run(folder: string, work: (watch: Watch) => Promise<Outcome>, shell: Shell): Promise<number> {
  const progress = createProgress(shell.stderr, '收录');
  try {
    return await report(folder, await work(progress), shell);
  } finally {
    progress.close();
  }
}

async function report(folder: string, outcome: Outcome, shell: Shell): Promise<number> {
  const { added, changed, removed, same, classified, failures, stopped } = outcome;
  for (const file of classified) await say(shell, `${file}：标有密级，未收录。`);
  for (const { path, failure } of failures) await say(shell, `${path}：${failure}。`);
  const counts = `新收${added}篇，更新${changed}篇，移出${removed}篇，未变${same}篇`;
  const secret = classified.length > 0 ? `；标有密级未收${classified.length}篇` : '';
  const unread = failures.length > 0 ? `；${failures.length}个未能读取` : '';
  const end = stopped ? '已中断，收好的都在，再次运行即可接着收。' : '';
  shell.out.write(`${counts}${secret}${unread}。${end}\n档案：${printable(folder)}\n`);
  return stopped || failures.length > 0 ? EXIT.failed : EXIT.clean;
}
