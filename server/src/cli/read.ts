import path from 'node:path';
import type { ConfigProblem } from '../config/problem.ts';
import { readDraft } from '../draft/read.ts';
import type { Draft } from '../draft/types.ts';
import type { Undecodable } from '../files/decode.ts';
import { isKeyName, KEY_REFUSED } from '../files/drafts.ts';
import type { Found } from '../files/find.ts';
import { readBytes } from '../files/read.ts';
import { readSource, type Source, sourceOf } from '../files/source.ts';
import { type Shell, say } from './io.ts';
import { printable } from './width.ts';

/** Reads one file, or standard input for `-`, which is called `shown`. */
export async function readFound(
  { path: name }: Pick<Found, 'path'>,
  shell: Shell,
  shown = name,
): Promise<Source | Undecodable> {
  if (isKeyName(name)) return { failure: KEY_REFUSED };
  if (name !== '-') return readSource(path.resolve(shell.cwd, name));
  return sourceOf(await readInput(shell), shown);
}

/** The bytes of one file, or of standard input for `-`. */
export async function readFoundBytes(
  { path: name }: Pick<Found, 'path'>,
  shell: Shell,
): Promise<Uint8Array | Undecodable> {
  if (isKeyName(name)) return { failure: KEY_REFUSED };
  return name === '-' ? readInput(shell) : readBytes(path.resolve(shell.cwd, name));
}

async function readInput({ stdin }: Shell): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stdin) pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(pieces);
}

/** Reads one file, or standard input for `-`, as a draft; what goes wrong is said on standard error, and undefined given. */
export async function readNamed(
  file: string,
  stdinFilename: string | undefined,
  shell: Shell,
): Promise<{ readonly name: string; readonly draft: Draft } | undefined> {
  const name = file === '-' ? (stdinFilename ?? '-') : file;
  const source = await readFound({ path: file }, shell, name);
  if ('failure' in source) {
    await say(shell, `${name}：${source.failure}。`);
    return undefined;
  }
  for (const notice of source.word?.notices ?? []) await say(shell, `${name}：${notice}。`);
  return { name, draft: readDraft(source.text, source.kind, source.extras) };
}

/** A mistake of a configuration file with its place. */
export function problemSentence({ file, line, column, message }: ConfigProblem, cwd: string): string {
  const relative = path.relative(cwd, file) || '.';
  return `${printable(relative.startsWith('..') ? file : relative)}:${line}:${column} ${message}`;
}
