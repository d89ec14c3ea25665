import type { Span } from '../draft/span.ts';
import type { ListPlace, Look } from './styles.ts';

/** A run while it is read and afterwards; `xml.end` is known when it closes. */
export interface StoryRun {
  readonly index: number;
  readonly xml: { readonly start: number; end: number };
  style?: string | undefined;
  own: Look;
  /** Units of its text so far. */
  length: number;
}

/** A stretch of a paragraph's text with what its look says of it. */
export interface StoryPiece {
  readonly at: number;
  readonly length: number;
  readonly run: StoryRun;
  readonly runAt: number;
  readonly xml: Span;
  readonly exact: boolean;
  readonly underlined: boolean;
  readonly highlighted: boolean;
  /** It stands for what was not filled in: the prompt of a content control. */
  readonly prompt: boolean;
}

/** One `w:p` of a part. Offsets of the text are the paragraph's own, without the number of its list. */
export interface StoryParagraph {
  readonly index: number;
  /** Which note or comment of the part it belongs to; undefined in the body. */
  readonly owner: string | undefined;
  /** It stands in a table or a text box. */
  readonly apart: boolean;
  text: string;
  readonly pieces: StoryPiece[];
  style?: string | undefined;
  direct: { numId?: string; level?: number };
  /** Its end was deleted: it goes on in the next one. */
  markDeleted: boolean;
  markHidden: boolean;
  runs: number;
  /** Paragraphs of text boxes that are anchored in it. */
  readonly below: StoryParagraph[];
}

export function createParagraph(index: number, owner: string | undefined, apart: boolean): StoryParagraph {
  return {
    index,
    owner,
    apart,
    text: '',
    pieces: [],
    direct: {},
    markDeleted: false,
    markHidden: false,
    runs: 0,
    below: [],
  };
}

/** The list of a paragraph: its own property wins over its style's, and a list 0 means none. */
export function listPlace(
  { direct, style }: StoryParagraph,
  listOf: (style: string | undefined) => (ListPlace & { readonly style: string }) | undefined,
): (ListPlace & { readonly style?: string | undefined }) | undefined {
  const styled = listOf(style);
  const numId = direct.numId ?? styled?.numId;
  if (numId === undefined || numId === '0') return undefined;
  const level = direct.level ?? (direct.numId === undefined ? styled?.level : undefined);
  return { numId, level, style: direct.numId === undefined ? styled?.style : style };
}

/** A paragraph without the spaces at its head: in a note they keep the text from its number. */
export function withoutSpace(paragraph: StoryParagraph): StoryParagraph {
  const text = paragraph.text.trimStart();
  const cut = paragraph.text.length - text.length;
  if (cut === 0) return paragraph;
  const pieces = paragraph.pieces.flatMap((piece) => {
    const gone = Math.min(piece.length, Math.max(0, cut - piece.at));
    if (gone === piece.length) return [];
    const { start, end } = piece.xml;
    const xml = { start: piece.exact ? start + gone : start, end };
    return [
      { ...piece, at: piece.at + gone - cut, length: piece.length - gone, runAt: piece.runAt + gone, xml },
    ];
  });
  return { ...paragraph, text, pieces };
}
