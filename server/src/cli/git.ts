import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Undecodable } from '../files/decode.ts';
import { type Source, sourceOf } from '../files/source.ts';

const run = promisify(execFile);
const LARGEST = 1 << 28;

/** An earlier state of files that git keeps. */
export interface History {
  /** A file as it was; undefined where it was not there. */
  readonly read: (file: string) => Promise<Source | Undecodable | undefined>;
}

/**
 * Opens the state that a name (a branch, a tag, `HEAD~1`) stands for. Only objects are read: no hook, filter or
 * external program of the repository runs, and nothing is fetched. Why not, as a Chinese sentence.
 */
export async function openHistory(
  name: string,
  cwd: string,
): Promise<History | { readonly mistake: string }> {
  const git = async (...argv: readonly string[]): Promise<Buffer> => {
    const env = {
      ...process.env,
      GIT_NO_LAZY_FETCH: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C',
    };
    const { stdout } = await run('git', ['--no-pager', ...argv], {
      cwd,
      env,
      encoding: 'buffer',
      maxBuffer: LARGEST,
      windowsHide: true,
    });
    return stdout;
  };
  let commit: string;
  try {
    const found = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
    commit = found.toString('utf8').trim();
  } catch (error) {
    return { mistake: whyNot(name, error) };
  }
  return {
    async read(file) {
      const inside = path.relative(cwd, path.resolve(cwd, file)).split(path.sep).join('/');
      try {
        return await sourceOf(await git('cat-file', 'blob', `${commit}:./${inside}`), path.basename(file));
      } catch {
        return undefined;
      }
    },
  };
}

function whyNot(name: string, error: unknown): string {
  const { code, stderr } = error as NodeJS.ErrnoException & { readonly stderr?: Buffer };
  if (code === 'ENOENT') return '--since 要用 git，本机没有找到；没有 git 时请用 --since-file 旧稿。';
  if (/not a git repository/.test(stderr?.toString('utf8') ?? '')) {
    return '当前文件夹不在 git 仓库里；与旧稿比较请用 --since-file 旧稿。';
  }
  return `--since：git 里没有“${name}”，也没有这个文件。流水线里请先取回它（如 fetch-depth: 0）。`;
}
