import * as vscode from 'vscode';
import { applyAndSave } from '../applyAndSave.ts';
import { plain } from '../plainText.ts';
import { keepRequest } from '../protocol/index.ts';
import type { ReviewList } from '../review/list.ts';
import { isCurrent, targetOf } from '../review/target.ts';
import type { ReviewView } from '../review/view.ts';
import type { Session } from '../session.ts';
import type { WorkspaceFindings } from '../workspaceFindings.ts';

/** 保留不补: the places of a row of the list, or the one at the cursor, stay as they are; the list drops them at once. */
export async function keepPlaceholder(
  session: Session,
  list: ReviewList,
  view: ReviewView,
  findings: WorkspaceFindings,
  argument?: unknown,
): Promise<void> {
  const target = targetOf(argument, list, view);
  if (target === undefined) {
    void vscode.window.showInformationMessage('请在待补清单里选一项，或把光标放在没有填的地方。');
    return;
  }
  const client = await session.client();
  if (client === undefined) return;
  if (!isCurrent(target)) {
    void vscode.window.showWarningMessage('文稿刚有改动，没有记下。请再执行一次。');
    return;
  }
  const { uri, places } = target;
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
  const { edit, message } = await client.sendRequest(keepRequest, {
    uri: uri.toString(),
    ...(folder === undefined ? {} : { folder }),
    positions: places.map(({ range }) => client.code2ProtocolConverter.asPosition(range.start)),
  });
  if (edit === undefined) {
    void vscode.window.showWarningMessage(plain(message ?? '没有可保留之处。'));
    return;
  }
  if (!(await applyAndSave(client, edit))) return;
  list.drop(uri, places);
  findings.dropAt(
    uri,
    places.map(({ range }) => range),
  );
}
