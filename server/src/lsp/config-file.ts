import fs from 'node:fs';
import { readText } from '../files/read.ts';

/** The text of a configuration file, undefined where there is none. @throws when it cannot be read, in Chinese */
export function readConfigFile(file: string): string | undefined {
  if (!fs.existsSync(file)) return undefined;
  const read = readText(file);
  if ('failure' in read) throw new Error(read.failure);
  return read.text;
}
