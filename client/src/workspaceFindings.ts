import * as vscode from 'vscode';
import { isCovered } from './coverage.ts';

/**
 * What 检查占位符 found in files that are not open. The server's own diagnostics are for open documents only; this
 * collection holds the rest, so that no finding is shown twice and none outlives the text it was found in.
 */
export interface WorkspaceFindings {
  /** Replaces everything by the results of a new check; files that the server checks already are left out. */
  replace(results: readonly (readonly [vscode.Uri, readonly vscode.Diagnostic[]])[]): void;
  /** Drops findings at places of a file: it was decided that they stay as they are. */
  dropAt(uri: vscode.Uri, ranges: readonly vscode.Range[]): void;
  /** Drops what open documents that the server checks now have of their own. */
  dropCovered(): void;
  dispose(): void;
}

/** Makes the collection and the listeners that drop its entries. */
export function createWorkspaceFindings(): WorkspaceFindings {
  const collection = vscode.languages.createDiagnosticCollection('hegao-workspace');
  let watcher: vscode.Disposable | undefined;

  const drop = (uri: vscode.Uri): void => {
    if (collection.has(uri)) collection.delete(uri);
  };
  // A deleted or renamed folder is one event, without its files.
  const dropBelow = (uri: vscode.Uri): void => {
    const folder = `${uri.toString()}/`;
    const gone: vscode.Uri[] = [];
    collection.forEach((entry) => {
      if (entry.toString() === uri.toString() || entry.toString().startsWith(folder)) gone.push(entry);
    });
    for (const entry of gone) collection.delete(entry);
  };
  // A document without a tab is in memory only: its text was read, or its tab was closed a while ago.
  const dropCovered = (): void => {
    const shown = shownUris();
    for (const document of vscode.workspace.textDocuments) {
      if (shown.has(document.uri.toString()) && isCovered(document)) drop(document.uri);
    }
  };

  const watch = (): vscode.Disposable => {
    const files = vscode.workspace.createFileSystemWatcher('**/*', true, false, false);
    return vscode.Disposable.from(files, files.onDidChange(drop), files.onDidDelete(dropBelow));
  };

  const listeners = [
    // A document that the server does not check (plain text, Markdown) keeps its entry until it is edited:
    // nothing else would show the finding on which the reader just clicked.
    vscode.workspace.onDidOpenTextDocument(dropCovered),
    vscode.window.tabGroups.onDidChangeTabs(dropCovered),
    vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.contentChanges.length > 0) drop(event.document.uri);
    }),
    vscode.workspace.onDidRenameFiles((event) => {
      for (const file of event.files) dropBelow(file.oldUri);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders((event) => {
      for (const folder of event.removed) dropBelow(folder.uri);
    }),
  ];

  return {
    replace(results) {
      collection.clear();
      for (const [uri, diagnostics] of results) if (diagnostics.length > 0) collection.set(uri, diagnostics);
      dropCovered();
      watcher ??= watch();
    },
    dropAt(uri, ranges) {
      const all = collection.get(uri);
      if (all === undefined) return;
      const gone = (range: vscode.Range) => ranges.some((one) => one.isEqual(range));
      collection.set(
        uri,
        all.filter(({ range }) => !gone(range)),
      );
    },
    dropCovered,
    dispose() {
      vscode.Disposable.from(...listeners).dispose();
      watcher?.dispose();
      collection.dispose();
    },
  };
}

/** The documents that have a tab: those the server's findings are shown for. */
export function shownUris(): ReadonlySet<string> {
  const uris = new Set<string>();
  for (const { tabs } of vscode.window.tabGroups.all) {
    for (const { input } of tabs) {
      if (input instanceof vscode.TabInputText) uris.add(input.uri.toString());
      else if (input instanceof vscode.TabInputTextDiff) uris.add(input.modified.toString());
    }
  }
  return uris;
}
