import type { Span } from '../draft/span.ts';
import type { Line } from '../draft/types.ts';
import { characterWidth, printable, textWidth } from './width.ts';

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
  const lead = printable(source.slice(line.start, start).trimStart());
  const marked = printable(source.slice(start, end));
  const rest = printable(source.slice(end, line.end).trimEnd());

  const shown = head(marked, width - 2 * textWidth(CUT));
  const room = width - textWidth(shown);
  const fits = textWidth(lead) + textWidth(rest) <= room;
  const before = fits ? lead : tail(lead, Math.max(room >> 1, room - textWidth(rest)));
  const after = fits ? rest : head(rest, room - textWidth(before));
  const carets = '^'.repeat(Math.max(1, textWidth(shown)));
  return { text: before + shown + after, indent: ' '.repeat(textWidth(before)), carets };
}

/** The beginning of a text within `width` columns, the cut marked. */
function head(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return `${taken([...text], width - textWidth(CUT)).join('')}${CUT}`;
}

/** The end of a text within `width` columns, the cut marked. */
function tail(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  return `${CUT}${taken([...text].reverse(), width - textWidth(CUT))
    .reverse()
    .join('')}`;
}

function taken(characters: readonly string[], width: number): string[] {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += characterWidth(character);
    return used > width;
  });
  return characters.slice(0, end < 0 ? undefined : end);
}
