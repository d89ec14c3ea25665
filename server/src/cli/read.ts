import path from 'node:path';
import type { ConfigProblem } from '../config/problem.ts';
import { readDraft } from '../draft/read.ts';
import type { Draft, DraftKind } from '../draft/types.ts';
import { type Decoded, decode, type Undecodable } from '../files/decode.ts';
import type { Found } from '../files/find.ts';
import { readBytes, readText } from '../files/read.ts';
import { type Shell, say } from './io.ts';

/** Reads one file, or standard input for `-`. */
export async function readFound(
  { path: name }: Pick<Found, 'path'>,
  shell: Shell,
): Promise<Decoded | Undecodable> {
  if (name !== '-') return readText(path.resolve(shell.cwd, name));
  return decode(await readInput(shell));
}

/** The bytes of one file, or of standard input for `-`. */
export async function readFoundBytes(
  { path: name }: Pick<Found, 'path'>,
  shell: Shell,
): Promise<Uint8Array | Undecodable> {
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
  const decoded = await readFound({ path: file }, shell);
  if (!('failure' in decoded)) return { name, draft: readDraft(decoded.text, kindOf(name)) };
  await say(shell, `${name}：${decoded.failure}。`);
  return undefined;
}

/** How a file is read, by its name. */
export function kindOf(name: string): DraftKind {
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text';
}

/** A mistake of a configuration file with its place. */
export function problemSentence({ file, line, column, message }: ConfigProblem, cwd: string): string {
  const relative = path.relative(cwd, file) || '.';
  return `${relative.startsWith('..') ? file : relative}:${line}:${column} ${message}`;
}
