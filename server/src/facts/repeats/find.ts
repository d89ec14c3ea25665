import type { Span } from '../../draft/span.ts';
import type { Paragraph } from '../../draft/types.ts';
import { createSeen } from './seen.ts';
import { maximalRuns } from './suffixes.ts';
import type { RepeatTokens } from './tokens.ts';

/** One place of a repeated wording. */
export interface RepeatPlace {
  readonly paragraph: Paragraph;
  /** Index of the paragraph among those given. */
  readonly index: number;
  /** In the paragraph's text. */
  readonly span: Span;
  /** Characters of all paragraphs before it: how far apart two places are. */
  readonly distance: number;
}

/** A wording that stands several times in a speech; in order, not overlapping. */
export interface Repeat {
  readonly text: string;
  readonly places: readonly RepeatPlace[];
}

/** A paragraph with its words. */
export interface Tokened {
  readonly paragraph: Paragraph;
  readonly tokens: RepeatTokens;
}

/** Function words and marks at the edges belong to the sentence, not to the wording. */
const EDGE: ReadonlySet<string> = new Set([
  ...'的和与在是对把将了着也都就并及等为以从向让使被有更再还能会地得到中上下、',
]);

/** Wordings of at least `length` characters that stand at least twice, on word boundaries, maximal ones only. */
export function* findRepeats(
  paragraphs: readonly Tokened[],
  length: number,
): Generator<undefined, readonly Repeat[]> {
  const { numbers, words, owners } = yield* repeated(paragraphs, length);
  const bases = distances(paragraphs);
  const found = new Map<string, Repeat>();
  yield* maximalRuns(numbers, 1, (run) => {
    const at = run.places[0]!;
    const { paragraph, tokens } = paragraphs[owners[at]!]!;
    const first = words[at]!;
    const { head, tail } = trimmed(paragraph.text, tokens, first, first + run.length);
    const text = paragraph.text.slice(tokens.starts[head]!, tokens.starts[tail]!);
    if (text.length < length || found.has(text)) return;
    const places: RepeatPlace[] = [];
    for (const place of run.places) {
      const index = owners[place]!;
      const { paragraph: own, tokens: of } = paragraphs[index]!;
      const start = of.starts[words[place]! + head - first]!;
      const span = { start, end: start + text.length };
      const before = places[places.length - 1];
      if (before && before.index === index && before.span.end > start) continue;
      if (own.text.slice(span.start, span.end) !== text) continue;
      places.push({ paragraph: own, index, span, distance: bases[index]! + start });
    }
    if (places.length > 1) found.set(text, { text, places });
  });
  return [...found.values()];
}

/** The words of a run without loose edges, and without what a mark whose partner is outside cuts off. */
function trimmed(text: string, { starts }: RepeatTokens, first: number, end: number) {
  const wordAt = (word: number): string => text.slice(starts[word]!, starts[word + 1]!);
  let head = first;
  let tail = end;
  const stray = strayMark(text, starts, first, end);
  if (stray >= 0) {
    if (starts[stray]! - starts[first]! >= starts[end]! - starts[stray + 1]!) tail = stray;
    else head = stray + 1;
  }
  while (head < tail && (EDGE.has(wordAt(head)) || wordAt(head) === '要' || CLOSES.has(wordAt(head)))) head++;
  while (tail > head && (EDGE.has(wordAt(tail - 1)) || OPENS.includes(wordAt(tail - 1)))) tail--;
  return { head, tail };
}

const PARTNERS: ReadonlyMap<string, string> = new Map([
  ['）', '（'],
  ['”', '“'],
  ['》', '《'],
]);
const CLOSES: ReadonlySet<string> = new Set(PARTNERS.keys());
const OPENS: readonly string[] = [...PARTNERS.values()];

/** The first mark whose partner is not in the run, or -1. */
function strayMark(text: string, starts: Uint32Array, first: number, end: number): number {
  const open: number[] = [];
  for (let word = first; word < end; word++) {
    const mark = text.slice(starts[word]!, starts[word + 1]!);
    if (OPENS.includes(mark)) open.push(word);
    else if (CLOSES.has(mark) && open.pop() === undefined) return word;
  }
  return open[0] ?? -1;
}

function distances(paragraphs: readonly Tokened[]): readonly number[] {
  let at = 0;
  return paragraphs.map(({ paragraph }) => {
    const own = at;
    at += paragraph.text.length;
    return own;
  });
}

/** The words that stand in some repeated stretch of `length` characters, as one sequence; stretches are parted by 0. */
function* repeated(paragraphs: readonly Tokened[], length: number) {
  // From each word on, and up to each word, there is one stretch at most.
  const seen = createSeen(totalWords(paragraphs) * 2);
  for (const { tokens } of paragraphs) {
    eachStretch(tokens, length, seen.add);
    yield;
  }
  const numbers: number[] = [];
  const words: number[] = [];
  const owners: number[] = [];
  for (const [owner, { tokens }] of paragraphs.entries()) {
    const kept = new Uint8Array(tokens.hashes.length + 1);
    eachStretch(tokens, length, (hash, first, end) => {
      if (seen.isTwice(hash)) kept.fill(1, first, end);
    });
    for (let word = 0; word < kept.length; word++) {
      if (kept[word] === 0 && (word === 0 || kept[word - 1] === 0)) continue;
      numbers.push(kept[word] === 1 ? tokens.hashes[word]! : 0);
      words.push(word);
      owners.push(owner);
    }
    yield;
  }
  return { numbers: Uint32Array.from(numbers), words, owners };
}

function totalWords(paragraphs: readonly Tokened[]): number {
  return paragraphs.reduce((sum, { tokens }) => sum + tokens.hashes.length, 0);
}

/**
 * The shortest run of at least `length` characters from each word on, and up to each word, with the hash of its words:
 * every word of a longer run lies in one of them.
 */
function eachStretch(
  { hashes, starts }: RepeatTokens,
  length: number,
  take: (hash: number, first: number, end: number) => void,
): void {
  const whole = (first: number, end: number): number => {
    let hash = 0;
    for (let word = first; word < end; word++) {
      hash = Math.imul(hash ^ hashes[word]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  };
  for (let word = 0; word < hashes.length; word++) {
    if (hashes[word] === 0) continue;
    let end = word;
    while (end < hashes.length && hashes[end] !== 0 && starts[end]! - starts[word]! < length) end++;
    if (starts[end]! - starts[word]! >= length) take(whole(word, end), word, end);
    let first = word + 1;
    while (first > 0 && hashes[first - 1] !== 0 && starts[word + 1]! - starts[first]! < length) first--;
    // A stretch that is the shortest both ways has been taken already.
    const shortest = starts[word]! - starts[first]! < length;
    if (!shortest && starts[word + 1]! - starts[first]! >= length)
      take(whole(first, word + 1), first, word + 1);
  }
}
