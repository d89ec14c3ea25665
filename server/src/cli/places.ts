import { lineAt, splitLines } from '../draft/lines.ts';
import type { Span } from '../draft/span.ts';
import type { Line } from '../draft/types.ts';

/** A place as people count: both from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns offsets of one text into lines and columns. */
export interface Places {
  readonly position: (offset: number) => Position;
  readonly range: (span: Span) => Range;
  /** The physical line that holds an offset; a line end belongs to the line it ends. */
  readonly line: (offset: number) => Line;
}

/** Reads the lines of a text, on first use. */
export function createPlaces(text: string): Places {
  let lines: readonly Line[] | undefined;
  const indexAt = (offset: number): number => {
    lines ??= splitLines(text);
    return lineAt(lines, offset);
  };
  const position = (offset: number): Position => {
    const index = indexAt(offset);
    return { line: index + 1, column: offset - lines![index]!.start + 1 };
  };
  return {
    position,
    range: ({ start, end }) => ({ start: position(start), end: position(end) }),
    line: (offset) => {
      const index = indexAt(offset);
      return lines![index]!;
    },
  };
}

/** Places of a draft's own text, and of the texts of the others that its findings point into, each read once. */
export function createPlacesOf(
  own: Places,
  textOf: (path: string) => string | undefined = () => undefined,
): (path?: string) => Places {
  const known = new Map<string, Places>();
  return (path) => {
    if (path === undefined) return own;
    const places = known.get(path) ?? createPlaces(textOf(path) ?? '');
    known.set(path, places);
    return places;
  };
}
