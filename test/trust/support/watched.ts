import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runNode } from './process.ts';

/** What `--require` gives to note what a process opens, starts and wishes to reach. */
export const WATCH = path.join(import.meta.dirname, 'watch.cjs');

/** What was noted. */
export interface Notes {
  readonly read: readonly string[];
  readonly run: readonly string[];
  readonly net: readonly string[];
}

/** Gives the environment under which every process of Node is watched, and then what was noted. */
export async function watched(use: (env: Readonly<Record<string, string>>) => Promise<void>): Promise<Notes> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-watch-'));
  const file = path.join(folder, 'notes');
  fs.writeFileSync(file, '');
  try {
    await use({ NODE_OPTIONS: `--require ${JSON.stringify(WATCH)}`, HEGAO_WATCH: file });
    const lines = fs.readFileSync(file, 'utf8').split('\n');
    const of = (kind: string) => [
      ...new Set(
        lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1)),
      ),
    ];
    return { read: of('read'), run: of('run'), net: of('net') };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

export { runNode };
