import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';

/** The folders of the workspace as they are now, by URI. */
export interface WorkspaceFolders {
  readonly uris: () => readonly string[];
  readonly change: (event: WorkspaceFoldersChangeEvent) => void;
}

/** The folders that the client names at the start. */
export function createFolders({
  workspaceFolders,
  rootUri,
}: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>): WorkspaceFolders {
  let folders = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return {
    uris: () => folders,
    change({ added, removed }) {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
    },
  };
}
