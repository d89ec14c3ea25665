import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './support.ts';

/** Where the office keeps its draft. */
export const DRAFT = '讲话稿/第 一稿.txt';

/** How a program ended, and all that it wrote. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** A repository of an office with a shell whose `hegao` and `npx hegao` are the program as built. */
export function office(folder: string, name: string) {
  const cwd = path.join(folder, name);
  const bin = path.join(folder, 'bin');
  fs.mkdirSync(path.join(cwd, '讲话稿'), { recursive: true });
  fs.mkdirSync(bin, { recursive: true });
  const program = `exec '${process.execPath}' '${path.join(ROOT, 'server/out/cli.js')}' "$@"\n`;
  const npx = [
    '#!/bin/sh',
    'if [ "$1" != --yes ]; then echo "npx would ask" >&2; exit 9; fi',
    'case "$2" in hegao|hegao@*) ;; *) echo "npx: $2?" >&2; exit 9;; esac',
    'shift 2',
    program,
  ].join('\n');
  fs.writeFileSync(path.join(bin, 'hegao'), `#!/bin/sh\n${program}`, { mode: 0o755 });
  fs.writeFileSync(path.join(bin, 'npx'), npx, { mode: 0o755 });
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=o', '-c', 'user.email=o@example.invalid', ...args], {
      cwd,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git('init', '--quiet');
  const end = (
    command: string,
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Outcome => {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      cwd,
      env: { ...env, ...more },
      encoding: 'utf8',
    });
    if (error) throw error;
    return { code: status, output: stdout + stderr };
  };
  return {
    cwd,
    git,
    end,
    write: (text: string, file = DRAFT) => fs.writeFileSync(path.join(cwd, file), text),
    /** A line of a pipeline, as its shell runs it. */
    line: (script: string, more?: Readonly<Record<string, string>>): Outcome =>
      end('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], more),
    read: (file: string): string => fs.readFileSync(path.join(cwd, file), 'utf8'),
  };
}

/** What `office` gives. */
export type Office = ReturnType<typeof office>;
