import fs from 'node:fs';
import path from 'node:path';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { takeLock } from './lock.ts';
import { describeReadError, readText } from './read.ts';
import { putWhole, sweepBegun } from './whole.ts';

/**
 * Puts another text in a file in place of the one that was read from it: same encoding, byte order mark and mode, all
 * at once, so that a reader never sees half of it. Nothing is written where the file holds something else by now, where
 * it could not be written back byte for byte, or where it may not be written. Why not, as a Chinese phrase.
 */
export function replaceText(file: string, before: string, after: string): string | undefined {
  try {
    const target = fs.realpathSync(file);
    const bytes = fs.readFileSync(target);
    const decoded = decode(bytes);
    if ('failure' in decoded || decoded.text !== before) return CHANGED;
    const same = encode(before, decoded);
    if (!same || !bytes.equals(same)) {
      return `文件的 ${decoded.encoding.toUpperCase()} 编码里有不能原样写回的字节，没有改动；请另存为 UTF-8 后再试`;
    }
    const content = encode(after, decoded);
    if (!content) return `改动后的文字不能用 ${decoded.encoding.toUpperCase()} 编码写出，没有改动`;
    fs.accessSync(target, fs.constants.W_OK);
    const ready = () => (fs.readFileSync(target).equals(bytes) ? undefined : CHANGED);
    return putWhole(target, [content], { ready });
  } catch (error) {
    return describeWriteError(error);
  }
}

const CHANGED = '文件在此期间改动过，没有覆盖，请再运行一次';

/** Writes a file of the project's own (a report, a table) whole or not at all. Why not, as a Chinese phrase. */
export function writeFile(file: string, content: string | Uint8Array): string | undefined {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    sweepBegun(path.dirname(file));
    return putWhole(file, [bytesOf(content)]);
  } catch (error) {
    return describeWriteError(error);
  }
}

/** Whether two paths are those of one file, links followed. */
export function isSameFile(one: string, other: string): boolean {
  if (path.resolve(one) === path.resolve(other)) return true;
  try {
    return fs.realpathSync(one) === fs.realpathSync(other);
  } catch {
    return false;
  }
}

/** Milliseconds to wait for another run that changes the same file. */
const PATIENCE = 5000;

/**
 * Changes a file that several runs add to (decisions, a baseline), one run after another, so that none loses what
 * another one has just written. `change` gets the text as it is now, undefined where there is no file, and gives the
 * new one, or why there is none. Why nothing was written, as a Chinese phrase.
 */
export async function changeFile(
  file: string,
  change: (now: string | undefined) => Changed | Promise<Changed>,
): Promise<string | undefined> {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const lock = takeLock(`${file}.lock`, PATIENCE);
    if (!lock) return `另一次运行正在改写这个文件，没有写入，请稍后再试；如确无其他运行，请删去 ${file}.lock`;
    try {
      sweepBegun(path.dirname(file));
      const now = fs.existsSync(file) ? readText(file) : undefined;
      if (now && 'failure' in now) return now.failure;
      const changed = await change(now?.text);
      if ('failure' in changed) return changed.failure;
      const ready = () => (lock.isMine() ? undefined : CHANGED);
      return putWhole(file, [bytesOf(changed.text)], { ready });
    } finally {
      lock.release();
    }
  } catch (error) {
    return describeWriteError(error);
  }
}

type Changed = { readonly text: string } | { readonly failure: string };

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

/** Why a file could not be written, in Chinese. */
export function describeWriteError(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '没有写入权限';
    case 'EISDIR':
      return '这是文件夹';
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘已满';
    case 'EEXIST':
      return '同一文件正在被另一次运行改写';
    default:
      return describeReadError(error).replace('读取', '写入');
  }
}
