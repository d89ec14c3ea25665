import fs from 'node:fs';
import path from 'node:path';
import { readText } from '../files/read.ts';

/** Names of configuration files; a folder may hold one of them. */
export const CONFIG_NAMES = ['.hegao.json', '.hegao.jsonc', '.hegao.yaml'] as const;

/** Text of a file, undefined where there is none. @throws when it is there and cannot be read: a Chinese reason */
export type ReadFile = (file: string) => string | undefined;

/** Whether a path is a configuration file by its name. */
export function isConfigFile(file: string): boolean {
  return (CONFIG_NAMES as readonly string[]).includes(path.basename(file));
}

/** The configuration files of a folder: none, one, or a mistake. */
export function configFilesIn(folder: string, readFile: ReadFile): readonly string[] {
  return CONFIG_NAMES.map((name) => path.join(folder, name)).filter((file) => {
    try {
      return readFile(file) !== undefined;
    } catch {
      return true;
    }
  });
}

/** Reads a configuration file from disk in any encoding of drafts. */
export function readConfigText(file: string): string | undefined {
  if (!fs.existsSync(file)) return undefined;
  const decoded = readText(file);
  if ('failure' in decoded) throw new Error(decoded.failure);
  return decoded.text;
}
