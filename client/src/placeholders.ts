import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isCovered } from './coverage.ts';
import { placeholdersRequest } from './protocol.ts';
import type { Session } from './session.ts';

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

/** Selects the placeholder that `choose` picks, and shows it; tells the user when there is none. */
export async function goToPlaceholder(
  session: Session,
  choose: (ranges: readonly vscode.Range[], selection: vscode.Selection) => vscode.Range | undefined,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const client = await session.client();
  if (client === undefined) return;
  const ranges = await openPlaceholders(client, editor.document);
  if (ranges === undefined) {
    void vscode.window.showInformationMessage(
      '当前文件不按讲话稿检查。可用命令“按讲话稿检查当前文件”打开检查。',
    );
    return;
  }
  const range = choose(ranges, editor.selection);
  if (range === undefined) {
    void vscode.window.showInformationMessage('本稿没有待补之处。');
    return;
  }
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
