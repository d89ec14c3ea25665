import * as vscode from 'vscode';
import { isCovered } from '../coverage.ts';
import { renumberRequest } from '../protocol.ts';
import type { Session } from '../session.ts';

/** 重排序号: numbers the headings of one level, that of the heading at or above the cursor, in their order. */
export async function renumber(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  const { document } = editor;
  if (!isCovered(document)) {
    void vscode.window.showInformationMessage(
      '当前文件不按讲话稿检查。可用命令“按讲话稿检查当前文件”打开检查。',
    );
    return;
  }
  const client = await session.client();
  if (client === undefined) return;
  const version = document.version;
  const result = await client.sendRequest(renumberRequest, {
    uri: document.uri.toString(),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  });
  if (result.edits.length === 0) {
    void vscode.window.showInformationMessage(result.message ?? '此处没有可重排的序号。');
    return;
  }
  if (document.version !== version || (result.version !== null && result.version !== version)) {
    void vscode.window.showWarningMessage('文稿刚有改动，序号未重排。请再执行一次。');
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(result.edits));
  await vscode.workspace.applyEdit(edit);
}
