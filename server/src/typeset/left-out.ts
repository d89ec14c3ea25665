import type { Span } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';

/**
 * Words of the source that are neither in a paragraph nor residue: code, HTML, addresses of links, numbers of lists in
 * lists. Markdown alone has any; signs of markup are none. In order.
 */
export function leftOut(draft: Draft): readonly Span[] {
  if (draft.kind !== 'markdown') return [];
  const { text } = draft;
  const seen = new Uint8Array(text.length);
  for (const { paragraphs, residue } of draft.speeches) {
    for (const { span } of residue) seen.fill(1, span.start, span.end);
    for (const paragraph of paragraphs) {
      for (let at = 0; at < paragraph.text.length; at++)
        seen[paragraph.toSource({ start: at, end: at + 1 }).start] = 1;
    }
  }
  const found: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (seen[at] === 1 || text[at] === '\n') continue;
    const start = at;
    while (at < text.length && seen[at] === 0 && text[at] !== '\n') at++;
    if (/[\p{L}\p{N}]/u.test(text.slice(start, at))) found.push({ start, end: at });
  }
  return found;
}
