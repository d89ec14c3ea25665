import type { Span } from './span.ts';

export type DraftKind = 'text' | 'markdown';

/** One physical line without its line end. */
export type Line = Span;

/** Text that is not part of the speech and that every later pass skips. */
export interface Residue {
  readonly span: Span;
  readonly kind: 'page-number' | 'web-text';
  /** Why it is residue; the rule's message is chosen by it. */
  readonly reason: ResidueReason;
  /** The residue is all that stands on its line. */
  readonly wholeLine: boolean;
}

export type ResidueReason =
  | 'page-number'
  | 'collection-label'
  | 'title-tag'
  | 'navigation'
  | 'download'
  | 'watermark'
  | 'editor-note'
  | 'doubled-title'
  | 'entity'
  | 'tag';

/**
 * What the file says of a stretch of its text beyond the characters: a blank to write on, the prompt of a form's field
 * that nobody answered, text that is highlighted, what a comment speaks of, the first of the changes that nobody
 * accepted or rejected.
 */
export interface Mark {
  readonly kind: 'blank' | 'prompt' | 'highlight' | 'comment' | 'revision';
  /** In the source; never empty in a text that is not. */
  readonly span: Span;
  /** The characters that it covers. */
  readonly text: string;
  /** Who commented. */
  readonly author?: string;
  /** What the comment says. */
  readonly note?: string;
  /** How many comments stand here, or changes in the whole file. */
  readonly count?: number;
}

/** What a file format says of a text that the text does not show. */
export interface Extras {
  /** In order of their places. */
  readonly marks?: readonly Mark[];
  /** Beginnings of lines that never go on with the line before. */
  readonly starts?: ReadonlySet<number>;
}

/** What a paragraph is by its place and form. */
export type Role = 'title' | 'byline' | 'salutation' | 'heading' | 'body';

/** One or more physical lines that read as one; offsets in `text` map back to the source. */
export interface Paragraph {
  readonly text: string;
  readonly role: Role;
  /** Offsets in `text` at which a new physical line begins in the middle of the paragraph. */
  readonly breaks: readonly number[];
  /** It stands in a Markdown quotation. */
  readonly quoted: boolean;
  /** From its first to its last character in the source. */
  readonly span: Span;
  /** Source span of a span of `text`; whatever was skipped in between (a line end, a page number) is covered too. */
  readonly toSource: (span: Span) => Span;
}

/** The family of a number before a heading, from the outermost habit to the innermost. */
export type MarkerStyle = 'part' | 'hash' | 'han' | 'han-paren' | 'digit' | 'digit-paren' | 'circle';

/** A number such as 一、 （二） 3. at the head of a text. */
export interface Marker {
  readonly style: MarkerStyle;
  readonly ordinal: number;
  /** As written, with its punctuation: `（二）`. */
  readonly text: string;
  /** The digits alone, in the text it was read from. */
  readonly digits: Span;
  /** End of the marker in the text it was read from. */
  readonly end: number;
}

/** A numbered heading. Spans are source offsets. */
export interface Heading {
  readonly marker: Marker;
  readonly markerSpan: Span;
  readonly digitsSpan: Span;
  /** Marker and title. */
  readonly span: Span;
  readonly title: string;
  /** Index in `Speech.paragraphs` of the paragraph that holds it. */
  readonly paragraph: number;
  /** It stands inside a paragraph, stuck to what is before it. */
  readonly glued: boolean;
  /** Index in `Speech.headings` of the heading above it, or -1. */
  readonly parent: number;
}

/** One speech of the file: numbering, figures, dates and promises never leave it. */
export interface Speech {
  readonly span: Span;
  /** Without line ends; empty when the text has none. */
  readonly title: string;
  readonly titleSpan: Span;
  readonly paragraphs: readonly Paragraph[];
  readonly headings: readonly Heading[];
  /** Residue that stands within its span. */
  readonly residue: readonly Residue[];
  /** Marks of the file that begin within its span. */
  readonly marks: readonly Mark[];
}

/** A file as read: immutable. */
export interface Draft {
  readonly text: string;
  readonly kind: DraftKind;
  /** At least one; their spans cover the text without gap. */
  readonly speeches: readonly Speech[];
}
