import * as vscode from 'vscode';
import { SPEECH_LANGUAGE } from '../coverage.ts';
import { plain } from '../plainText.ts';
import { readWordRequest } from '../protocol/index.ts';
import type { Session } from '../session.ts';

/** 从 Word 导入: the text of a .docx as a new speech that nobody needs to save; the file stays as it is. */
export async function importWord(session: Session, given: unknown): Promise<void> {
  const file = given instanceof vscode.Uri ? given : await chooseFile();
  if (file === undefined) return;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(file);
  } catch (error) {
    void vscode.window.showErrorMessage(plain(`未能打开 ${name}：${String(error)}`));
    return;
  }
  const client = await session.client();
  if (client === undefined) return;
  const {
    text,
    notices = [],
    failure,
  } = await client.sendRequest(readWordRequest, {
    name,
    base64: base64Of(bytes),
  });
  if (text === undefined) {
    void vscode.window.showErrorMessage(plain(`${name}：${failure}。`));
    return;
  }
  const document = await vscode.workspace.openTextDocument({ content: text, language: SPEECH_LANGUAGE });
  await vscode.window.showTextDocument(document, { preview: false });
  for (const notice of notices) void vscode.window.showWarningMessage(plain(`${name}：${notice}。`));
}

async function chooseFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: '从 Word 导入',
    openLabel: '导入',
    filters: { 'Word 文档': ['docx', 'docm', 'doc', 'wps'] },
  });
  return chosen?.[0];
}

/** Without Buffer, which browsers lack; in pieces, for a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}

const PIECE = 1 << 14;
