import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isCovered } from './coverage.ts';
import { placeholdersRequest } from './protocol/index.ts';
import type { ReviewList } from './review/list.ts';
import { type OpenFile, placesOf } from './review/places.ts';
import type { Session } from './session.ts';

/** To the next place or to the one before. */
export type Direction = 'next' | 'previous';

/** The ranges still to be filled in, in the order of the text; undefined when the document is not checked. */
export async function openPlaceholders(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
): Promise<readonly vscode.Range[] | undefined> {
  if (!isCovered(document)) return undefined;
  const { items } = await client.sendRequest(placeholdersRequest, { uri: document.uri.toString() });
  return items
    .map((item) => client.protocol2CodeConverter.asRange(item.range))
    .sort((a, b) => a.start.compareTo(b.start));
}

/**
 * Selects the next placeholder of the document, or the one before; at the end of the document that of the next file of
 * the list, and in the only file goes round. Tells the user when there is none.
 */
export async function goToPlaceholder(
  session: Session,
  list: ReviewList,
  direction: Direction,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const client = await session.client();
  if (client === undefined) return;
  const ranges = editor && (await openPlaceholders(client, editor.document));
  const inside = editor && ranges && choose(ranges, editor.selection, direction);
  if (editor && inside) return select(editor, inside);
  const other = otherFile(list.files(), editor?.document.uri, direction);
  if (other) return openAt(client, other, direction);
  const [round] = direction === 'next' ? (ranges ?? []) : (ranges ?? []).slice(-1);
  if (editor && round) return select(editor, round);
  void vscode.window.showInformationMessage(
    editor && ranges === undefined
      ? '当前文件不按讲话稿检查。可用命令“按讲话稿检查当前文件”打开检查。'
      : '没有待补之处。',
  );
}

function choose(
  ranges: readonly vscode.Range[],
  selection: vscode.Selection,
  direction: Direction,
): vscode.Range | undefined {
  if (direction === 'previous') return ranges.findLast(({ start }) => start.isBefore(selection.start));
  return ranges.find(
    (range) =>
      range.start.isAfter(selection.start) ||
      (range.start.isEqual(selection.start) && selection.isEmpty && !range.isEmpty),
  );
}

/** The file of the list behind a file, or before it, going round; undefined where there is no other. */
function otherFile(
  files: readonly OpenFile[],
  uri: vscode.Uri | undefined,
  direction: Direction,
): OpenFile | undefined {
  const others = files.filter((file) => file.uri.toString() !== uri?.toString());
  const isBehind = (file: OpenFile) => uri !== undefined && file.uri.path > uri.path;
  return direction === 'next'
    ? (others.find(isBehind) ?? others[0])
    : (others.findLast((file) => !isBehind(file)) ?? others.at(-1));
}

async function openAt(client: BaseLanguageClient, file: OpenFile, direction: Direction): Promise<void> {
  const document = await vscode.workspace.openTextDocument(file.uri);
  const editor = await vscode.window.showTextDocument(document);
  const ranges = (await openPlaceholders(client, document)) ?? placesOf(file).map(({ range }) => range);
  const range = direction === 'next' ? ranges[0] : ranges.at(-1);
  if (range) select(editor, range);
}

function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
