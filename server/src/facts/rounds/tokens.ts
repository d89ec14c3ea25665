import type { Span } from '../../draft/span.ts';
import type { FactMemory } from '../facts.ts';
import type { Entity } from './types.ts';

/** A paragraph as a row of what is compared: entities by their kind, all else by the character; blanks are left out. */
export interface TokenRow {
  readonly tokens: readonly string[];
  readonly spans: readonly Span[];
  /** By the token; undefined for a character. */
  readonly entities: readonly (Entity | undefined)[];
}

/** A number that is filled in stands where its mask stood, so they count as one kind of token. */
type Sign = '#' | '@' | '!' | '*';

interface Signed {
  readonly sign: Sign;
  readonly entity: Entity;
}

/** Cuts a paragraph into tokens. */
export function tokenRow(text: string, memory: FactMemory): TokenRow {
  const entities = entitiesOf(text, memory);
  const row = {
    tokens: [] as string[],
    spans: [] as Span[],
    entities: [] as (Entity | undefined)[],
  };
  let next = 0;
  const add = (token: string, span: Span, entity?: Entity): void => {
    row.tokens.push(token);
    row.spans.push(span);
    row.entities.push(entity);
  };
  for (let at = 0; at < text.length; ) {
    const signed = entities[next];
    if (signed?.entity.span.start === at) {
      const { entity, sign } = signed;
      add(SIGN_MARK + sign, entity.span, entity);
      at = entity.span.end;
      next++;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (!/\s/.test(character)) add(character, { start: at, end: at + character.length });
    at += character.length;
  }
  return row;
}

/** So that no character of a text is taken for a sign. */
const SIGN_MARK = '\0';

/** Placeholders first, then what is announced, dates and figures; none overlap. */
function entitiesOf(text: string, memory: FactMemory): readonly Signed[] {
  const { placeholders, promises, dates, figures } = memory.of(text);
  const taken = new Uint8Array(text.length);
  const found: Signed[] = [];
  const add = (sign: Sign, kind: Entity['kind'], span: Span, topic = ''): void => {
    if (span.end <= span.start || taken.subarray(span.start, span.end).includes(1)) return;
    taken.fill(1, span.start, span.end);
    found.push({ sign, entity: { kind, span, text: text.slice(span.start, span.end), topic } });
  };
  for (const { span, kind } of placeholders) if (kind === 'date') add('@', 'placeholder', span);
  for (const { span, value, indicator } of figures)
    if (value === undefined) add('#', 'placeholder', span, indicator);
  for (const { span, kind } of placeholders)
    add(kind === 'number' || kind === 'ordinal' ? '#' : '*', 'placeholder', span);
  for (const { span } of promises) add('!', 'promise', span);
  for (const { span } of dates.mentions) add('@', 'date', span);
  for (const { span, indicator } of figures) add('#', 'figure', span, indicator);
  return found.sort((a, b) => a.entity.span.start - b.entity.span.start);
}
