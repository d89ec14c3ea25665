import { splitLines } from '../../draft/lines.ts';
import { PUBLIC_FIGURES } from '../../lexicon/person-words.ts';
import { SHARED_REGIONS } from '../../lexicon/place-words.ts';
import type { Words } from '../../words/words.ts';
import { createMatcher } from '../terms/matcher.ts';
import { readBodies } from './bodies.ts';
import { readCodes } from './codes.ts';
import { createDivisionReader } from './divisions.ts';
import { tagLine } from './lines.ts';
import { readPeople } from './people.ts';
import { readProvinces } from './provinces.ts';
import { readDateSights, readFigureSights, readSessions } from './quantities.ts';
import { createRegionReader } from './regions.ts';
import { readTowns } from './towns.ts';
import type { Entity, EntityKind, Mention, Sight, TaggedLine } from './types.ts';
import { readWaters } from './waters.ts';

/** What is looked for. */
export interface EntityWish {
  readonly kinds: ReadonlySet<EntityKind>;
  /** Words that stay as they are, with all that they are part of or that is part of them. */
  readonly keep: readonly string[];
  /** Further words to be found, each an entity of its own. */
  readonly also: readonly string[];
}

/** Who has a place first where two claim just it. */
const RANK: readonly EntityKind[] = [
  'contact',
  'document',
  'place',
  'person',
  'body',
  'session',
  'date',
  'figure',
];
/** A place inside the name of a body is a part of it. */
const WORD = 'word|';

/**
 * The people, places, bodies, document and telephone numbers (and, where wished, sessions, figures and dates) of a
 * text, in the order of their first places. No two mentions overlap. A name that is sure in one place is found in all.
 * Lines are read one by one; the cost is linear in the text. Without `words` names are found by their forms alone.
 */
export function readEntities(text: string, words: Words | undefined, wish: EntityWish): readonly Entity[] {
  return createEntityReader(words)(text, wish);
}

/** As `readEntities`, for several texts: the tables of places are compiled once. */
export function createEntityReader(
  words: Words | undefined,
): (text: string, wish: EntityWish) => readonly Entity[] {
  const places = [createDivisionReader(), createRegionReader(), readProvinces, readTowns, readWaters];
  return (text, wish) => entitiesOf(text, words, wish, readersOf(wish.kinds, places));
}

type LineReader = (line: TaggedLine) => readonly Sight[];

function entitiesOf(
  text: string,
  words: Words | undefined,
  wish: EntityWish,
  readers: readonly LineReader[],
): readonly Entity[] {
  const lines = splitLines(text).map(({ start, end }) => ({
    at: start,
    line: tagLine(text.slice(start, end), words),
  }));
  const sights = lines.map(({ line }) => readers.flatMap((read) => read(line)));
  const sure = new Set(sights.flat().flatMap((one) => (one.sure ? [one.key] : [])));
  const again = createRepeatReader(sights.flat(), wish);
  const kept = createMatcher(
    [...SHARED_REGIONS, ...PUBLIC_FIGURES, ...wish.keep].filter((word) => !wish.also.includes(word)),
  );
  const entities = new Map<
    string,
    { readonly kind: EntityKind; readonly name: string; readonly mentions: Mention[] }
  >();
  lines.forEach(({ at, line }, i) => {
    const found = [...sights[i]!.filter((one) => one.sure || sure.has(one.key)), ...again(line)];
    for (const { key, kind, name, span } of chosen(found, keptIn(line.text, kept))) {
      const entity = entities.get(key) ?? { kind, name, mentions: [] };
      entities.set(key, entity);
      const source = { start: at + span.start, end: at + span.end };
      entity.mentions.push({ span: source, text: text.slice(source.start, source.end) });
    }
  });
  return [...entities.values()];
}

function readersOf(kinds: ReadonlySet<EntityKind>, places: readonly LineReader[]): readonly LineReader[] {
  return [
    ...(kinds.has('place') ? places : []),
    ...(kinds.has('person') ? [readPeople] : []),
    ...(kinds.has('body') ? [readBodies] : []),
    ...(kinds.has('session') ? [readSessions] : []),
    ...(kinds.has('date') ? [readDateSights] : []),
    ...(kinds.has('figure') ? [readFigureSights] : []),
    (line: TaggedLine) => readCodes(line).filter(({ kind }) => kinds.has(kind)),
  ];
}

/** Finds names again that stand somewhere else with what tells them: 王某某 behind 市长王某某; and the words asked for. */
function createRepeatReader(
  sights: readonly Sight[],
  { also }: EntityWish,
): (line: TaggedLine) => readonly Sight[] {
  const names = new Map<string, Sight>();
  for (const one of sights) {
    const longer = one.kind !== 'place' || one.name.length > one.span.end - one.span.start;
    const told = one.name.length > 1 && /^(?:person|body|place)$/.test(one.kind) && longer && one.sure;
    if (told && !names.has(one.name)) names.set(one.name, one);
    if (one.kind === 'body' && one.key.length > 7 && !names.has(one.key.slice(5)))
      names.set(one.key.slice(5), one);
  }
  const words = [...names.keys()].filter((name) => !also.includes(name));
  const patterns = [...words, ...also];
  const matcher = createMatcher(patterns);
  return (line) => {
    const found: Sight[] = [];
    matcher.scan(line.text, (number, start, end) => {
      const name = patterns[number]!;
      const known = number < words.length ? names.get(name) : undefined;
      if (!known) {
        found.push({ kind: 'body', key: WORD + name, name, span: { start, end }, sure: true });
      } else if (name.length > 2 || (line.isBoundary(start) && line.isBoundary(end))) {
        const own = known.kind === 'person' ? name.length : known.span.end - known.span.start;
        found.push({ ...known, span: { start, end: known.name === name ? start + own : end } });
      }
    });
    return found;
  };
}

/** The sights that stand, in order: words asked for first, then the longer; none in a kept word. */
function chosen(found: readonly Sight[], kept: Uint8Array): readonly Sight[] {
  const rank = ({ key, kind, span }: Sight): number =>
    (key.startsWith(WORD) ? -1000 : 0) - (span.end - span.start) + RANK.indexOf(kind) / RANK.length;
  const held = Uint8Array.from(kept);
  const taken: Sight[] = [];
  for (const one of [...found].sort((a, b) => rank(a) - rank(b) || a.span.start - b.span.start)) {
    const { start, end } = one.span;
    if (held.subarray(start, end).includes(1)) continue;
    held.fill(1, start, end);
    taken.push(one);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}

function keptIn(text: string, matcher: ReturnType<typeof createMatcher>): Uint8Array {
  const kept = new Uint8Array(text.length);
  matcher.scan(text, (_, start, end) => kept.fill(1, start, end));
  return kept;
}
