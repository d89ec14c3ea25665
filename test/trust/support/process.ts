import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../../package/support.ts';

/** The command line as built. */
export const CLI = path.join(ROOT, 'server/out/cli.js');
/** What `--require` gives to make the file system fail. */
export const FAULTS = path.join(import.meta.dirname, 'faults.cjs');

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** In what a process runs. */
export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Who runs it; only root may say so. */
  readonly uid?: number;
  /** A program, with its arguments, that starts it. */
  readonly under?: readonly string[];
}

/** Runs Node to its end with arguments of its own. */
export function runNode(
  args: readonly string[],
  { cwd, env = {}, uid, under = [] }: Surroundings,
): Promise<Ended> {
  const [program = process.execPath, ...rest] = [...under, process.execPath, ...args];
  const child = spawn(program, rest, {
    cwd,
    ...(uid === undefined ? {} : { uid, gid: uid }),
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pieces: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => pieces[0].push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => pieces[1].push(text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code, signal, stdout: pieces[0].join(''), stderr: pieces[1].join('') }),
    );
  });
}
