import * as vscode from 'vscode';
import { isCovered } from './coverage.ts';
import type { ReviewList } from './review/list.ts';
import { countOf } from './review/places.ts';

/** 待补 N 处 for the speech in the active editor, from the list; a click goes to the next one. */
export interface StatusBar {
  /** What the status bar shows now; undefined when it shows nothing. */
  text(): string | undefined;
  readonly onDidChange: vscode.Event<string | undefined>;
  dispose(): void;
}

/** Makes the status-bar item. Where other files of the list have places too, it says how many there are in all. */
export function createStatusBar(list: ReviewList): StatusBar {
  const item = vscode.window.createStatusBarItem('hegao.placeholders', vscode.StatusBarAlignment.Left, 10);
  item.name = '核稿：待补';
  item.command = 'hegao.nextPlaceholder';
  const changed = new vscode.EventEmitter<string | undefined>();
  let visible: string | undefined;

  const show = (count: number | undefined, total: number): void => {
    const others = count !== undefined && total > count ? `，共 ${total} 处` : '';
    visible = count === undefined ? undefined : `待补 ${count} 处${others}`;
    if (visible === undefined) {
      item.hide();
    } else {
      item.text = `$(${total === 0 ? 'check' : 'edit'}) ${visible}`;
      item.tooltip = total === 0 ? '没有待补之处' : '转到下一处待补';
      item.show();
    }
    changed.fire(visible);
  };

  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const covered = document !== undefined && isCovered(document);
    // For the `when` clauses of keys and menus.
    void vscode.commands.executeCommand('setContext', 'hegao.active', covered);
    const file = covered ? list.file(document.uri) : undefined;
    show(file && countOf(file), list.total());
  };

  const listeners = [
    vscode.window.onDidChangeActiveTextEditor(update),
    // A change of language mode closes and opens the document in its editor.
    vscode.workspace.onDidOpenTextDocument(update),
    list.onDidChange(update),
  ];
  update();

  return {
    text: () => visible,
    onDidChange: changed.event,
    dispose() {
      vscode.Disposable.from(...listeners, changed, item).dispose();
    },
  };
}
