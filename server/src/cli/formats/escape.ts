export { escapeXml } from '../../engine/escape.ts';
export { escapeMarkdown } from '../../files/markdown-table.ts';

/** A path as a relative URI reference; a full one, with a drive letter or on a server too, as a `file:` URI. */
export function uriOf(path: string): string {
  const slashed = path.toWellFormed().replaceAll('\\', '/');
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${slashed[0]}:${encoded.slice(encoded.indexOf('/'))}`;
  if (slashed.startsWith('//')) return `file:${encoded}`;
  return slashed.startsWith('/') ? `file://${encoded}` : encoded.replace(/^(?:\.\/)+/, '');
}
