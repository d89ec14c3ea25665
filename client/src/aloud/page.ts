import type { ReadingCopyResult } from '../protocol/index.ts';

/** The preview of a reading copy: its own style and nothing else; no script, no network. */
export function previewPage({ style, body }: Pick<ReadingCopyResult, 'style' | 'body'>): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  return page(nonce, `<style nonce="${nonce}">\n${style}</style>`, body);
}

/** A page with one sentence. */
export function messagePage(message: string): string {
  const text = message.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  return page(crypto.randomUUID().replaceAll('-', ''), '', `<p>${text}</p>`);
}

function page(nonce: string, head: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>念稿</title>
${head}
</head>
<body>
${body}
</body>
</html>`;
}
