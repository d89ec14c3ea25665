import type { Paragraph, Speech } from '../draft/types.ts';
import type { ParagraphFacts } from './paragraph-facts.ts';

/** What one paragraph of a speech says of a kind. */
export interface Said<T> {
  /** Index in `Speech.paragraphs`. */
  readonly index: number;
  readonly said: T;
}

/** What a paragraph says of a kind, from its facts and what is `given` alone; an empty list and undefined are nothing. */
export type Picker<T, Given = undefined> = (facts: ParagraphFacts, given: Given) => T | undefined;

/** Picks one kind of fact from all paragraphs of a speech; of a later version only from the paragraphs that differ. */
export interface Columns {
  /** The facts of the paragraphs, in order. */
  readonly rows: (speech: Speech) => readonly ParagraphFacts[];
  /**
   * The paragraphs that say something, in order. `pick` is one function for good; of what is `given` besides, the last
   * one is remembered.
   */
  readonly said: <T, Given = undefined>(
    speech: Speech,
    pick: Picker<T, Given>,
    ...given: [Given] extends [undefined] ? readonly [] : readonly [Given]
  ) => readonly Said<T>[];
  /** Makes it known that a speech is a later version of another one. */
  readonly follow: (speech: Speech, before: Speech) => void;
}

/** What was picked, and from which paragraphs. */
interface Column {
  readonly rows: readonly ParagraphFacts[];
  readonly given: unknown;
  readonly said: readonly Said<unknown>[];
}

interface Table {
  readonly rows: readonly ParagraphFacts[];
  /** Of this version, or of one before it for what nobody has asked since. */
  readonly columns: Map<unknown, Column>;
}

/** Makes an empty memory; `of` gives the facts of a paragraph, the same object while they are remembered. */
export function createColumns(of: (text: string) => ParagraphFacts): Columns {
  const tables = new WeakMap<Speech, Table>();
  const earlier = new WeakMap<Speech, ReadonlyMap<unknown, Column>>();

  const tableOf = (speech: Speech): Table => {
    const known = tables.get(speech);
    if (known) return known;
    const rows = speech.paragraphs.map(({ text }) => of(text));
    const table = { rows, columns: new Map(earlier.get(speech)) };
    earlier.delete(speech);
    tables.set(speech, table);
    return table;
  };

  return {
    rows: (speech) => tableOf(speech).rows,
    said<T, Given>(speech: Speech, pick: Picker<T, Given>, ...[given]: readonly unknown[]) {
      const { rows, columns } = tableOf(speech);
      const last = columns.get(pick);
      const known = last && Object.is(last.given, given) ? last : undefined;
      if (known?.rows === rows) return known.said as readonly Said<T>[];
      const read = (facts: ParagraphFacts) => pick(facts, given as Given);
      const said = known ? pickAgain(known, rows, read) : pickFrom(rows, read, 0, rows.length);
      columns.set(pick, { rows, given, said });
      return said;
    },
    follow(speech, before) {
      const columns = tables.get(before)?.columns ?? earlier.get(before);
      if (!columns || speech === before) return;
      earlier.set(speech, columns);
      const own = tables.get(speech)?.columns;
      if (own) for (const [pick, column] of columns) if (!own.has(pick)) own.set(pick, column);
    },
  };
}

type Read<T> = (facts: ParagraphFacts) => T | undefined;

/** A column of a later version: what the paragraphs at both ends say that are the same, and what those between say. */
function pickAgain<T>(before: Column, rows: readonly ParagraphFacts[], pick: Read<T>): readonly Said<T>[] {
  const { head, tail } = shared(before.rows, rows);
  const by = rows.length - before.rows.length;
  const column = before.said as readonly Said<T>[];
  const inTail = column.filter(({ index }) => index >= before.rows.length - tail);
  return [
    ...column.filter(({ index }) => index < head),
    ...pickFrom(rows, pick, head, rows.length - tail),
    ...(by === 0 ? inTail : inTail.map(({ index, said }) => ({ index: index + by, said }))),
  ];
}

/** How many items two lists have in common at their heads and, behind these, at their ends. */
function shared<T>(
  before: readonly T[],
  after: readonly T[],
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}

function pickFrom<T>(rows: readonly ParagraphFacts[], pick: Read<T>, from: number, to: number): Said<T>[] {
  const found: Said<T>[] = [];
  for (let index = from; index < to; index++) {
    const said = pick(rows[index]!);
    if (said !== undefined && !(Array.isArray(said) && said.length === 0)) found.push({ index, said });
  }
  return found;
}

/** Makes something of each thing that the paragraphs of a speech say, in order. */
export function mapSaid<T, Made>(
  { paragraphs }: Speech,
  column: readonly Said<readonly T[]>[],
  make: (one: T, paragraph: Paragraph, index: number) => Made,
): Made[] {
  const made: Made[] = [];
  for (const { index, said } of column)
    for (const one of said) made.push(make(one, paragraphs[index]!, index));
  return made;
}
