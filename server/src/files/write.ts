import fs from 'node:fs';
import path from 'node:path';
import { decode } from './decode.ts';
import { encode } from './encode.ts';
import { describeReadError } from './read.ts';

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
    if ('failure' in decoded || decoded.text !== before) return '文件在此期间改动过，没有覆盖，请再运行一次';
    const same = encode(before, decoded);
    if (!same || !bytes.equals(same)) {
      return `文件的 ${decoded.encoding.toUpperCase()} 编码里有不能原样写回的字节，没有改动；请另存为 UTF-8 后再试`;
    }
    const content = encode(after, decoded);
    if (!content) return `改动后的文字不能用 ${decoded.encoding.toUpperCase()} 编码写出，没有改动`;
    fs.accessSync(target, fs.constants.W_OK);
    return writeAtOnce(target, content, bytes);
  } catch (error) {
    return describeWriteError(error);
  }
}

/** Writes a file of the project's own (decisions, a baseline, a table) whole or not at all. Why not, as a Chinese phrase. */
export function writeFile(file: string, content: string | Uint8Array): string | undefined {
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const target = fs.existsSync(file) ? fs.realpathSync(file) : file;
    return writeAtOnce(target, typeof content === 'string' ? Buffer.from(content) : content);
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

/** @throws the error of the file system; nothing is left behind then */
function writeAtOnce(target: string, content: Uint8Array, expected?: Buffer): string | undefined {
  const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
  const begun = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const handle = fs.openSync(begun, 'wx', mode === undefined ? 0o666 : mode & 0o7777);
    try {
      fs.writeFileSync(handle, content);
      if (mode !== undefined) fs.fchmodSync(handle, mode & 0o7777);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    if (expected && !fs.readFileSync(target).equals(expected)) {
      return '文件在此期间改动过，没有覆盖，请再运行一次';
    }
    fs.renameSync(begun, target);
    return undefined;
  } finally {
    fs.rmSync(begun, { force: true });
  }
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
      return '磁盘已满';
    case 'EEXIST':
      return '同一文件正在被另一次运行改写';
    default:
      return describeReadError(error).replace('读取', '写入');
  }
}
