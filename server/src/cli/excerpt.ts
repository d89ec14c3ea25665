import type { Span } from '../draft/span.ts';
import type { Line } from '../draft/types.ts';
import { printable, shownWidth, textWidth } from './width.ts';

/** A piece of a line and, to stand under it, spaces and carets that mark a part of it. */
export interface Excerpt {
  readonly text: string;
  readonly indent: string;
  readonly carets: string;
}

const CUT = '…';

/**
 * The part of `line` around `span`, at most `width` columns where it has to be cut (`…`), with carets under the
 * span by display width: two under a full-width character. A span over several lines is marked in its first.
 */
export function excerpt(source: string, line: Line, span: Span, width: number): Excerpt {
  const start = Math.min(span.start, line.end);
  const end = Math.max(start, Math.min(span.end, line.end));
  const lead = source.slice(line.start, start).trimStart();
  const rest = source.slice(end, line.end).trimEnd();

  const shown = head(source.slice(start, end), width - 2 * textWidth(CUT));
  const room = width - textWidth(shown);
  const behind = widthWithin(rest, room);
  const fits = behind <= room && widthWithin(lead, room) + behind <= room;
  const before = fits ? printable(lead) : tail(lead, Math.max(room >> 1, room - behind));
  const after = fits ? printable(rest) : head(rest, room - textWidth(before));
  const carets = '^'.repeat(Math.max(1, textWidth(shown)));
  return { text: before + shown + after, indent: ' '.repeat(textWidth(before)), carets };
}

/** Columns of a text as it is shown, counted no further than just beyond `enough`. */
function widthWithin(text: string, enough: number): number {
  let width = 0;
  for (const character of text) {
    width += shownWidth(character);
    if (width > enough) break;
  }
  return width;
}

/** The beginning of a text within `width` columns as it is shown, the cut marked; what lies beyond is not read. */
function head(text: string, width: number): string {
  const room = width - textWidth(CUT);
  let used = 0;
  let at = 0;
  let cut = -1;
  for (const character of text) {
    used += shownWidth(character);
    if (cut < 0 && used > room) cut = at;
    if (used > width) return `${printable(text.slice(0, cut))}${CUT}`;
    at += character.length;
  }
  return printable(text);
}

/** The end of a text within `width` columns as it is shown, the cut marked; what lies before is not read. */
function tail(text: string, width: number): string {
  const room = width - textWidth(CUT);
  let used = 0;
  let cut = -1;
  for (let end = text.length; end > 0; ) {
    const start = end > 1 && text.codePointAt(end - 2)! > 0xffff ? end - 2 : end - 1;
    used += shownWidth(text.slice(start, end));
    if (cut < 0 && used > room) cut = end;
    if (used > width) return `${CUT}${printable(text.slice(cut))}`;
    end = start;
  }
  return printable(text);
}
