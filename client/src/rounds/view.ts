import * as vscode from 'vscode';
import type { ChangedPlace, DraftChange } from '../protocol/index.ts';

const VIEW = 'hegaoChanges';

/** Two versions of a document and what differs between them. */
export interface ShownChanges {
  readonly old: vscode.Uri;
  readonly now: vscode.Uri;
  /** What the tab with both says. */
  readonly title: string;
  readonly changes: readonly DraftChange[];
}

/** A row of the list. */
export type ChangeNode =
  | { readonly type: 'kind'; readonly kind: string; readonly changes: readonly DraftChange[] }
  | { readonly type: 'change'; readonly change: DraftChange };

/** The list of changes by kind, beside the two versions. */
export interface ChangesView extends vscode.Disposable {
  /** The rows as they stand, for whoever cannot see them. */
  readonly provider: vscode.TreeDataProvider<ChangeNode>;
  /** Fills the list and brings it into view; it goes away where there is nothing to show. */
  readonly show: (shown: ShownChanges | undefined) => Promise<void>;
  readonly shown: () => ShownChanges | undefined;
}

const ICONS: Readonly<Record<string, string>> = {
  数据: 'symbol-number',
  名称: 'symbol-class',
  日期: 'calendar',
  待补: 'edit',
  标题: 'list-tree',
  预告: 'checklist',
  段落: 'list-flat',
  文字: 'symbol-text',
};

/** Makes the view; it is there once two versions were compared. */
export function createChangesView(): ChangesView {
  const changed = new vscode.EventEmitter<undefined>();
  let current: ShownChanges | undefined;
  const provider: vscode.TreeDataProvider<ChangeNode> = {
    onDidChangeTreeData: changed.event,
    getChildren(node) {
      if (node) return node.type === 'kind' ? node.changes.map((change) => ({ type: 'change', change })) : [];
      const changes = current?.changes ?? [];
      return [...new Set(changes.map(({ kind }) => kind))].sort(byOrder).map((kind) => ({
        type: 'kind',
        kind,
        changes: changes.filter((change) => change.kind === kind),
      }));
    },
    getTreeItem: (node) => (node.type === 'kind' ? kindItem(node) : changeItem(node.change, current)),
  };
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });
  return {
    provider,
    shown: () => current,
    async show(shown) {
      current = shown;
      view.description = shown ? `${shown.changes.length}处` : '';
      view.message = shown?.changes.length === 0 ? '与上一稿没有实质不同。' : '';
      changed.fire(undefined);
      await vscode.commands.executeCommand('setContext', 'hegao.changes', shown !== undefined);
      if (shown) await vscode.commands.executeCommand(`${VIEW}.focus`);
    },
    dispose() {
      vscode.Disposable.from(view, changed).dispose();
    },
  };
}

function byOrder(a: string, b: string): number {
  const order = Object.keys(ICONS);
  return order.indexOf(a) - order.indexOf(b);
}

function kindItem({ kind, changes }: Extract<ChangeNode, { type: 'kind' }>): vscode.TreeItem {
  const item = new vscode.TreeItem(kind, vscode.TreeItemCollapsibleState.Expanded);
  item.description = `${changes.length}处`;
  item.iconPath = new vscode.ThemeIcon(ICONS[kind] ?? 'diff');
  return item;
}

function changeItem(change: DraftChange, shown: ShownChanges | undefined): vscode.TreeItem {
  const { way, topic, old, now } = change;
  const sides = [old, now].flatMap((side) => (side ? [short(side)] : []));
  const words = way === '移' ? sides.slice(1) : sides;
  const item = new vscode.TreeItem(`${way} ${topic === '' ? '' : `${topic}：`}${words.join(' → ')}`);
  const places = [old && `上一稿 ${old.where}`, now && `本稿 ${now.where}`].filter((place) => place !== null);
  item.description = (now ?? old)?.where ?? '';
  item.tooltip = [...places, old?.text, now?.text].filter((line) => line !== undefined).join('\n');
  if (shown) item.command = jump(change, shown);
  return item;
}

/** Goes to the place in the page with both versions; what was deleted is shown where it stood. */
function jump({ old, now }: DraftChange, shown: ShownChanges): vscode.Command {
  const at = (place: ChangedPlace) => {
    const { start, end } = place.range;
    return { selection: new vscode.Range(start.line, start.character, end.line, end.character) };
  };
  return now
    ? { command: 'vscode.diff', title: '', arguments: [shown.old, shown.now, shown.title, at(now)] }
    : { command: 'vscode.open', title: '', arguments: [shown.old, old ? at(old) : {}] };
}

function short({ text }: ChangedPlace): string {
  const words = text.replace(/\s+/g, ' ');
  return `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
}
