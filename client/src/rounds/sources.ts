import * as vscode from 'vscode';
import { decodeDraft } from './bytes.ts';

/** Where an earlier version comes from: the URI of a file, or the last commit. */
export type EarlierSource = string;

const LAST_COMMIT = 'git:HEAD';
const KEY = 'hegao.earlier';

/** Which version went before each document, remembered by the workspace. */
export interface EarlierSources {
  readonly of: (document: vscode.Uri) => EarlierSource | undefined;
  readonly remember: (document: vscode.Uri, source: EarlierSource) => Thenable<void>;
}

/** Opens the memory of a workspace. */
export function createSources(memory: vscode.Memento): EarlierSources {
  const all = () => memory.get<Readonly<Record<string, EarlierSource>>>(KEY, {});
  return {
    of: (document) => all()[document.toString()],
    remember: (document, source) => memory.update(KEY, { ...all(), [document.toString()]: source }),
  };
}

/** The text of an earlier version; undefined where it cannot be had. */
export async function readEarlier(document: vscode.Uri, source: EarlierSource): Promise<string | undefined> {
  if (source === LAST_COMMIT) return lastCommitted(document);
  try {
    return decodeDraft(await vscode.workspace.fs.readFile(vscode.Uri.parse(source)));
  } catch {
    return undefined;
  }
}

/** `讲话稿（第二稿）.txt`, or the last commit. */
export function sourceName(source: EarlierSource): string {
  return source === LAST_COMMIT
    ? 'git 上次提交的版本'
    : (vscode.Uri.parse(source).path.split('/').at(-1) ?? source);
}

/** Asks for the version that went before: the one of last time, the last commit, or a file. */
export async function pickEarlier(
  document: vscode.Uri,
  known: EarlierSource | undefined,
): Promise<EarlierSource | undefined> {
  const committed = known !== LAST_COMMIT && (await lastCommitted(document)) !== undefined;
  const items = [
    ...(known === undefined ? [] : [{ label: sourceName(known), description: '上次选的', source: known }]),
    ...(committed ? [{ label: sourceName(LAST_COMMIT), source: LAST_COMMIT }] : []),
    { label: '选一份文件…', source: undefined },
  ];
  const picked =
    items.length === 1
      ? items[0]
      : await vscode.window.showQuickPick(items, { placeHolder: '上一稿是哪一份' });
  if (!picked || picked.source !== undefined) return picked?.source;
  const folder = document.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(document, '..');
  const [file] =
    (await vscode.window.showOpenDialog({
      ...(folder ? { defaultUri: folder } : {}),
      title: '选上一稿',
      openLabel: '与它对比',
      filters: { 讲话稿: ['txt', 'md', 'speech', '讲稿'], 全部文件: ['*'] },
    })) ?? [];
  return file?.toString();
}

/** What of VS Code's own git extension is used. */
interface GitApi {
  readonly getRepository: (
    uri: vscode.Uri,
  ) => { readonly show: (ref: string, path: string) => Promise<string> } | null;
}

async function lastCommitted(document: vscode.Uri): Promise<string | undefined> {
  if (document.scheme !== 'file') return undefined;
  const git = vscode.extensions.getExtension<{ readonly getAPI: (version: 1) => GitApi }>('vscode.git');
  if (git?.isActive !== true) return undefined;
  try {
    return await git.exports.getAPI(1).getRepository(document)?.show('HEAD', document.fsPath);
  } catch {
    return undefined;
  }
}
