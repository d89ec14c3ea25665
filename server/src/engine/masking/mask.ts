import type { Entity, EntityKind } from '../../facts/entities/types.ts';
import { chooseMarks } from './marks.ts';

/** An entity of a masked text. */
export interface MaskedEntity {
  readonly kind: EntityKind;
  readonly name: string;
  readonly mask: string;
}

/** A mask in a masked text. */
export interface MaskedPlace {
  /** Offset in the masked text. */
  readonly at: number;
  /** Index in the list of entities. */
  readonly entity: number;
  /** What stands there in the original. */
  readonly text: string;
}

/** A masked text and what it takes to undo it. */
export interface Masking {
  readonly text: string;
  readonly entities: readonly MaskedEntity[];
  /** In order; none overlaps another. */
  readonly places: readonly MaskedPlace[];
}

/** Puts a mask in place of every mention; all mentions of one entity get one mask. What is no mention stays as it is. */
export function maskText(original: string, entities: readonly Entity[], numbered = false): Masking {
  const marks = chooseMarks(entities, numbered, original);
  const mentions = entities
    .flatMap(({ mentions }, entity) => mentions.map(({ span, text }) => ({ span, text, entity })))
    .sort((a, b) => a.span.start - b.span.start);
  const pieces: string[] = [];
  const places: MaskedPlace[] = [];
  let from = 0;
  let length = 0;
  for (const { span, text, entity } of mentions) {
    const between = original.slice(from, span.start);
    pieces.push(between, marks[entity]!);
    places.push({ at: length + between.length, entity, text });
    length += between.length + marks[entity]!.length;
    from = span.end;
  }
  pieces.push(original.slice(from));
  return {
    text: pieces.join(''),
    entities: entities.map(({ kind, name }, i) => ({ kind, name, mask: marks[i]! })),
    places,
  };
}

/** The original of a masked text, every mask given back at its offset. */
export function originalOf({ text, entities, places }: Masking): string {
  const pieces: string[] = [];
  let from = 0;
  for (const place of places) {
    pieces.push(text.slice(from, place.at), place.text);
    from = place.at + entities[place.entity]!.mask.length;
  }
  return pieces.join('') + text.slice(from);
}
