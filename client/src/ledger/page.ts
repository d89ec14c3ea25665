import * as vscode from 'vscode';

/** The folder with the page's script and style. */
export function pageFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'client', 'out');
}

/** The page: it holds nothing of a draft, loads two files of the extension, and may reach nothing else. */
export function ledgerPage(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(pageFolder(extension), name));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}';`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('ledger.css')}">
<title>数据台账</title>
</head>
<body>
<script nonce="${nonce}" src="${file('ledger.js')}"></script>
</body>
</html>`;
}
