/** Where the page finds what it loads, and what its policy calls that place. */
export interface PageSources {
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
}

/** The page: it holds nothing of a draft, loads two files of the extension, and may reach nothing else. */
export function ledgerHtml({ cspSource, script, style }: PageSources): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>数据台账</title>
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
