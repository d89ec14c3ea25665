import * as vscode from 'vscode';
import { isCovered } from '../coverage.ts';
import { openItemsRequest } from '../protocol/index.ts';
import type { Session } from '../session.ts';
import { shownUris } from '../workspaceFindings.ts';
import { countOf, type OpenFile, type OpenPlace, openFile, withoutPlaces } from './places.ts';

/** What is left to fill in, in the open drafts and in the files that 检查占位符 looked at. */
export interface ReviewList {
  /** Files with something left, in the order of their names. */
  files(): readonly OpenFile[];
  /** A file that is followed, whether or not something is left in it. */
  file(uri: vscode.Uri): OpenFile | undefined;
  /** How many places are left in all. */
  total(): number;
  /** Whether any draft is open or was checked. */
  isEmpty(): boolean;
  readonly onDidChange: vscode.Event<void>;
  /** The result of a check of the workspace takes the place of the one before. */
  replaceChecked(files: readonly OpenFile[]): void;
  /** Drops places at once; the server's next answer has the last word. */
  drop(uri: vscode.Uri, places: readonly OpenPlace[]): void;
  dispose(): void;
}

/**
 * Makes the list. It follows edits by the server's answers: whenever the findings of a followed document change it asks
 * anew, one request at a time for each.
 */
export function createReviewList(session: Session): ReviewList {
  const changed = new vscode.EventEmitter<void>();
  const known = new Map<string, OpenFile>();
  const checked = new Set<string>();
  const asking = new Map<string, { again: boolean }>();
  let watcher: vscode.Disposable | undefined;

  const liveDocuments = (): readonly vscode.TextDocument[] => {
    const shown = shownUris();
    return vscode.workspace.textDocuments.filter(
      (document) => shown.has(document.uri.toString()) && isCovered(document),
    );
  };
  const isLive = (key: string): boolean => liveDocuments().some(({ uri }) => uri.toString() === key);

  const forget = (key: string): void => {
    checked.delete(key);
    if (known.delete(key)) changed.fire();
  };

  const ask = async (uri: vscode.Uri): Promise<void> => {
    const key = uri.toString();
    const client = session.running();
    if (client === undefined) return;
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
    const { version, speeches } = await client.sendRequest(openItemsRequest, {
      uri: key,
      ...(folder === undefined ? {} : { folder }),
    });
    if (!isLive(key) && !checked.has(key)) return;
    known.set(key, openFile(client, uri, version, speeches));
    changed.fire();
  };

  const refresh = async (uri: vscode.Uri): Promise<void> => {
    const key = uri.toString();
    const running = asking.get(key);
    if (running !== undefined) {
      running.again = true;
      return;
    }
    const state = { again: true };
    asking.set(key, state);
    while (state.again) {
      state.again = false;
      await ask(uri).catch(() => undefined);
    }
    asking.delete(key);
  };

  /** Takes in the drafts that have a tab now, and lets go of those that have none. */
  const follow = (): void => {
    const live = liveDocuments();
    const keys = new Set(live.map(({ uri }) => uri.toString()));
    for (const { uri } of live) if (known.get(uri.toString())?.version === undefined) void refresh(uri);
    for (const [key, file] of known) {
      if (keys.has(key) || file.version === undefined) continue;
      if (checked.has(key)) void refresh(file.uri);
      else forget(key);
    }
  };

  const below = (uri: vscode.Uri): readonly string[] =>
    [...known.keys()].filter((key) => key === uri.toString() || key.startsWith(`${uri.toString()}/`));
  const watch = (): vscode.Disposable => {
    const files = vscode.workspace.createFileSystemWatcher('**/*');
    // A file that is replaced at once by another of its name is one that was made.
    const again = (uri: vscode.Uri): void => {
      if (checked.has(uri.toString())) void refresh(uri);
    };
    return vscode.Disposable.from(
      files,
      files.onDidCreate(again),
      files.onDidChange(again),
      files.onDidDelete((uri) => {
        for (const key of below(uri)) if (!isLive(key)) forget(key);
      }),
    );
  };

  const listeners = [
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const { uri } of liveDocuments())
        if (uris.some((one) => one.toString() === uri.toString())) void refresh(uri);
    }),
    // Nobody checks these while they are edited; once saved they are read again.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const key = document.uri.toString();
      if (contentChanges.length > 0 && checked.has(key) && !isLive(key) && known.delete(key)) changed.fire();
    }),
    vscode.workspace.onDidOpenTextDocument(follow),
    vscode.workspace.onDidCloseTextDocument(follow),
    vscode.window.tabGroups.onDidChangeTabs(follow),
    session.onDidStart(() => {
      for (const { uri } of liveDocuments()) void refresh(uri);
    }),
  ];
  follow();

  const withPlaces = (): readonly OpenFile[] => [...known.values()].filter((file) => countOf(file) > 0);

  return {
    files: () => [...withPlaces()].sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1)),
    file: (uri) => known.get(uri.toString()),
    total: () => withPlaces().reduce((sum, file) => sum + countOf(file), 0),
    isEmpty: () => known.size === 0,
    onDidChange: changed.event,
    replaceChecked(files) {
      for (const key of checked) if (!isLive(key)) known.delete(key);
      checked.clear();
      for (const file of files) {
        const key = file.uri.toString();
        checked.add(key);
        if (!isLive(key)) known.set(key, file);
      }
      watcher ??= watch();
      changed.fire();
    },
    drop(uri, places) {
      const file = known.get(uri.toString());
      if (file === undefined) return;
      const gone = ({ range }: OpenPlace) => places.some((place) => place.range.isEqual(range));
      known.set(uri.toString(), withoutPlaces(file, gone));
      changed.fire();
    },
    dispose() {
      vscode.Disposable.from(...listeners, changed).dispose();
      watcher?.dispose();
    },
  };
}
