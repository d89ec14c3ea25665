import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ReadFileResult,
  type ReadFolderResult,
  readFileRequest,
  readFolderRequest,
  readWordsRequest,
} from './protocol/index.ts';

/** Reads for a server that has no disk: the workspace, whatever file system it is on, and the extension's dictionary. */
export function answerReads(client: BaseLanguageClient, extension: vscode.Uri): void {
  client.onRequest(readFileRequest, ({ uri }) => readInWorkspace(vscode.Uri.parse(uri)));
  client.onRequest(readFolderRequest, ({ uri }) => readFolder(vscode.Uri.parse(uri)));
  client.onRequest(readWordsRequest, () => readFile(vscode.Uri.joinPath(extension, 'server/out/words.dat')));
}

/** What lies above the workspace is not there for a browser: most file systems would answer with an error. */
async function readInWorkspace(uri: vscode.Uri): Promise<ReadFileResult> {
  return vscode.workspace.getWorkspaceFolder(uri) === undefined ? {} : readFile(uri);
}

async function readFile(uri: vscode.Uri): Promise<ReadFileResult> {
  try {
    return { bytes: await vscode.workspace.fs.readFile(uri) };
  } catch (error) {
    return codeOf(error) === 'FileNotFound' ? {} : { failure: describe(error) };
  }
}

async function readFolder(uri: vscode.Uri): Promise<ReadFolderResult> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    const names = (wanted: (type: vscode.FileType) => boolean) =>
      entries.filter(([, type]) => wanted(type)).map(([name]) => name);
    return {
      files: names((type) => (type & vscode.FileType.File) !== 0),
      folders: names((type) => type === vscode.FileType.Directory),
    };
  } catch (error) {
    return { files: [], folders: [], failure: describe(error) };
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof vscode.FileSystemError ? error.code : undefined;
}

function describe(error: unknown): string {
  switch (codeOf(error)) {
    case 'FileNotFound':
    case 'FileNotADirectory':
      return '没有这个文件或文件夹';
    case 'NoPermissions':
      return '没有读取权限';
    case 'FileIsADirectory':
      return '这是文件夹，不是文件';
    default:
      return `无法读取（${error instanceof Error ? error.message : String(error)}）`;
  }
}
