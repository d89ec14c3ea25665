import { hashPrefix, rankOf, readMarker, readTightMarker } from './markers.ts';
import type { Span } from './span.ts';
import type { Heading, Marker, Paragraph, Speech } from './types.ts';

/** A heading before its place in the tree is known; offsets are in the paragraph's text. */
interface Found {
  readonly marker: Marker;
  readonly at: number;
  readonly title: Span;
  readonly glued: boolean;
}

const GLUED = /[（(][一二三四五六七八九十]{1,3}[）)]/g;
const TITLE_LIMIT = 80;

/** The headings of a speech, in order, each with its parent (GB/T 9704-2012 7.3.3; levels follow the marker's rank). */
export function buildOutline(paragraphs: readonly Paragraph[]): Heading[] {
  const headings: Heading[] = [];
  const path: number[] = [];
  let lastParen = 0;
  let lastDigit = 0;
  paragraphs.forEach((paragraph, index) => {
    for (const { marker, at, title, glued } of headingsIn(paragraph.text, lastParen, lastDigit)) {
      const rank = rankOf(marker.style);
      while (path.length > 0 && rankOf(headings[path[path.length - 1]!]!.marker.style) >= rank) path.pop();
      if (marker.style === 'han-paren') lastParen = marker.ordinal;
      else if (rank < rankOf('han-paren')) lastParen = 0;
      lastDigit = marker.style === 'digit' ? marker.ordinal : rank < rankOf('digit') ? 0 : lastDigit;
      const parent = path[path.length - 1] ?? -1;
      path.push(headings.length);
      headings.push({
        marker,
        markerSpan: paragraph.toSource({ start: at, end: at + marker.text.length }),
        digitsSpan: paragraph.toSource(marker.digits),
        span: paragraph.toSource({ start: at, end: Math.max(title.end, at + marker.text.length) }),
        title: paragraph.text.slice(title.start, title.end),
        paragraph: index,
        glued,
        parent,
      });
    }
  });
  return headings;
}

/** Headings of one paragraph: the one that opens it and those stuck to its first sentence or to an earlier sentence's end. */
function headingsIn(text: string, lastParen: number, lastDigit: number): Found[] {
  const start = hashPrefix(text);
  const first =
    readMarker(text, start) ?? (lastDigit > 0 ? readTightMarker(text, start, lastDigit + 1) : undefined);
  const found: Found[] = [];
  if (first) found.push({ marker: first, at: start, title: titleAfter(text, first.end), glued: false });
  else if (start > 0) return [];
  let expected = first?.style === 'han-paren' ? first.ordinal + 1 : first ? 1 : lastParen + 1;
  for (const match of text.matchAll(GLUED)) {
    const marker = match.index > start ? readMarker(text, match.index) : undefined;
    if (!marker || marker.ordinal !== expected) continue;
    const sentenceEnd = /[。！？；][ 　”]*$/.test(text.slice(Math.max(0, match.index - 4), match.index));
    const inHead = first !== undefined && !/[。；！？]/.test(text.slice(start, match.index));
    if (!inHead && !(sentenceEnd && expected > 1)) continue;
    if (/[第条款项表图附]$/.test(text.slice(0, match.index))) continue;
    const before = found[found.length - 1];
    if (before && before.title.end > match.index) {
      found[found.length - 1] = { ...before, title: trimmed(text, before.title.start, match.index) };
    }
    found.push({ marker, at: match.index, title: titleAfter(text, marker.end), glued: true });
    expected++;
  }
  return found;
}

/** The title that follows a marker: to the end of the line, or to the full stop or the wide space after which the body runs on. */
function titleAfter(text: string, from: number): Span {
  const stop = text.slice(from, from + TITLE_LIMIT).search(/[。！？]|(?<=\S)(?:　　| {3,})(?=\S)/);
  if (stop >= 0) return trimmed(text, from, from + stop);
  return trimmed(text, from, Math.min(text.length, from + TITLE_LIMIT));
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** The paragraphs that carry the speech itself: titles, salutations and headings without a body left out. */
export function paragraphsOutsideHeadings(speech: Speech): readonly Paragraph[] {
  return speech.paragraphs.filter(
    ({ role, text }) => role === 'body' || (role === 'heading' && /。./.test(text)),
  );
}
