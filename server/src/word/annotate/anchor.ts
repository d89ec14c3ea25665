import type { Span } from '../../draft/span.ts';
import { piecesAt } from '../locate.ts';
import type { WordDocument, WordPiece } from '../types.ts';
import type { Body } from './body.ts';
import { lineAt, type Place, type Placing } from './place.ts';

/** Where a comment is put. */
export interface Anchor {
  readonly start: Place;
  readonly end: Place;
  /** The words stand in a note or a text box, where Word shows no comment ([MS-OI29500] 2.1.315): it is at their sign, or at the box. */
  readonly elsewhere: boolean;
}

/** Finds where a comment on a span is put: nowhere only if the document has no text. */
export type AnchorOf = (span: Span) => Anchor | undefined;

export function createAnchors(
  document: WordDocument,
  body: Body,
  placing: Placing,
  noteOf: (piece: WordPiece) => string | undefined,
): AnchorOf {
  const { text, pieces, file } = document;

  function around(pieces: readonly WordPiece[], { start, end }: Span): Anchor | undefined {
    const own = pieces.filter(({ part }) => part === file.main);
    const [first] = own;
    if (!first) return atNote(pieces);
    const isBoxed = (piece: WordPiece): boolean => placing.runOf(piece)?.boxed === true;
    const box = isBoxed(first) ? placing.runOf(first)?.host : undefined;
    const last = own.filter((piece) => (isBoxed(piece) ? placing.runOf(piece)?.host : undefined) === box);
    const final = last[last.length - 1]!;
    return {
      start: placing.at(first, Math.max(0, start - first.at), 'start'),
      end: placing.at(final, Math.min(final.length, end - final.at), 'end'),
      elsewhere: box !== undefined,
    };
  }

  function atNote([piece]: readonly WordPiece[]): Anchor | undefined {
    const run = piece && body.notes.get(noteOf(piece) ?? '');
    return run && { start: { at: run.start }, end: { at: run.end }, elsewhere: true };
  }

  return (given) => {
    const line = lineAt(text, given.start);
    const span = given.end > given.start ? given : widened(text, given.start, line);
    const touched = withoutBreaks(text, piecesAt(document, span));
    if (touched.length > 0) return around(touched, span);
    // Nothing but a number that Word counts: what it numbers. Nothing at all: what stands before, or else the first text.
    const numbered = piecesAt(document, line);
    if (numbered.length > 0) return around(numbered, line);
    const before = pieces.filter(({ at, part }) => at < span.start && part === file.main);
    const beside = before[before.length - 1] ?? pieces[0];
    if (!beside) return undefined;
    const end = beside.at + beside.length;
    return around([beside], widened(text, end, { start: beside.at, end }));
  };
}

/** Pieces without the breaks at their ends: a comment there would hold the break to its own paragraph. */
function withoutBreaks(text: string, pieces: readonly WordPiece[]): readonly WordPiece[] {
  const isWord = ({ at }: WordPiece): boolean => text[at] !== '\n';
  const first = pieces.findIndex(isWord);
  return first < 0 ? pieces : pieces.slice(first, pieces.findLastIndex(isWord) + 1);
}

/** A place between two characters, as the character before it on its line, or else the one behind it. */
function widened(text: string, at: number, line: Span): Span {
  if (at > line.start) {
    const isPair = at - 1 > line.start && /[\udc00-\udfff]/.test(text[at - 1]!);
    return { start: at - (isPair ? 2 : 1), end: at };
  }
  return { start: at, end: Math.min(line.end, at + (/[\ud800-\udbff]/.test(text[at] ?? '') ? 2 : 1)) };
}
