import type { Span } from '../draft/span.ts';
import type { Mark } from '../draft/types.ts';
import type { WordPackage } from './package.ts';

/** A stretch of the text that one element of one run gives. Spans of XML are offsets in the part as `WordPackage.xml` gives it. */
export interface WordPiece {
  /** In the text of the document. */
  readonly at: number;
  readonly length: number;
  readonly part: string;
  /** Index among the `w:p` of its part, in order of their beginnings. */
  readonly paragraph: number;
  /** Index among the `w:r` (and `m:r` of formulas) of its paragraph, deleted ones counted. */
  readonly run: number;
  /** Offset in the text of its run. */
  readonly runAt: number;
  /** The characters between `<w:t>` and `</w:t>`; the whole element for a tab, a break, a symbol. */
  readonly xml: Span;
  /** The run from `<w:r` to behind `</w:r>`. */
  readonly runXml: Span;
  /** One unit of `xml` is one of the text: no entity and no folded line end stands in it. */
  readonly exact: boolean;
}

/** By what a place of the text is found in a Word file. */
export type WordPlaces = Pick<WordDocument, 'text' | 'pieces'>;

/** What is kept of a Word file once it is read. */
export type WordReading = Pick<WordDocument, 'text' | 'marks' | 'starts' | 'pieces'>;

/** A Word file as read. */
export interface WordDocument {
  /** What the reader sees, a paragraph a line; footnotes and endnotes behind it. */
  readonly text: string;
  /** In order of their places. */
  readonly marks: readonly Mark[];
  /** Beginnings of lines that never go on with the line before: cells of tables, text boxes, notes. */
  readonly starts: ReadonlySet<number>;
  /** In order, without overlap; numbers of lists and line ends belong to none. */
  readonly pieces: readonly WordPiece[];
  /** What stands in the file and not in the text, one Chinese sentence each. */
  readonly notices: readonly string[];
  readonly file: WordPackage;
}
