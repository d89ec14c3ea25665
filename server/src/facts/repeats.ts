import type { Span } from '../draft/span.ts';
import type { Paragraph } from '../draft/types.ts';

/** A wording that stands several times in a speech. */
export interface Repeat {
  readonly text: string;
  /** Source spans, in order. */
  readonly places: readonly Span[];
}

/** The shortest runs of words that are long enough to count, one for each word that opens one. Offsets are in the paragraph's text. */
export interface Seeds {
  readonly hashes: Uint32Array;
  /** Index of the first word, and of the word after the last one. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Start of each word, and the end of the last one; negative where a clause ends before the word. */
  readonly starts: Int32Array;
}

/** What is needed of a paragraph: its place in the source, its seeds. */
export interface Seeded {
  readonly paragraph: Paragraph;
  readonly seeds: Seeds;
}

interface Gram {
  readonly at: Seeded;
  readonly first: number;
  readonly last: number;
}

/** Function words at the edges belong to the sentence, not to the wording. */
const EDGE: ReadonlySet<string> = new Set([
  ...'要的和与在是对把将了着也都就并及等各为以从向让使被有更再还能会地得',
]);
const HAN = /^[\u4e00-\u9fff]+$/;

/** Seeds of one paragraph of words (`ends` as from `Words.cut`): runs of Han words of at least `length` characters within a clause. */
export function readSeeds(text: string, ends: Uint32Array, length: number): Seeds {
  const starts = new Int32Array(ends.length + 1);
  const inside: boolean[] = [];
  let from = 0;
  ends.forEach((end, i) => {
    inside.push(HAN.test(text.slice(from, end)));
    starts[i] = from;
    from = end;
  });
  starts[ends.length] = from;
  const hashes: number[] = [];
  const first: number[] = [];
  const last: number[] = [];
  for (let i = 0; i < ends.length; i++) {
    let j = i;
    while (j < ends.length && inside[j] && starts[j]! - starts[i]! < length) j++;
    if (starts[j]! - starts[i]! < length) continue;
    hashes.push(hash(text, starts[i]!, starts[j]!));
    first.push(i);
    last.push(j);
  }
  for (let i = 0; i < ends.length; i++) if (!inside[i]) starts[i] = ~starts[i]!;
  return {
    hashes: Uint32Array.from(hashes),
    first: Uint32Array.from(first),
    last: Uint32Array.from(last),
    starts,
  };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Wordings that stand at least `times` times and have at least `length` characters, on word boundaries, the longest form only. */
export function findRepeats(paragraphs: readonly Seeded[], length: number, times: number): Repeat[] {
  const frequent = frequentHashes(paragraphs, times);
  if (frequent.size === 0) return [];
  const groups = new Map<string, Gram[]>();
  for (const at of paragraphs) {
    at.seeds.hashes.forEach((value, i) => {
      if (!frequent.has(value)) return;
      const gram = { at, first: at.seeds.first[i]!, last: at.seeds.last[i]! };
      const text = textOf(gram);
      const grams = groups.get(text);
      if (grams) grams.push(gram);
      else groups.set(text, [gram]);
    });
  }
  const found = new Map<string, Repeat>();
  for (const grams of groups.values()) {
    if (grams.length < times) continue;
    const whole = withoutEdges(widen(grams));
    const text = textOf(whole[0]!);
    if (text.length >= length && !found.has(text)) found.set(text, { text, places: whole.map(placeOf) });
  }
  return [...found.values()].sort(
    (a, b) => b.places.length - a.places.length || b.text.length - a.text.length,
  );
}

/** Hashes that occur at least `times` times, counted in one pass over a flat table. */
function frequentHashes(paragraphs: readonly Seeded[], times: number): ReadonlySet<number> {
  const total = paragraphs.reduce((sum, { seeds }) => sum + seeds.hashes.length, 0);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, total * 2)));
  const counts = new Uint16Array(size);
  const frequent = new Set<number>();
  for (const { seeds } of paragraphs) {
    for (const value of seeds.hashes) {
      const slot = value & (size - 1);
      if (counts[slot]! < 0xffff) counts[slot] = counts[slot]! + 1;
    }
  }
  for (const { seeds } of paragraphs) {
    for (const value of seeds.hashes) if (counts[value & (size - 1)]! >= times) frequent.add(value);
  }
  return frequent;
}

function wordAt({ seeds, paragraph }: Seeded, index: number): string | undefined {
  if (index < 0 || index >= seeds.starts.length - 1 || seeds.starts[index]! < 0) return undefined;
  return paragraph.text.slice(seeds.starts[index], startOf(seeds, index + 1));
}

function startOf({ starts }: Seeds, index: number): number {
  const start = starts[index]!;
  return start < 0 ? ~start : start;
}

function spanOf({ at, first, last }: Gram): Span {
  return { start: startOf(at.seeds, first), end: startOf(at.seeds, last) };
}

function textOf(gram: Gram): string {
  const { start, end } = spanOf(gram);
  return gram.at.paragraph.text.slice(start, end);
}

function placeOf(gram: Gram): Span {
  return gram.at.paragraph.toSource(spanOf(gram));
}

/** Widens all occurrences word by word while every one of them goes on alike. */
function widen(grams: readonly Gram[]): readonly Gram[] {
  let current = grams;
  for (const right of [true, false]) {
    for (;;) {
      const next = (gram: Gram): string | undefined => wordAt(gram.at, right ? gram.last : gram.first - 1);
      const word = next(current[0]!);
      if (word === undefined || current.some((gram) => next(gram) !== word)) break;
      current = current.map((gram) =>
        right ? { ...gram, last: gram.last + 1 } : { ...gram, first: gram.first - 1 },
      );
    }
  }
  return current;
}

function withoutEdges(grams: readonly Gram[]): readonly Gram[] {
  const { at, first, last } = grams[0]!;
  const isEdge = (index: number): boolean => EDGE.has(wordAt(at, index) ?? '');
  let head = 0;
  while (first + head < last && isEdge(first + head)) head++;
  let tail = 0;
  while (last - tail - 1 > first + head && isEdge(last - tail - 1)) tail++;
  return grams.map((gram) => ({ ...gram, first: gram.first + head, last: gram.last - tail }));
}
