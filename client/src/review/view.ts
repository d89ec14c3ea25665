import * as vscode from 'vscode';
import type { ReviewList } from './list.ts';
import { childNodes, nodeId, nodePlaces, parentNode, type ReviewNode, rootNodes } from './nodes.ts';

/** Not below `hegao.`: VS Code makes commands of the names of views. */
const VIEW = 'hegaoReview';

const ICONS: Readonly<Record<string, string>> = {
  数字: 'symbol-number',
  日期: 'calendar',
  届次: 'list-ordered',
  名称: 'organization',
  词语: 'symbol-text',
  空白: 'edit',
};

/** 待补清单 as it is drawn. */
export interface ReviewView {
  readonly view: vscode.TreeView<ReviewNode>;
  /** The rows as they stand, for whoever cannot see them. */
  readonly provider: vscode.TreeDataProvider<ReviewNode>;
  /** What the badge shows. */
  badge(): number;
  /** Shows the list, at the speech of a document that holds a position. */
  open(uri?: vscode.Uri, position?: vscode.Position): Promise<void>;
  dispose(): void;
}

/** Makes the view of a list. */
export function createReviewView(list: ReviewList): ReviewView {
  const changed = new vscode.EventEmitter<undefined>();
  const several = () => list.files().length > 1;
  const provider: vscode.TreeDataProvider<ReviewNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => [...(node === undefined ? rootNodes(list.files()) : childNodes(node))],
    getParent: (node) => parentNode(node, several()),
    getTreeItem: (node) => treeItem(node),
  };
  const view = vscode.window.createTreeView(VIEW, { treeDataProvider: provider, showCollapseAll: true });

  const draw = (): void => {
    const total = list.total();
    view.badge = total === 0 ? undefined : { value: total, tooltip: `还有${total}处待补` };
    const state = total > 0 ? 'some' : list.isEmpty() ? 'none' : 'clear';
    // For the welcome texts and the `when` clauses of keys and menus.
    void vscode.commands.executeCommand('setContext', 'hegao.review', state);
    changed.fire(undefined);
  };
  const listening = list.onDidChange(draw);
  draw();

  return {
    view,
    provider,
    badge: () => view.badge?.value ?? 0,
    async open(uri, position) {
      const file = uri && list.file(uri);
      const speech =
        file?.speeches.find(({ range }) => position !== undefined && range.contains(position)) ??
        file?.speeches[0];
      if (file === undefined || speech === undefined) {
        await vscode.commands.executeCommand(`${VIEW}.focus`);
        return;
      }
      await view.reveal({ type: 'speech', file, speech }, { focus: true, select: true, expand: 2 });
    },
    dispose() {
      vscode.Disposable.from(listening, changed, view).dispose();
    },
  };
}

function treeItem(node: ReviewNode): vscode.TreeItem {
  const { Expanded, Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = bareItem(node);
  item.id = nodeId(node);
  item.contextValue = node.type === 'thing' && node.thing.several ? 'several' : node.type;
  const leaf = node.type === 'place' || (node.type === 'thing' && node.thing.places.length === 1);
  item.collapsibleState = leaf ? None : node.type === 'thing' ? Collapsed : Expanded;
  if (leaf) {
    const [place] = nodePlaces(node);
    item.command = {
      command: 'vscode.open',
      title: '',
      arguments: [node.file.uri, { selection: place?.range }],
    };
  }
  return item;
}

function bareItem(node: ReviewNode): vscode.TreeItem {
  const count = `${nodePlaces(node).length}处`;
  switch (node.type) {
    case 'file': {
      const item = new vscode.TreeItem(node.file.uri);
      item.description = count;
      item.iconPath = vscode.ThemeIcon.File;
      return item;
    }
    case 'speech':
      return described(new vscode.TreeItem(node.speech.title), count, 'book');
    case 'kind':
      return described(new vscode.TreeItem(node.kind), count, ICONS[node.kind] ?? 'edit');
    case 'thing': {
      const [first] = node.thing.places;
      const single = node.thing.places.length === 1;
      const fills = [...new Set(node.thing.places.flatMap(({ fill }) => fill ?? []))];
      const notes = [
        single ? (first?.where ?? '') : count,
        node.thing.several ? '不止一个，请逐处填写' : '',
        fills.length > 0 ? `可填：${fills.join('、')}` : '',
      ];
      const item = new vscode.TreeItem(node.thing.label);
      item.description = notes.filter((note) => note !== '').join(' · ');
      item.tooltip = first?.sentence ?? '';
      return item;
    }
    case 'place': {
      const { sentence, at, text, where } = node.place;
      const item = new vscode.TreeItem({ label: sentence, highlights: [[at, at + text.length]] });
      item.description = where;
      item.tooltip = sentence;
      return item;
    }
  }
}

function described(item: vscode.TreeItem, description: string, icon: string): vscode.TreeItem {
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon);
  return item;
}
