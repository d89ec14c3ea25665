import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { WordDocument } from '../../server/src/word/types.ts';

/** What stands in a part between the marks of each comment, by its id; lines are not parted. */
export function commentedTexts(bytes: Uint8Array, part = 'word/document.xml'): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const referred = new Set<string>();
  const open = new Set<string>();
  walk(bytes, part, {
    tag(name, id) {
      if (name === 'w:commentRangeStart') {
        open.add(id);
        texts.set(id, '');
      } else if (name === 'w:commentRangeEnd') open.delete(id);
      else if (name === 'w:commentReference') referred.add(id);
    },
    text(text) {
      for (const id of open) texts.set(id, texts.get(id)! + text);
    },
  });
  if (open.size > 0) throw new Error(`comments without end: ${[...open]}`);
  for (const id of texts.keys()) if (!referred.has(id)) throw new Error(`nothing refers to comment ${id}`);
  return texts;
}

/** The comments of a file: author and lines, by id. */
export function commentsOf(
  bytes: Uint8Array,
  part = 'word/comments.xml',
): ReadonlyMap<string, { readonly author: string; readonly lines: readonly string[] }> {
  const comments = new Map<string, { author: string; lines: string[] }>();
  let lines: string[] = [];
  walk(bytes, part, {
    tag(name, id, author) {
      if (name === 'w:comment') {
        lines = [];
        comments.set(id, { author, lines });
      } else if (name === 'w:p') lines.push('');
    },
    text(text) {
      lines[lines.length - 1] += text;
    },
  });
  return comments;
}

interface Handler {
  readonly tag: (name: string, id: string, author: string) => void;
  readonly text: (text: string) => void;
}

const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:noBreakHyphen': '\u2011' };
const GONE = new Set(['w:del', 'w:moveFrom', 'w:pict', 'w:pPr', 'w:rt', 'w:txbxContent']);

/** Reads a part as it stands, changes accepted; hidden text too, text boxes not; of alternatives all. */
function walk(bytes: Uint8Array, part: string, { tag, text }: Handler): void {
  const data = unzipSync(bytes)[part];
  if (!data) throw new Error(`no ${part}`);
  const parser = new SaxesParser();
  const path: string[] = [];
  let keeps = false;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    keeps = attributes['xml:space'] === 'preserve';
    tag(name, attributes['w:id'] ?? '', attributes['w:author'] ?? '');
    if (path.some((one) => GONE.has(one))) return;
    if (path.at(-2) === 'w:r' && SIGNS[name] !== undefined) text(SIGNS[name]);
    if (name === 'w:sym') text(String.fromCodePoint(Number.parseInt(attributes['w:char']!, 16)));
  });
  parser.on('text', (words) => {
    const name = path.at(-1);
    if (name !== 'w:t' && name !== 'm:t') return;
    if (!path.some((one) => GONE.has(one))) text(keeps ? words : words.replace(/^[ \n]+|[ \n]+$/g, ''));
  });
  parser.on('closetag', () => void path.pop());
  parser.write(new TextDecoder().decode(data)).close();
}

/** The XML of a main part with our changes rejected: insertions gone, deletions as they were. */
export function rejected(xml: string): string {
  return xml
    .replace(/<w:ins [^>]*w:author="核稿"[^>]*>.*?<\/w:ins>/gs, '')
    .replace(/<w:del [^>]*w:author="核稿"[^>]*>(.*?)<\/w:del>/gs, (_, inner: string) =>
      inner.replaceAll('delText', 't'),
    );
}

/** The text of a span without what no run holds: numbers of lists and line ends. */
export function heldText(
  { text, pieces }: WordDocument,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return pieces
    .map(({ at, length }) => text.slice(Math.max(at, start), Math.min(at + length, end)))
    .join('')
    .replaceAll('\n', '');
}
