import { isConfigFile } from '../config/locate.ts';
import { inFolder } from '../files/paths.ts';
import type { Files } from './host.ts';

/** Where a document stands for the search of configuration files: one without a path stands in `root`. */
export function draftPath(files: Files, uri: string, root: string | undefined): string | undefined {
  return files.pathOf(uri) ?? (root === undefined ? undefined : inFolder(root, 'untitled'));
}

/** Whether a document is a configuration file and therefore no draft. */
export function isConfigUri(files: Files, uri: string): boolean {
  const file = files.pathOf(uri);
  return file !== undefined && isConfigFile(file);
}
