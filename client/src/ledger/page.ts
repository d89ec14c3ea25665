import * as vscode from 'vscode';
import { ledgerHtml } from './html.ts';

/** The folder with the page's script and style. */
export function pageFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'client', 'out');
}

/** The page of the ledger in one of its views. */
export function ledgerPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), name)).toString();
  const { cspSource } = webview;
  return ledgerHtml({ cspSource, script: file('ledger.js'), style: file('ledger.css') });
}
