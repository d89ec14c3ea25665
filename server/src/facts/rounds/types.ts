import type { Span } from '../../draft/span.ts';
import type { Speech } from '../../draft/types.ts';
import type { SpeechFigure } from '../figures/types.ts';

/** What a change is about; `text` is any other wording. */
export type ChangeKind =
  | 'figure'
  | 'name'
  | 'date'
  | 'placeholder'
  | 'heading'
  | 'promise'
  | 'paragraph'
  | 'text';

/** What became of it; `filled` and `opened` are of placeholders, `moved` of paragraphs. */
export type ChangeWay = 'changed' | 'added' | 'deleted' | 'moved' | 'filled' | 'opened';

/** One side of a change; the span is in the source of its version. */
export interface ChangeSide {
  readonly text: string;
  readonly span: Span;
}

/** One difference of substance between two versions; at least one side is there. */
export interface Change {
  readonly kind: ChangeKind;
  readonly way: ChangeWay;
  readonly old: ChangeSide | undefined;
  readonly now: ChangeSide | undefined;
  /** What a figure is of, as far as it could be told; empty otherwise. */
  readonly topic: string;
}

/** What a part of a paragraph is, so that two versions of it are laid side by side. */
export type EntityKind = 'figure' | 'date' | 'placeholder' | 'promise';

/** A part of a paragraph that counts as one; the span is in the paragraph's text. */
export interface Entity {
  readonly kind: EntityKind;
  readonly span: Span;
  readonly text: string;
  readonly topic: string;
}

/** Two stretches that stand in each other's place, in the texts of the paragraphs; one may be empty. */
export interface Stretch {
  readonly old: Span;
  readonly now: Span;
  /** The whole entities in them. */
  readonly oldEntities: readonly Entity[];
  readonly nowEntities: readonly Entity[];
}

/** Two versions of one paragraph laid side by side. */
export interface Comparison {
  /** Entities that stand at the same place of the wording, whether they say the same or not. */
  readonly entities: readonly { readonly old: Entity; readonly now: Entity }[];
  /** Everything else that differs, in order. */
  readonly stretches: readonly Stretch[];
}

/** A paragraph that both versions have; the numbers are indexes in `Speech.paragraphs`. */
export interface ParagraphPair {
  readonly old: number;
  readonly now: number;
  /** The wording is the same but for blanks. */
  readonly same: boolean;
  /** It stands elsewhere in the order of the speech. */
  readonly moved: boolean;
}

/** Two versions of one speech, laid side by side. */
export interface Round {
  readonly old: Speech;
  readonly now: Speech;
  /** In the order of the new version. */
  readonly pairs: readonly ParagraphPair[];
  readonly comparisonOf: (pair: ParagraphPair) => Comparison;
  /** The part of the shorter version, by characters, that stands in both: 0 to 1. */
  readonly shared: number;
}

/** A figure that was changed in one place and left with its old value in others. */
export interface HalfFigure {
  readonly kind: 'figure';
  readonly topic: string;
  /** The first place that was changed: as it was, and as it is. */
  readonly before: SpeechFigure;
  readonly after: SpeechFigure;
  /** The places of the new version that still have the old value; at least one. */
  readonly left: readonly SpeechFigure[];
}

/** A name that was changed in one place and left in others; spans are in the source of the new version. */
export interface HalfName {
  readonly kind: 'name';
  readonly before: string;
  readonly after: string;
  readonly changed: Span;
  readonly left: readonly Span[];
  /** A document or a body; a person or a place may well be another one. */
  readonly certain: boolean;
}
