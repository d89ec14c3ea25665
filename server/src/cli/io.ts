import type { Writable } from 'node:stream';
import { printableLine } from './width.ts';
import type { Writer } from './writer.ts';

/** The world as the command line sees it; tests bring their own. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Full path of the working directory. */
  readonly cwd: string;
  /** Standard output is a terminal. */
  readonly isTTY: boolean;
  /** Width of the terminal in narrow characters. */
  readonly columns?: number | undefined;
  /** Starts the language server on standard input and output. */
  readonly startServer: () => Promise<unknown>;
}

/** What a command works with: the world and its two writers. */
export interface Shell extends Io {
  readonly out: Writer;
  readonly err: Writer;
}

/** Exit codes of every command; `stopped` after Ctrl-C, as shells have it. */
export const EXIT = { clean: 0, found: 1, failed: 2, stopped: 130 } as const;

/** Says one sentence on standard error; names of files may hold what a terminal would obey, line ends too. */
export function say({ err }: Shell, sentence: string): Promise<void> {
  err.write(`${printableLine(sentence)}\n`);
  return err.flush();
}

/** Says why a command cannot go on; settles with its exit code. */
export async function fail(shell: Shell, sentence: string): Promise<number> {
  await say(shell, sentence);
  return EXIT.failed;
}

/** Says several lines on standard error. */
export function sayLines({ err }: Shell, text: string): Promise<void> {
  err.write(`${text.split('\n').map(printableLine).join('\n')}\n`);
  return err.flush();
}
