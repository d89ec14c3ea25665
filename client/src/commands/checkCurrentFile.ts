import * as vscode from 'vscode';
import { checkedLanguages, isCovered, SPEECH_LANGUAGE } from '../coverage.ts';

/**
 * 按讲话稿检查当前文件: a plain-text or untitled editor becomes a speech; Markdown stays Markdown, and the workspace's
 * `hegao.languages` takes it in. Either shows at once.
 */
export async function checkCurrentFile(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) {
    void vscode.window.showInformationMessage('请先打开要检查的讲话稿。');
    return;
  }
  if (isCovered(document)) {
    void vscode.window.showInformationMessage('当前文件已按讲话稿检查，发现的问题见“问题”面板。');
  } else if (document.languageId === 'markdown') {
    await addLanguage('markdown');
  } else if (document.languageId === 'plaintext' || document.isUntitled) {
    await vscode.languages.setTextDocumentLanguage(document, SPEECH_LANGUAGE);
  } else {
    void vscode.window.showInformationMessage(
      `当前文件的语言是 ${document.languageId}，不能按讲话稿检查。纯文本、Markdown 和未保存的新文件可以。`,
    );
  }
}

/** Into the workspace's settings; without a workspace there are only the user's. */
async function addLanguage(language: string): Promise<void> {
  const target =
    vscode.workspace.workspaceFolders === undefined && vscode.workspace.workspaceFile === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace
    .getConfiguration('hegao')
    .update('languages', [...new Set([...checkedLanguages(), language])], target);
}
