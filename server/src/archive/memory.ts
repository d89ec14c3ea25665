import type { ArchiveReader } from './reader.ts';
import { archiveState, openArchive } from './reader.ts';

/** Makes a way to the archives of folders that opens each once, and anew after another process has changed it. */
export function createArchiveMemory(): (folder: string) => ArchiveReader | undefined {
  const opened = new Map<string, { readonly state: string; readonly reader: ArchiveReader | undefined }>();
  return (folder) => {
    const state = archiveState(folder);
    const known = opened.get(folder);
    if (known?.state === state) return known.reader;
    known?.reader?.close();
    opened.delete(folder);
    const reader = state === '' ? undefined : openArchive(folder);
    opened.set(folder, { state, reader });
    return reader;
  };
}
