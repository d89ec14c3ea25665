import * as vscode from 'vscode';
import { isCovered } from './coverage.ts';
import { openPlaceholders } from './placeholders.ts';
import type { Session } from './session.ts';

/** 待补 N 处 for the speech in the active editor; a click goes to the next one. */
export interface StatusBar {
  /** What the status bar shows now; undefined when it shows nothing. */
  text(): string | undefined;
  readonly onDidChange: vscode.Event<string | undefined>;
  dispose(): void;
}

/** Makes the status-bar item. It is counted anew whenever the findings of the active document change. */
export function createStatusBar(session: Session): StatusBar {
  const item = vscode.window.createStatusBarItem('hegao.placeholders', vscode.StatusBarAlignment.Left, 10);
  item.name = '核稿：待补';
  item.command = 'hegao.nextPlaceholder';
  const changed = new vscode.EventEmitter<string | undefined>();
  let visible: string | undefined;
  let latest = 0;

  const show = (count: number | undefined): void => {
    visible = count === undefined ? undefined : `待补 ${count} 处`;
    if (visible === undefined) {
      item.hide();
    } else {
      item.text = `$(${count === 0 ? 'check' : 'edit'}) ${visible}`;
      item.tooltip = count === 0 ? '本稿没有待补之处' : '转到下一处待补';
      item.show();
    }
    changed.fire(visible);
  };

  const update = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const document = vscode.window.activeTextEditor?.document;
    const covered = document !== undefined && isCovered(document);
    // For the `when` clauses of keys and menus.
    void vscode.commands.executeCommand('setContext', 'hegao.active', covered);
    const client = session.running();
    const ranges =
      covered && client !== undefined
        ? await openPlaceholders(client, document).catch(() => undefined)
        : undefined;
    if (mine === latest) show(ranges?.length);
  };

  const isActive = (uri: vscode.Uri): boolean =>
    vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.languages.onDidChangeDiagnostics((event) => {
      if (event.uris.some(isActive)) void update();
    }),
    // A change of language mode closes and opens the document in its editor.
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isActive(document.uri)) void update();
    }),
    session.onDidStart(update),
  ];
  void update();

  return {
    text: () => visible,
    onDidChange: changed.event,
    dispose() {
      vscode.Disposable.from(...listeners, changed, item).dispose();
    },
  };
}
