import * as vscode from 'vscode';
import { plain } from '../plainText.ts';
import { exportWordRequest } from '../protocol/index.ts';
import type { ServerHost, Session } from '../session.ts';

/** What a caller may settle beforehand; what is left out is asked for. */
export interface ExportWordOptions {
  readonly profile?: string;
  readonly to?: vscode.Uri;
}

interface Choice extends vscode.QuickPickItem {
  readonly profile?: string;
}

const CHOICES: readonly Choice[] = [
  { label: '公文版式', description: '三号仿宋，每页22行，每行28字', profile: 'gb9704' },
  { label: '大字版', description: '念稿用：小二号加粗，段落不跨页', profile: 'reading' },
  { label: '本单位的版式…', description: '选一个版式文件（.json、.yaml）' },
];

/** 导出 Word: lays the speech in the active editor out as a Word file whose name is asked for. The draft stays as it is. */
export async function exportWord(
  session: Session,
  { writesFiles }: ServerHost,
  options: ExportWordOptions = {},
): Promise<void> {
  const say = vscode.window.showInformationMessage;
  const document = vscode.window.activeTextEditor?.document;
  if (!writesFiles) return void say('网页版不能导出 Word，请用桌面版打开。');
  if (!document) return void say('请先打开要导出的稿子。');
  const profile = options.profile ?? (await chooseProfile());
  const to = profile === undefined ? undefined : (options.to ?? (await chooseFile(document)));
  const client = to && (await session.client());
  if (!to || !client || profile === undefined) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const wish = { uri, to: to.toString(), profile };
  const { written, message } = await client.sendRequest(exportWordRequest, wish);
  if (!written) return void vscode.window.showWarningMessage(plain(message));
  void say(plain(message), '打开').then((chosen) => {
    if (chosen !== undefined) void vscode.env.openExternal(to);
  });
}

async function chooseProfile(): Promise<string | undefined> {
  const chosen = await vscode.window.showQuickPick(CHOICES, { title: '导出 Word：版式' });
  if (!chosen || chosen.profile !== undefined) return chosen?.profile;
  const filters = { 版式: ['json', 'jsonc', 'yaml', 'yml'] };
  return (await vscode.window.showOpenDialog({ filters }))?.[0]?.toString();
}

function chooseFile({ uri }: vscode.TextDocument): Thenable<vscode.Uri | undefined> {
  const named =
    uri.scheme === 'file' ? uri.with({ path: `${uri.path.replace(/\.[^./]*$/, '')}.docx` }) : undefined;
  const filters = { 'Word 文档': ['docx'] };
  return vscode.window.showSaveDialog({ ...(named ? { defaultUri: named } : {}), filters });
}
