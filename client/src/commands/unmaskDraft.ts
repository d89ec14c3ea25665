import * as vscode from 'vscode';
import { isCovered } from '../coverage.ts';
import { plain } from '../plainText.ts';
import { unmaskRequest } from '../protocol/index.ts';
import type { Session } from '../session.ts';

/** What is asked where it is absent. */
export interface UnmaskOptions {
  readonly key: vscode.Uri;
}

/** 还原脱敏稿: asks for the key and opens the restored text as a new document; the masks that are left are named. */
export async function unmaskDraft(session: Session, options?: UnmaskOptions): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isCovered(document)) {
    void vscode.window.showInformationMessage('请先打开脱敏稿，再还原。');
    return;
  }
  const key = options?.key ?? (await askKey(document.uri));
  const client = await session.client();
  if (key === undefined || client === undefined) return;
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(key));
  const { text, restored, open, message } = await client.sendRequest(unmaskRequest, {
    uri: document.uri.toString(),
    key: content,
  });
  if (text === undefined) {
    void vscode.window.showWarningMessage(plain(message ?? '没有还原。'));
    return;
  }
  const made = await vscode.workspace.openTextDocument({ content: text, language: document.languageId });
  await vscode.window.showTextDocument(made);
  const lines = [...new Set(open.map(({ range }) => range.start.line + 1))];
  const left =
    open.length === 0
      ? ''
      : `${open.length}处不能确定原来是什么，记号照留（脱敏稿第${lines.slice(0, 10).join('、')}${lines.length > 10 ? '……' : ''}行），请对照原稿填写。`;
  void vscode.window.showInformationMessage(`还原${restored}处。${left}`);
}

async function askKey(near: vscode.Uri): Promise<vscode.Uri | undefined> {
  const [key] =
    (await vscode.window.showOpenDialog({
      title: '生成脱敏稿时存下的密钥',
      ...(near.scheme === 'untitled' ? {} : { defaultUri: vscode.Uri.joinPath(near, '..') }),
      filters: { 密钥: ['key.json', 'json'] },
    })) ?? [];
  return key;
}
