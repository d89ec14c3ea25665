import fs from 'node:fs';
import path from 'node:path';

/** Writes a file so that after a crash it is there as a whole or not at all. @throws errors of the file system */
export function writeWhole(file: string, parts: Iterable<Uint8Array>): void {
  const unfinished = `${file}.tmp`;
  const fd = fs.openSync(unfinished, 'w');
  try {
    for (const part of parts) writeAll(fd, part);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
  fs.renameSync(unfinished, file);
  syncFolder(path.dirname(file));
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(fd, bytes, at, bytes.length - at);
}

/** Makes the names in a folder lasting; some systems cannot, and need not. */
function syncFolder(folder: string): void {
  try {
    const fd = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  } catch {}
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
