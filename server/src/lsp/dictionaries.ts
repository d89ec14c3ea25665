import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
} from 'vscode-languageserver';
import { type ReadBytes, type ReadDictionary, readDictionary, resolveIn } from '../config/segmenter.ts';
import { baseName } from '../files/paths.ts';
import type { ClientFeatures } from './features.ts';
import type { Files } from './host.ts';

/** Files that configurations name, a team's dictionary above all: read, and watched from then on. */
export interface Dictionaries {
  /** To be called with a file that counts and has no name of its own to be watched by. */
  readonly watch: (file: string) => void;
  readonly readBytes: ReadBytes;
  /** By a path as written in the editor's settings, counted from a folder. */
  readonly read: (written: string, folder: string | undefined) => Promise<ReadDictionary>;
  /** Whether a change is one of a file that is watched here. */
  readonly concerns: (params: DidChangeWatchedFilesParams) => boolean;
}

/** Makes the reader; the client is asked to watch what was read where it can. */
export function createDictionaries(
  { client, console }: Pick<Connection, 'client' | 'console'>,
  { watchesFiles }: Pick<ClientFeatures, 'watchesFiles'>,
  files: Files,
): Dictionaries {
  const watched = new Set<string>();

  const watch = (file: string): void => {
    if (watched.has(file)) return;
    watched.add(file);
    if (!watchesFiles) return;
    const globPattern = `**/${baseName(file).replace(/[*?{}[\]!,]/g, '?')}`;
    client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] })
      .catch((error: unknown) => console.warn(`未能登记：${String(error)}`));
  };

  const readBytes: ReadBytes = async (file) => {
    watch(file);
    if (files.readBytes) return files.readBytes(file);
    const read = await files.read(file);
    if (read && 'failure' in read) throw new Error(read.failure);
    return read && new TextEncoder().encode(read.text);
  };

  return {
    watch,
    readBytes,
    async read(written, folder) {
      const file = resolveIn(folder ?? '', written);
      return folder === undefined && file !== written
        ? { failure: `没有打开文件夹，请写词典的完整路径，不能是“${written}”。` }
        : readDictionary(file, readBytes);
    },
    concerns: ({ changes }) =>
      changes.some(({ uri }) => {
        const file = files.pathOf(uri);
        return file !== undefined && watched.has(file);
      }),
  };
}
