import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isCovered } from '../coverage.ts';
import { fillRequest, offersRequest, openItemsRequest } from '../protocol/index.ts';
import type { Session } from '../session.ts';
import type { Offer } from './ask.ts';
import { type OpenFile, openFile } from './places.ts';

/** What is said where the text is no longer the one that was asked about. */
export const STALE = '文稿刚有改动，没有填写。请再执行一次。';
const NOT_CHECKED = '这个文件不按讲话稿检查，不能在这里填写。可用命令“按讲话稿检查当前文件”打开检查。';

/** What came of a filling: done, or a sentence that says why not. */
export type Outcome = { readonly state: 'filled'; readonly delta: number } | Refusal;

interface Refusal {
  readonly state: 'refused' | 'stale';
  readonly message: string;
}

/** An editor that shows a document in which places can be filled in; undefined, and the user told, where they cannot. */
export async function editorFor(uri: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  if (isCovered(document)) return editor;
  void vscode.window.showInformationMessage(NOT_CHECKED);
  return undefined;
}

/** What is left to fill in in an open document, as the server has it now. */
export async function openFileNow(client: BaseLanguageClient, uri: vscode.Uri): Promise<OpenFile> {
  const { version, speeches } = await client.sendRequest(openItemsRequest, { uri: uri.toString() });
  return openFile(client, uri, version, speeches);
}

/**
 * Fills in the place that begins at a position, or all places of its thing, in one step to undo. Refused where the
 * document is not `version` any more.
 */
export async function fillAt(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  version: number,
  start: vscode.Position,
  { text, all }: { readonly text: string; readonly all: boolean },
): Promise<Outcome> {
  const stale = { state: 'stale', message: STALE } as const;
  if (document.isClosed || document.version !== version) return stale;
  const position = client.code2ProtocolConverter.asPosition(start);
  const answer = await client.sendRequest(fillRequest, { uri: document.uri.toString(), position, text, all });
  if (document.version !== version || (answer.version !== null && answer.version !== version)) return stale;
  if (answer.edits.length === 0) return { state: 'refused', message: answer.message ?? '没有可填之处。' };
  const edit = new vscode.WorkspaceEdit();
  const edits = await client.protocol2CodeConverter.asTextEdits(answer.edits);
  const before = document.getText().length;
  edit.set(document.uri, edits);
  if (!(await vscode.workspace.applyEdit(edit))) return stale;
  return { state: 'filled', delta: document.getText().length - before };
}

/** What other drafts of the workspace have for the places of a document, by the offsets where these begin. */
export async function offersOf(
  session: Session,
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<ReadonlyMap<number, readonly Offer[]>> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => session.reads(uri));
  const version = document.version;
  const byStart = new Map<number, readonly Offer[]>();
  try {
    const answer = await client.sendRequest(
      offersRequest,
      { uri: document.uri.toString(), folders: folders.map(({ uri }) => uri.toString()) },
      token,
    );
    if (answer.version !== version) return byStart;
    for (const { range, text, from } of answer.offers) {
      const start = document.offsetAt(client.protocol2CodeConverter.asPosition(range.start));
      byStart.set(start, [...(byStart.get(start) ?? []), { text, from }]);
    }
  } catch {
    // Without offers the user writes what is to be filled in.
  }
  return byStart;
}
