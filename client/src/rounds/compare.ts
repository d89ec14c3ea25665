import * as vscode from 'vscode';
import { isCovered } from '../coverage.ts';
import { plain } from '../plainText.ts';
import { compareRequest } from '../protocol/index.ts';
import type { Session } from '../session.ts';
import { type EarlierSource, type EarlierSources, pickEarlier, readEarlier, sourceName } from './sources.ts';
import type { ChangesView } from './view.ts';

const SCHEME = 'hegao-earlier';

/** For callers other than the user: which version went before. */
export interface CompareOptions {
  readonly earlier?: EarlierSource;
}

/** 与上一稿对比, and what it leaves behind: the version that went before is told to every new server. */
export interface Comparer extends vscode.Disposable {
  /** How many changes there are; undefined where nothing was compared. */
  readonly compare: (options?: CompareOptions) => Promise<number | undefined>;
}

/** Makes the command with its pages: an earlier version is shown as it was read, it is no file. */
export function createComparer(session: Session, sources: EarlierSources, view: ChangesView): Comparer {
  const pages = new Map<string, string>();
  let count = 0;
  const page = (name: string, text: string): vscode.Uri => {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${++count}/${name}（上一稿）` });
    pages.set(uri.toString(), text);
    return uri;
  };

  /** Tells the server of a version that was chosen before. */
  const remind = async (document: vscode.TextDocument): Promise<void> => {
    const source = isCovered(document) ? sources.of(document.uri) : undefined;
    const client = session.running();
    if (source === undefined || !client) return;
    const earlier = await readEarlier(document.uri, source);
    if (earlier === undefined) return;
    await client
      .sendRequest(compareRequest, { uri: document.uri.toString(), earlier })
      .catch(() => undefined);
  };

  const parts = [
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => pages.get(uri.toString()) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      pages.delete(uri.toString());
      if (view.shown()?.now.toString() === uri.toString()) void view.show(undefined);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => void remind(document)),
    session.onDidStart(() => {
      for (const document of vscode.workspace.textDocuments) void remind(document);
    }),
  ];

  return {
    async compare(options = {}) {
      const document = vscode.window.activeTextEditor?.document;
      if (!document || !isCovered(document)) {
        void vscode.window.showInformationMessage('请先打开讲话稿；别的文件请先用“按讲话稿检查当前文件”。');
        return undefined;
      }
      const source = options.earlier ?? (await pickEarlier(document.uri, sources.of(document.uri)));
      if (source === undefined) return undefined;
      const earlier = await readEarlier(document.uri, source);
      const client = earlier === undefined ? undefined : await session.client();
      if (earlier === undefined || !client) {
        void vscode.window.showWarningMessage(plain(`读不出上一稿：${sourceName(source)}。`));
        return undefined;
      }
      const { version, changes } = await client.sendRequest(compareRequest, {
        uri: document.uri.toString(),
        earlier,
      });
      if (version === null) return undefined;
      await sources.remember(document.uri, source);
      const old = page(sourceName(source), earlier);
      const title = `${sourceName(source)} ↔ ${document.uri.path.split('/').at(-1) ?? ''}`;
      await view.show({ old, now: document.uri, title, changes });
      await vscode.commands.executeCommand('vscode.diff', old, document.uri, title);
      const said = changes.length === 0 ? '与上一稿没有实质不同。' : `与上一稿有${changes.length}处不同。`;
      vscode.window.setStatusBarMessage(said, 5000);
      return changes.length;
    },
    dispose() {
      vscode.Disposable.from(...parts).dispose();
    },
  };
}
