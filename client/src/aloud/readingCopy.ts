import * as vscode from 'vscode';
import { isCovered } from '../coverage.ts';
import { type ReadingCopyResult, readingCopyRequest } from '../protocol/index.ts';
import type { Session } from '../session.ts';
import { messagePage, previewPage } from './page.ts';

/** A burst of typing makes one new copy. */
const PAUSE_MS = 300;
const VIEW = 'hegaoReadingCopy';

/** 念稿: the previews of drafts as they are read from the desk. */
export interface ReadingCopies {
  /** Shows the copy of the draft in the active editor beside it. */
  open(): Promise<void>;
  /** Saves the copy that is in front as an HTML file. @returns where, undefined where nothing was saved */
  save(target?: vscode.Uri): Promise<vscode.Uri | undefined>;
  /** HTML of the preview of a draft; undefined where there is none. */
  shown(draft: vscode.Uri): string | undefined;
  readonly onDidChange: vscode.Event<vscode.Uri>;
  dispose(): void;
}

interface Preview {
  readonly document: vscode.TextDocument;
  readonly panel: vscode.WebviewPanel;
  copy: ReadingCopyResult | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  asked: number;
}

/** Makes the previews: one a draft, and it follows what is written. They run no script. */
export function createReadingCopies(session: Session): ReadingCopies {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const previews = new Map<string, Preview>();

  const refresh = async (preview: Preview): Promise<void> => {
    const mine = ++preview.asked;
    const uri = preview.document.uri;
    const client = await session.client();
    const copy = await client
      ?.sendRequest(readingCopyRequest, { uri: uri.toString() })
      .catch((error) => ({ ...FAILED, message: `念稿未能生成：${String(error)}` }));
    if (mine !== preview.asked || !previews.has(uri.toString())) return;
    preview.copy = copy?.message === undefined ? copy : undefined;
    preview.panel.webview.html = preview.copy
      ? previewPage(preview.copy)
      : messagePage(copy?.message ?? '核稿服务没有运行，念稿未能生成。');
    changed.fire(uri);
  };

  const later = (preview: Preview): void => {
    clearTimeout(preview.timer);
    preview.timer = setTimeout(() => void refresh(preview), PAUSE_MS);
  };

  const create = (document: vscode.TextDocument): Preview => {
    const name = vscode.Uri.file(document.uri.path).path.split('/').at(-1) ?? '';
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(VIEW, `念稿：${name}`, column, {
      enableScripts: false,
      localResourceRoots: [],
      enableFindWidget: true,
    });
    const preview: Preview = { document, panel, copy: undefined, timer: undefined, asked: 0 };
    const key = document.uri.toString();
    previews.set(key, preview);
    panel.onDidDispose(() => {
      clearTimeout(preview.timer);
      previews.delete(key);
    });
    return preview;
  };

  const listeners = [
    changed,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const preview = previews.get(document.uri.toString());
      if (preview && contentChanges.length > 0) later(preview);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('hegao.speech')) for (const preview of previews.values()) later(preview);
    }),
    session.onDidStart(() => {
      for (const preview of previews.values()) later(preview);
    }),
  ];

  const save = async (target?: vscode.Uri): Promise<vscode.Uri | undefined> => {
    const preview = [...previews.values()].find(({ panel }) => panel.active) ?? [...previews.values()].at(-1);
    if (!preview?.copy) {
      void vscode.window.showInformationMessage('请先用“生成念稿”打开一份念稿。');
      return undefined;
    }
    const { uri } = preview.document;
    const near = uri.with({ path: `${uri.path.replace(/\.[^./]*$/, '')}_念稿.html` });
    const chosen =
      target ??
      (await vscode.window.showSaveDialog({
        ...(uri.scheme === 'untitled' ? {} : { defaultUri: near }),
        filters: { HTML: ['html'] },
      }));
    if (chosen === undefined) return undefined;
    await vscode.workspace.fs.writeFile(chosen, new TextEncoder().encode(preview.copy.page));
    void vscode.window.showInformationMessage('念稿已保存，用浏览器打开即可打印。');
    return chosen;
  };

  return {
    async open() {
      const document = vscode.window.activeTextEditor?.document;
      if (document === undefined || !isCovered(document)) {
        void vscode.window.showInformationMessage('请先打开要念的讲话稿。');
        return;
      }
      const preview = previews.get(document.uri.toString()) ?? create(document);
      preview.panel.reveal(undefined, true);
      await refresh(preview);
    },
    save,
    shown(draft) {
      const preview = previews.get(draft.toString());
      return preview && preview.asked > 0 ? preview.panel.webview.html : undefined;
    },
    onDidChange: changed.event,
    dispose() {
      for (const { panel } of [...previews.values()]) panel.dispose();
      vscode.Disposable.from(...listeners).dispose();
    },
  };
}

const FAILED: ReadingCopyResult = { version: null, title: '', style: '', body: '', page: '' };
