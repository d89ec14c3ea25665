import * as vscode from 'vscode';
import type { ReviewList } from './list.ts';
import { isNode, nodePlaces, type ReviewNode } from './nodes.ts';
import type { OpenPlace, OpenThing } from './places.ts';
import type { ReviewView } from './view.ts';

/** What a command is about: a row of the list, or the placeholder at the cursor. */
export interface Target {
  readonly uri: vscode.Uri;
  readonly places: readonly OpenPlace[];
  /** Where it is one thing, or a place of it. */
  readonly thing?: OpenThing | undefined;
}

/** The row that a command was called on; else the placeholder at the cursor; else the row that is selected. */
export function targetOf(argument: unknown, list: ReviewList, { view }: ReviewView): Target | undefined {
  if (isNode(argument)) return targetOfNode(argument);
  const [selected] = view.selection;
  return atCursor(list) ?? (selected && targetOfNode(selected));
}

function targetOfNode(node: ReviewNode): Target {
  const thing = node.type === 'thing' || node.type === 'place' ? node.thing : undefined;
  return { uri: node.file.uri, places: nodePlaces(node), thing };
}

function atCursor(list: ReviewList): Target | undefined {
  const editor = vscode.window.activeTextEditor;
  const file = editor && list.file(editor.document.uri);
  for (const thing of file?.speeches.flatMap(({ things }) => things) ?? []) {
    const place = thing.places.find(({ range }) => editor && range.contains(editor.selection.active));
    if (file && place) return { uri: file.uri, places: [place], thing };
  }
  return undefined;
}

/** Whether all places are still what the list says; those of a file that is not open are as they were read. */
export function isCurrent({ uri, places }: Target): boolean {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return document === undefined || places.every(({ range, text }) => document.getText(range) === text);
}
