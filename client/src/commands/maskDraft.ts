import * as vscode from 'vscode';
import { isCovered } from '../coverage.ts';
import { plain } from '../plainText.ts';
import { type MaskParams, type MaskResult, maskRequest } from '../protocol/index.ts';
import type { ServerHost, Session } from '../session.ts';

/** What is asked where it is absent. */
export interface MaskOptions {
  readonly what?: readonly string[];
  readonly keep?: readonly string[];
  readonly numbered?: boolean;
}

const KINDS: readonly (vscode.QuickPickItem & { readonly word: string })[] = [
  { word: 'names', label: '人名', picked: true },
  { word: 'places', label: '地名', picked: true },
  { word: 'bodies', label: '单位', description: '企业、学校、医院', picked: true },
  { word: 'documents', label: '文号', picked: true },
  { word: 'sessions', label: '届次', description: '本地的会议', picked: true },
  { word: 'figures', label: '数据' },
  { word: 'dates', label: '日期' },
  { word: 'numbered', label: '逐个编号', description: 'XX①市、XX②市，便于分清' },
];

/**
 * 生成脱敏稿: asks what to mask, shows what was found so that a person can let some of it stand, writes the masked copy
 * and its key beside the draft (neither over another file), and opens the copy to be read.
 */
export async function maskDraft(
  session: Session,
  createPrivate: ServerHost['createPrivate'],
  options?: MaskOptions,
): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isCovered(document) || document.isUntitled) {
    void vscode.window.showInformationMessage('请先打开已保存的讲话稿，再生成脱敏稿。');
    return;
  }
  const wish = options ?? (await askWish());
  const client = await session.client();
  if (wish === undefined || client === undefined) return;
  const uri = document.uri.toString();
  const ask = (keep: readonly string[]) => client.sendRequest(maskRequest, { uri, ...wish, keep });
  let result = await ask(options?.keep ?? []);
  if (options === undefined && result.text !== undefined) {
    const keep = await askKept(result);
    if (keep === undefined) return;
    if (keep.length > 0) result = await ask(keep);
  }
  const { text, key, things, message } = result;
  if (text === undefined || key === undefined) {
    void vscode.window.showWarningMessage(plain(message ?? '没有生成脱敏稿。'));
    return;
  }
  const copy = beside(document.uri, (name, ending) => `${name}_脱敏${ending}`);
  const keyFile = beside(document.uri, (name) => `${name}.key.json`);
  for (const file of [copy, keyFile]) {
    if (!(await exists(file))) continue;
    void vscode.window.showWarningMessage(plain(`已有 ${vscode.workspace.asRelativePath(file)}，没有覆盖。`));
    return;
  }
  const bytes = new TextEncoder().encode(key);
  if (createPrivate && keyFile.scheme === 'file') createPrivate(keyFile, bytes);
  else await vscode.workspace.fs.writeFile(keyFile, bytes);
  await vscode.workspace.fs.writeFile(copy, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(copy);
  const count = things.reduce((sum, thing) => sum + thing.count, 0);
  void vscode.window.showInformationMessage(
    plain(
      `隐去${things.length}项、${count}处。发出以前请从头看一遍；密钥 ${vscode.workspace.asRelativePath(keyFile)} 与原稿同样保管，不要一起发出，也不要提交到 git（.gitignore 里加一行 *.key.json）。`,
    ),
  );
}

async function askWish(): Promise<Omit<MaskParams, 'uri'> | undefined> {
  const picked = await vscode.window.showQuickPick(KINDS, {
    canPickMany: true,
    title: '生成脱敏稿：隐去哪些（电话、身份证号一律隐去）',
  });
  if (picked === undefined) return undefined;
  const words = picked.map(({ word }) => word);
  return { what: words.filter((word) => word !== 'numbered'), numbered: words.includes('numbered') };
}

/** What is to stay as it is; undefined where the person goes no further. */
async function askKept({ things }: MaskResult): Promise<readonly string[] | undefined> {
  const items = things.map(({ kind, name, word, count, mask }) => ({
    label: name,
    description: `${kind}，${count}处，隐作 ${mask}`,
    picked: true,
    word,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    matchOnDescription: true,
    title: `找到${things.length}项，去掉不必隐去的`,
  });
  return picked && items.filter((item) => !picked.includes(item)).map(({ word }) => word);
}

/** A file beside another, by its name and ending. */
function beside(uri: vscode.Uri, named: (name: string, ending: string) => string): vscode.Uri {
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  const [name, ending] = dot > 0 ? [file.slice(0, dot), file.slice(dot)] : [file, ''];
  return vscode.Uri.joinPath(uri, '..', named(name, ending));
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
