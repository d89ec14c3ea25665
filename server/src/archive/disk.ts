import fs from 'node:fs';
import { putWhole } from '../files/whole.ts';

/** Writes a file so that after a crash it is there as a whole or not at all. @throws errors of the file system */
export function writeWhole(file: string, parts: Iterable<Uint8Array>): void {
  putWhole(file, parts);
}

/** Reads so many bytes from a place of an open file. @throws when the file ends before */
export function readAt(fd: number, at: number, bytes: number): Buffer {
  const out = Buffer.allocUnsafeSlow(bytes);
  for (let done = 0; done < bytes; ) {
    const read = fs.readSync(fd, out, done, bytes - done, at + done);
    if (read === 0) throw new Error('文件不完整');
    done += read;
  }
  return out;
}

/** The same as numbers of 32 bits. */
export function readNumbers(fd: number, at: number, count: number): Uint32Array {
  const bytes = readAt(fd, at, count * 4);
  return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
}

/** Removes a file that is no longer needed; one that is held open elsewhere stays until the next time. */
export function discard(file: string): void {
  fs.rmSync(file, { force: true });
}
