import * as vscode from 'vscode';

/** Two passages, as the server's quick fix 对照两处 hands them over. */
export interface ShownReuse {
  readonly title: string;
  readonly own: string;
  readonly other: string;
}

const SCHEME = 'hegao-reuse';

/** Holds the passages that are shown side by side; they are no files. */
export interface ReusePages extends vscode.Disposable {
  /** 对照两处: shows the passage of the other speech on the left, the draft's own on the right. */
  readonly show: (shown: ShownReuse) => Promise<void>;
}

/** Makes the pages and tells VS Code where to find them. A page is forgotten when its editor is closed. */
export function createReusePages(): ReusePages {
  const pages = new Map<string, string>();
  let count = 0;
  const page = (name: string, text: string): vscode.Uri => {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${++count}/${name}` });
    pages.set(uri.toString(), text);
    return uri;
  };
  const parts = [
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => pages.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      pages.delete(uri.toString());
    }),
  ];
  return {
    async show({ title, own, other }) {
      const [left, right] = [page('旧稿', other), page('本稿', own)];
      await vscode.commands.executeCommand('vscode.diff', left, right, title, { preview: true });
    },
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}
