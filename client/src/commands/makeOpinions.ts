import * as vscode from 'vscode';
import { isCovered } from '../coverage.ts';
import { plain } from '../plainText.ts';
import { type OpinionsParams, opinionsRequest } from '../protocol/index.ts';
import type { Session } from '../session.ts';

const FORMATS: Readonly<Record<string, OpinionsParams['format']>> = {
  docx: 'docx',
  csv: 'csv',
  md: 'markdown',
};
const FILTERS = { 'Word 表格': ['docx'], 'CSV（WPS、Excel）': ['csv'], Markdown: ['md'] };

/** 生成核稿意见表: asks where to, by the ending in what form, and writes the table. How many opinions; undefined where there is no table. */
export async function makeOpinions(
  session: Session,
  options: { readonly file?: vscode.Uri } = {},
): Promise<number | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !isCovered(document)) {
    void vscode.window.showInformationMessage('请先打开讲话稿；别的文件请先用“按讲话稿检查当前文件”。');
    return undefined;
  }
  const file = options.file ?? (await askFile(document.uri));
  const client = file && (await session.client());
  if (!file || !client) return undefined;
  const format = FORMATS[/\.(\w+)$/.exec(file.path)?.[1]?.toLowerCase() ?? ''];
  if (format === undefined) {
    void vscode.window.showWarningMessage('核稿意见表的文件名请以 .docx、.csv 或 .md 结尾。');
    return undefined;
  }
  const uri = document.uri.toString();
  const { content, count, message } = await client.sendRequest(opinionsRequest, { uri, format });
  if (content === undefined) {
    void vscode.window.showWarningMessage(plain(message ?? '没有生成核稿意见表。'));
    return undefined;
  }
  const bytes =
    format === 'docx'
      ? Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
      : new TextEncoder().encode(content);
  await vscode.workspace.fs.writeFile(file, bytes);
  vscode.window.setStatusBarMessage(`核稿意见表已生成，共${count}条`, 5000);
  return count;
}

async function askFile(document: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = (document.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const folder =
    document.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(document, '..');
  return vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}核稿意见表.docx`) } : {}),
    title: '生成核稿意见表',
    filters: FILTERS,
  });
}
