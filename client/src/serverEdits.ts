import * as vscode from 'vscode';
import type { BaseLanguageClient, Position, TextEdit } from 'vscode-languageclient';
import { isCovered } from './coverage.ts';
import { plain } from './plainText.ts';
import type { Session } from './session.ts';

/** What the server answers when it is asked to change a document. */
interface Answer {
  readonly edits: TextEdit[];
  readonly version: number | null;
  readonly message?: string | undefined;
  readonly position?: Position | undefined;
}

/** What is said when there is nothing to do, and when the document has changed meanwhile. */
interface Sentences {
  readonly nothing: string;
  readonly stale: string;
}

/**
 * Asks the server for edits at the cursor and applies them in one step that one undo takes back. The cursor goes where
 * the answer says. Edits for an older version are refused.
 */
export async function applyServerEdits(
  session: Session,
  ask: (client: BaseLanguageClient, uri: string, position: Position) => Promise<Answer>,
  { nothing, stale }: Sentences,
): Promise<void> {
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
  const cursor = client.code2ProtocolConverter.asPosition(editor.selection.active);
  const result = await ask(client, document.uri.toString(), cursor);
  if (result.edits.length === 0) {
    void vscode.window.showInformationMessage(plain(result.message ?? nothing));
    return;
  }
  if (document.version !== version || (result.version !== null && result.version !== version)) {
    void vscode.window.showWarningMessage(stale);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(result.edits));
  if (!(await vscode.workspace.applyEdit(edit)) || result.position === undefined) return;
  const place = client.protocol2CodeConverter.asPosition(result.position);
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place));
}
