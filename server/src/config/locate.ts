import { baseName, inFolder } from '../files/paths.ts';
import { IGNORE_NAME } from './ignore-file.ts';

/** Names of configuration files; a folder may hold one of them. */
export const CONFIG_NAMES = ['.hegao.json', '.hegao.jsonc', '.hegao.yaml'] as const;

/** A name that looks like one of them and is none. */
export const MISNAMED = '.hegao.yml';

/** Text of a file, undefined where there is none. @throws when it is there and cannot be read: a Chinese reason */
export type ReadFile = (file: string) => string | undefined | Promise<string | undefined>;

/** Whether a path is a configuration file, or the file of decisions beside it, by its name. */
export function isConfigFile(file: string): boolean {
  return [...CONFIG_NAMES, IGNORE_NAME].includes(baseName(file));
}

/** The configuration files of a folder: none, one, or a mistake. */
export async function configFilesIn(folder: string, readFile: ReadFile): Promise<readonly string[]> {
  const files = CONFIG_NAMES.map((name) => inFolder(folder, name));
  const there = await Promise.all(
    files.map(async (file) => {
      try {
        return (await readFile(file)) !== undefined;
      } catch {
        return true;
      }
    }),
  );
  return files.filter((_, i) => there[i]);
}
