import type { ArchiveReader } from './reader.ts';
import { archiveState, openArchive } from './reader.ts';

/** A way to the archives of folders. */
export interface ArchiveMemory {
  /** The archive as it is now: opened once, and anew after another process has changed it. @throws a Chinese reason */
  readonly open: (folder: string) => ArchiveReader | undefined;
  /** Closes all; the next call of `open` opens anew. */
  readonly close: () => void;
}

/** Makes a way to the archives; none is open. */
export function createArchiveMemory(): ArchiveMemory {
  const opened = new Map<string, { readonly state: string; readonly reader: ArchiveReader | undefined }>();
  return {
    open,
    close() {
      for (const { reader } of opened.values()) reader?.close();
      opened.clear();
    },
  };

  function open(folder: string): ArchiveReader | undefined {
    const state = archiveState(folder);
    const known = opened.get(folder);
    if (known?.state === state) return known.reader;
    known?.reader?.close();
    opened.delete(folder);
    const reader = state === '' ? undefined : openArchive(folder);
    opened.set(folder, { state, reader });
    return reader;
  }
}
