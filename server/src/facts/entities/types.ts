import type { Span } from '../../draft/span.ts';

/** What kind of thing a name, a number or a date belongs to. */
export const ENTITY_KINDS = [
  'person',
  'place',
  'body',
  'document',
  'session',
  'contact',
  'figure',
  'date',
] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** One place of an entity. `span` is what tells it from others, in the source: of 临江市委 it is 临江. */
export interface Mention {
  readonly span: Span;
  readonly text: string;
}

/** One person, place, body, document number …, with every place where it is named. */
export interface Entity {
  readonly kind: EntityKind;
  /** What it is called: 临江市, 王某. */
  readonly name: string;
  /** At least one, in order. */
  readonly mentions: readonly Mention[];
}

/** A place of an entity in a line. */
export interface Sight {
  readonly kind: EntityKind;
  /** Equal for all places of one entity. */
  readonly key: string;
  readonly name: string;
  /** In the line, of what tells it from others. */
  readonly span: Span;
  /** It counts by itself; otherwise only where the same entity is sure somewhere else in the draft. */
  readonly sure: boolean;
}

/** A line with its words. */
export interface TaggedLine {
  readonly text: string;
  /** jieba's tag of the word that holds an offset. */
  readonly tagAt: (offset: number) => string;
  /** Whether a word begins or ends at an offset. */
  readonly isBoundary: (offset: number) => boolean;
  /** The word that holds an offset. */
  readonly wordAt: (offset: number) => Span;
}
