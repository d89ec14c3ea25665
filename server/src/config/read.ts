import fs from 'node:fs';
import { describeReadError, readText } from '../files/read.ts';

/** Reads a configuration file from disk in any encoding of drafts; undefined where there is none. @throws a Chinese reason */
export function readConfigText(file: string): string | undefined {
  if (!fs.existsSync(file)) return undefined;
  const decoded = readText(file);
  if ('failure' in decoded) throw new Error(decoded.failure);
  return decoded.text;
}

/** Reads the bytes of a file; undefined where there is none. @throws a Chinese reason */
export function readConfigBytes(file: string): Uint8Array | undefined {
  if (!fs.existsSync(file)) return undefined;
  try {
    return fs.readFileSync(file);
  } catch (error) {
    throw new Error(describeReadError(error));
  }
}
