import type { Span } from '../../draft/span.ts';
import type { SpeechKind } from '../../lexicon/kinds.ts';

export type PartName =
  | 'title'
  | 'subtitle'
  | 'speaker'
  | 'date'
  | 'salutation'
  | 'opening'
  | 'body'
  | 'closing';

/** One part of a speech. */
export interface Part {
  readonly name: PartName;
  /** In the source. */
  readonly span: Span;
  /** As read, without line ends inside its lines; paragraphs are parted by line feeds. */
  readonly text: string;
}

/** What a speech is made of. */
export interface SpeechParts {
  /** What kind of speech it is, where title or opening leave no doubt. */
  readonly kind: SpeechKind | undefined;
  /** What tells the kind. */
  readonly evidence: Span | undefined;
  /** In the order of the source; a part that is not there is left out. */
  readonly parts: readonly Part[];
}
