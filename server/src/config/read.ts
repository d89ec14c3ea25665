import fs from 'node:fs';
import { decode } from '../files/decode.ts';
import { describeReadError } from '../files/read.ts';

/** Reads a configuration file from disk in any encoding of drafts; undefined where there is none. @throws a Chinese reason */
export function readConfigText(file: string): string | undefined {
  const bytes = readConfigBytes(file);
  if (bytes === undefined) return undefined;
  const decoded = decode(bytes);
  if ('failure' in decoded) throw new Error(decoded.failure);
  return decoded.text;
}

/** Reads the bytes of a regular file, a pipe would keep the reader waiting; undefined where there is none. @throws a Chinese reason */
export function readConfigBytes(file: string): Uint8Array | undefined {
  if (!fs.existsSync(file)) return undefined;
  try {
    const stats = fs.statSync(file);
    if (stats.isFile()) return fs.readFileSync(file);
    throw new Error(stats.isDirectory() ? '这是文件夹，不是文件' : '这是管道或设备，不是普通文件');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : new Error(describeReadError(error));
  }
}
