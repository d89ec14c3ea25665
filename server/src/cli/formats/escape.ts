export { escapeXml } from '../../engine/escape.ts';
export { escapeMarkdown } from '../../files/markdown-table.ts';

/** A path as a relative URI reference; a drive letter makes it a `file:` URI. */
export function uriOf(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${slashed[0]}:${encoded.slice(encoded.indexOf('/'))}`;
  return slashed.startsWith('/') ? `file://${encoded}` : encoded.replace(/^(?:\.\/)+/, '');
}
