import * as vscode from 'vscode';
import { isCovered } from './coverage.ts';
import { editOutlineRequest, type OutlineAction } from './protocol.ts';
import type { Session } from './session.ts';

/** Has the server edit the outline at the cursor: one step to undo, and the cursor goes along with its section. */
export async function editOutline(session: Session, action: OutlineAction): Promise<void> {
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
  const result = await client.sendRequest(editOutlineRequest, {
    uri: document.uri.toString(),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
    action,
  });
  if (result.edits.length === 0) {
    void vscode.window.showInformationMessage(result.message ?? '此处没有可调整的序号。');
    return;
  }
  if (document.version !== version || (result.version !== null && result.version !== version)) {
    void vscode.window.showWarningMessage('文稿刚有改动，层次和序号未作调整。请再执行一次。');
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(result.edits));
  if (!(await vscode.workspace.applyEdit(edit)) || result.position === undefined) return;
  const cursor = client.protocol2CodeConverter.asPosition(result.position);
  editor.selection = new vscode.Selection(cursor, cursor);
  editor.revealRange(new vscode.Range(cursor, cursor));
}
