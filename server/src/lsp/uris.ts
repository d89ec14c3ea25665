import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isConfigFile } from '../config/locate.ts';

/** The path of a `file:` URI; undefined for any other. */
export function filePath(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** The URI of a full path. */
export function fileUri(file: string): string {
  return pathToFileURL(file).href;
}

/** Where a document stands for the search of configuration files: one without a path stands in `root`. */
export function draftPath(uri: string, root: string | undefined): string | undefined {
  return filePath(uri) ?? (root === undefined ? undefined : path.join(root, 'untitled'));
}

/** Whether a document is a configuration file and therefore no draft. */
export function isConfigUri(uri: string): boolean {
  const file = filePath(uri);
  return file !== undefined && isConfigFile(file);
}
