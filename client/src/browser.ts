import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateOn, type HegaoApi } from './activate.ts';
import { answerReads } from './browserFiles.ts';
import { showLimits } from './browserLimits.ts';

/** A worker as the protocol's reader and writer take it; the extension host has no types of its own for it. */
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

/** Called by VS Code where extensions run in a browser: the server is a worker that reads files through this client. */
export function activate(context: vscode.ExtensionContext): HegaoApi {
  const server = vscode.Uri.joinPath(context.extensionUri, 'server/out/browser.js').toString(true);
  const createClient = (options: LanguageClientOptions): LanguageClient => {
    const start = async () => {
      const worker = new Worker(server);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    const client = new LanguageClient('hegao', '核稿 hegao', start, options);
    answerReads(client, context.extensionUri);
    return client;
  };
  context.subscriptions.push(showLimits());
  return activateOn({ createClient, reads: () => true, writesFiles: false }, context);
}
