import * as vscode from 'vscode';
import { SPEECH_LANGUAGE } from '../coverage.ts';

/** 打开样稿: a short draft with the usual slips, as a new document that nobody needs to save. */
export async function openSample(extension: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'walkthrough/sample.txt'));
  const document = await vscode.workspace.openTextDocument({
    content: new TextDecoder().decode(bytes),
    language: SPEECH_LANGUAGE,
  });
  await vscode.window.showTextDocument(document, { preview: false });
}
