import fs from 'node:fs';
import type * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { activateOn, type HegaoApi } from './activate.ts';

/** Called by VS Code where extensions run under Node: the server is a process of its own, with the disk at hand. */
export function activate(context: vscode.ExtensionContext): HegaoApi {
  const module = context.asAbsolutePath('server/out/server.js');
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } };
  const createClient = (options: LanguageClientOptions) =>
    new LanguageClient('hegao', '核稿 hegao', { run, debug }, options);
  const createPrivate = (file: vscode.Uri, content: Uint8Array) =>
    fs.writeFileSync(file.fsPath, content, { flag: 'wx', mode: 0o600 });
  return activateOn(
    { createClient, reads: (folder) => folder.scheme === 'file', writesFiles: true, createPrivate },
    context,
  );
}
