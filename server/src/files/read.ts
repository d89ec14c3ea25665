import fs from 'node:fs';
import type { Decoded, Undecodable } from './decode.ts';
import { decode } from './decode.ts';
import { NOT_TEXT } from './decoding.ts';

/**
 * Reads and decodes a regular file; a pipe or a device could keep the reader waiting for ever. A failure is one Chinese phrase that can follow the file's name and a colon.
 */
export function readText(file: string): Decoded | Undecodable {
  const bytes = readBytes(file);
  return 'failure' in bytes ? bytes : decode(bytes);
}

/** The bytes of a regular file, or why there are none, as `readText` says it. */
export function readBytes(file: string): Uint8Array | Undecodable {
  try {
    const stats = fs.statSync(file);
    if (!stats.isFile()) return { failure: describeKind(file) };
    return stats.size > LARGE && isNoText(file) ? { failure: NOT_TEXT } : fs.readFileSync(file);
  } catch (error) {
    return { failure: describeReadError(error) };
  }
}

/** Bytes from which on a look at the beginning comes first: a disk image would take half a minute and all memory. */
const LARGE = 64 * 1024 * 1024;

/** Whether a file begins as no text does: with a NUL, and no byte order mark or sign of a package before it. */
function isNoText(file: string): boolean {
  const head = Buffer.alloc(4096);
  const fd = fs.openSync(file, 'r');
  try {
    const length = fs.readSync(fd, head, 0, head.length, 0);
    return (
      !/^(?:\xff\xfe|\xfe\xff|PK)/.test(head.toString('latin1', 0, 2)) && head.subarray(0, length).includes(0)
    );
  } finally {
    fs.closeSync(fd);
  }
}

/** Why what stands at a path is no file to read, in Chinese. @throws the error of the file system */
export function describeKind(file: string): string {
  if (fs.statSync(file).isDirectory()) return '这是文件夹，不是文件';
  return '这是管道或设备，不是普通文件；要检查其中的内容，请用 - 从标准输入读取';
}

/** The reason why a file or folder could not be read, in Chinese. */
export function describeReadError(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return '没有这个文件或文件夹';
    case 'EACCES':
    case 'EPERM':
      return '没有读取权限';
    case 'EISDIR':
      return '这是文件夹，不是文件';
    case 'ELOOP':
      return '符号链接循环，无法读取';
    case 'ERR_FS_FILE_TOO_LARGE':
      return '文件过大（超过2GB），无法读取';
    default:
      return `无法读取（${code ?? String(error)}）`;
  }
}
