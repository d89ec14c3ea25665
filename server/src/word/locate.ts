import { firstWhere } from '../draft/halving.ts';
import type { Span } from '../draft/span.ts';
import type { WordDocument, WordPiece, WordPlaces } from './types.ts';

/** A place by run: `offset` counts UTF-16 units of the run's text. */
export interface RunPlace {
  readonly part: string;
  readonly paragraph: number;
  readonly run: number;
  readonly offset: number;
}

/** A span by run. Both ends are undefined where the span stands on nothing but numbers that Word counts. */
export interface WordPlace extends RunPlace {
  readonly end: RunPlace;
}

/** The pieces that a span touches, in order. */
export function piecesAt({ pieces }: Pick<WordPlaces, 'pieces'>, { start, end }: Span): readonly WordPiece[] {
  const first = firstWhere(pieces.length, (index) => pieces[index]!.at + pieces[index]!.length > start);
  const behind = firstWhere(pieces.length, (index) => pieces[index]!.at >= end);
  return pieces.slice(first, behind);
}

/** Where a span of the text stands in the file; a number that Word counts is said to be at the head of what follows it. */
export function wordPlace(document: WordPlaces, span: Span): WordPlace | undefined {
  const touched = piecesAt(document, span);
  const [first = after(document, span.start)] = touched;
  if (!first) return undefined;
  const last = touched[touched.length - 1] ?? first;
  const start = runPlace(first, Math.max(0, span.start - first.at));
  return { ...start, end: runPlace(last, Math.max(0, Math.min(last.length, span.end - last.at))) };
}

function after(document: WordPlaces, offset: number): WordPiece | undefined {
  const line = document.text.indexOf('\n', offset);
  return piecesAt(document, { start: offset, end: line < 0 ? document.text.length : line })[0];
}

function runPlace({ part, paragraph, run, runAt }: WordPiece, offset: number): RunPlace {
  return { part, paragraph, run, offset: runAt + offset };
}

/**
 * The offset in the XML of a part of a place within a piece, `offset` in units of the piece's text.
 * In a piece that is not exact every entity and folded line end counts as the one character it stands for.
 */
export function xmlOffset(document: WordDocument, piece: WordPiece, offset: number): number {
  if (piece.exact) return piece.xml.start + offset;
  const raw = document.file.xml(piece.part)!.slice(piece.xml.start, piece.xml.end);
  if (raw.startsWith('<w:') || raw.startsWith('<![')) return offset <= 0 ? piece.xml.start : piece.xml.end;
  let units = 0;
  for (let left = offset; left > 0 && units < raw.length; ) {
    const [token] = /^(?:&[^;]+;|\r\n|[\s\S])/.exec(raw.slice(units, units + 16)) ?? ['x'];
    left -=
      token.startsWith('&#') && Number(token.replace('&#x', '0x').replace(/&#|;/g, '')) > 0xffff ? 2 : 1;
    units += token.length;
  }
  return piece.xml.start + units;
}
