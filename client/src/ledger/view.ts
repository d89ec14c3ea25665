import * as vscode from 'vscode';
import { isCovered } from '../coverage.ts';
import type { Session } from '../session.ts';
import { ledgerCsv } from './csv.ts';
import { isFromPage, type Shown, type ToPage } from './messages.ts';
import { ledgerPage, pageFolder } from './page.ts';
import type { LedgerRow } from './row.ts';
import { askFigures, type LedgerList } from './source.ts';

/** Not below `hegao.`: VS Code makes commands of the names of views. */
const VIEW = 'hegaoLedger';
/** A burst of typing is one question. */
const PAUSE_MS = 150;
const NO_DRAFT = '打开讲话稿，稿子里的数据都列在这里。';
const NO_FIGURES = '本稿没有读出数据。';

/** 数据台账 of the draft in the active editor. */
export interface LedgerView {
  /** What the page shows, row by row; undefined before it shows anything. */
  shown(): { readonly rows: readonly LedgerRow[]; readonly state: Shown } | undefined;
  /** Fires whenever the page shows something else. */
  readonly onDidChange: vscode.Event<void>;
  /** Shows the view and puts the focus into it. */
  open(): Promise<void>;
  /** Copies the rows shown, or all where the view is closed. @returns how many */
  copy(): Promise<number>;
  dispose(): void;
}

/** Makes the view. The server is asked while it can be seen, one question at a time; the newest answer counts. */
export function createLedgerView(session: Session, extension: vscode.Uri): LedgerView {
  const changed = new vscode.EventEmitter<void>();
  let page: vscode.WebviewView | undefined;
  let ready = false;
  let wantsFocus = false;
  let followed: vscode.TextDocument | undefined;
  let lists = 0;
  let list: LedgerList | undefined;
  let state: Shown | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let again = false;

  const post = (message: ToPage): void => void page?.webview.postMessage(message);

  const send = (): void => {
    if (!ready) return;
    const rows = list?.rows ?? [];
    post({ type: 'rows', list: lists, rows, empty: followed === undefined ? NO_DRAFT : NO_FIGURES });
    if (wantsFocus) post({ type: 'focus' });
    wantsFocus = false;
  };

  const take = (next: LedgerList | undefined): void => {
    list = next;
    lists += 1;
    void vscode.commands.executeCommand('setContext', 'hegao.ledger', next ? 'some' : 'none');
    send();
  };

  const ask = async (): Promise<LedgerList | undefined> => {
    const document = followed;
    const client = document && (await session.client());
    return document && client ? askFigures(client, document) : undefined;
  };

  const refresh = async (): Promise<void> => {
    again = asking;
    if (asking || page?.visible !== true) return;
    asking = true;
    const next = await ask().catch(() => undefined);
    asking = false;
    const current = next === undefined || next.uri.toString() === followed?.uri.toString();
    if (current) take(next);
    if (again || !current || (next !== undefined && next.version !== followed?.version)) later();
  };

  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), PAUSE_MS);
  };

  /** The draft in the active editor; when that is something else, the last draft that still has a tab. */
  const follow = (): void => {
    const active = vscode.window.activeTextEditor?.document;
    const next = active && isCovered(active) ? active : followed?.isClosed === false ? followed : undefined;
    if (next === followed) return;
    followed = next;
    void refresh();
  };

  const go = async (of: number, index: number): Promise<void> => {
    const range = of === lists ? list?.ranges[index] : undefined;
    if (list === undefined || range === undefined) return;
    await vscode.window.showTextDocument(list.uri, { selection: range });
  };

  const shownRows = (): readonly LedgerRow[] => {
    if (list === undefined) return [];
    const { rows } = list;
    return state?.list === lists ? state.order.flatMap((index) => rows[index] ?? []) : rows;
  };

  const copy = async (): Promise<number> => {
    const seen = page?.visible === true && list !== undefined;
    const rows = seen ? shownRows() : ((await ask())?.rows ?? []);
    if (rows.length === 0) {
      void vscode.window.showInformationMessage(followed === undefined ? NO_DRAFT : '没有可复制的数据。');
      return 0;
    }
    await vscode.env.clipboard.writeText(ledgerCsv(rows));
    vscode.window.setStatusBarMessage(`已复制${rows.length}行数据，可粘贴到 WPS、Excel`, 5000);
    return rows.length;
  };

  const receive = (message: unknown): void => {
    if (!isFromPage(message)) return;
    if (message.type === 'ready') {
      ready = true;
      send();
    } else if (message.type === 'copy') void copy();
    else if (message.type === 'go') void go(message.list, message.index);
    else {
      state = message;
      changed.fire();
    }
  };

  const provider: vscode.WebviewViewProvider = {
    resolveWebviewView(view) {
      page = view;
      ready = false;
      view.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
      view.webview.onDidReceiveMessage(receive);
      view.webview.html = ledgerPage(view.webview, extension);
      view.onDidChangeVisibility(() => {
        if (view.visible) void refresh();
      });
      view.onDidDispose(() => {
        page = undefined;
        state = undefined;
        ready = false;
      });
      void refresh();
    },
  };

  const listeners = [
    vscode.window.registerWebviewViewProvider(VIEW, provider),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidOpenTextDocument(follow),
    vscode.workspace.onDidCloseTextDocument(follow),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document === followed && contentChanges.length > 0) later();
    }),
    session.onDidStart(() => void refresh()),
    changed,
  ];
  follow();

  return {
    shown: () => (state?.list === lists ? { rows: shownRows(), state } : undefined),
    onDidChange: changed.event,
    async open() {
      wantsFocus = true;
      await vscode.commands.executeCommand(`${VIEW}.focus`);
      if (ready) send();
    },
    copy,
    dispose() {
      clearTimeout(timer);
      vscode.Disposable.from(...listeners).dispose();
    },
  };
}
