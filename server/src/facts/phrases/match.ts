import type { Span } from '../../draft/span.ts';
import type { Phrase, PhraseIndex } from '../../lexicon/phrase-index.ts';

/** A set phrase as it stands in a paragraph's text. */
export interface PhraseHit {
  readonly phrase: string;
  /** Letter of its group. */
  readonly group: string;
  readonly plainer: readonly string[];
  /** In the paragraph's text, what fills its gap included. */
  readonly span: Span;
  /** It stands inside quotation marks, so it is named or cited, not said. */
  readonly quoted: boolean;
}

/** Characters that a gap may hold at most. */
const GAP = 24;
const STOP = /[。；！？\n]/;

/**
 * Phrases of the lists in a text, longest match from left to right, in order and not overlapping; on borders of words
 * (`ends` as from `Words.cut`; every character is taken for a word where there are none). Linear in the text, whatever the length of the lists.
 */
export function matchPhrases(
  text: string,
  indexes: readonly PhraseIndex[],
  ends: Uint32Array | undefined,
): readonly PhraseHit[] {
  const starts = startsOf(text, ends);
  const places = indexes.map((index) => index.candidates(text, starts));
  const hits: PhraseHit[] = [];
  let borders: Uint8Array | undefined;
  let best: { readonly phrase: Phrase; readonly span: Span } | undefined;
  let here = 0;
  let from = 0;
  const take = (phrase: Phrase): void => {
    const span = spanOf(text, here, phrase);
    if (!span || (best && span.end - span.start < best.span.end - best.span.start)) return;
    // Of two equally long ones the one that is written out.
    if (best && span.end === best.span.end && span.start === best.span.start && phrase.phrase.includes('…'))
      return;
    borders ??= bordersOf(text, ends);
    if (borders[here + phrase.key.length] === 0) return;
    const before = phrase.head === '' ? undefined : hits.findLast((hit) => hit.span.start < span.start);
    if (before && before.span.end > span.start) return;
    best = { phrase, span };
  };
  const next = places.map(() => 0);
  for (;;) {
    here = nextPlace(places, next, from);
    if (here < 0) return withQuotes(text, hits);
    best = undefined;
    for (let i = 0; i < indexes.length; i++) {
      if (places[i]![next[i]!] === here) indexes[i]!.at(text, here, take);
    }
    from = here + 1;
    if (!best) continue;
    const { phrase, span } = best as { readonly phrase: Phrase; readonly span: Span };
    const { phrase: wording, group, plainer } = phrase;
    // A gap may hold phrases that were found before its end came.
    while (hits.length > 0 && hits[hits.length - 1]!.span.start >= span.start) hits.pop();
    hits.push({ phrase: wording, group, plainer, span, quoted: false });
    from = span.end;
  }
}

/** The first place of any list that is not before `from`, or -1; moves each list's mark on to it. */
function nextPlace(places: readonly (readonly number[])[], next: number[], from: number): number {
  let first = -1;
  for (let i = 0; i < places.length; i++) {
    const own = places[i]!;
    while (next[i]! < own.length && own[next[i]!]! < from) next[i] = next[i]! + 1;
    const place = own[next[i]!];
    if (place !== undefined && (first < 0 || place < first)) first = place;
  }
  return first;
}

/** Where words begin. */
function startsOf(text: string, ends: Uint32Array | undefined): ArrayLike<number> {
  const starts = new Uint32Array(ends?.length ?? text.length);
  if (!ends) {
    for (let at = 0; at < starts.length; at++) starts[at] = at;
    return starts;
  }
  starts.set(ends.subarray(0, -1), 1);
  return starts;
}

/** Where the phrase stands whose key is at `at`: with its head before it or its tail after it, in the same sentence. */
function spanOf(text: string, at: number, { key, head, tail }: Phrase): Span | undefined {
  const end = at + key.length;
  if (tail !== '') {
    const after = text.slice(end, end + GAP + tail.length);
    const found = after.indexOf(tail, 1);
    return found > 0 && !STOP.test(after.slice(0, found))
      ? { start: at, end: end + found + tail.length }
      : undefined;
  }
  if (head !== '') {
    const start = Math.max(0, at - GAP - head.length);
    const before = text.slice(start, at);
    const found = before.lastIndexOf(head, before.length - head.length - 1);
    return found >= 0 && !STOP.test(before.slice(found)) ? { start: start + found, end } : undefined;
  }
  return { start: at, end };
}

function bordersOf(text: string, ends: Uint32Array | undefined): Uint8Array {
  const borders = new Uint8Array(text.length + 1);
  if (!ends) return borders.fill(1);
  borders[0] = 1;
  for (let i = 0; i < ends.length; i++) borders[ends[i]!] = 1;
  return borders;
}

/** Marks the hits that lie within a pair of quotation marks; a mark that is never closed counts for nothing. */
function withQuotes(text: string, hits: readonly PhraseHit[]): readonly PhraseHit[] {
  if (hits.length === 0 || !text.includes('“')) return hits;
  const quotes: Span[] = [];
  for (let open = text.indexOf('“'); open >= 0; ) {
    const close = text.indexOf('”', open);
    if (close < 0) break;
    quotes.push({ start: open, end: close });
    open = text.indexOf('“', close);
  }
  let i = 0;
  return hits.map((hit) => {
    while (i < quotes.length && quotes[i]!.end < hit.span.start) i++;
    const quote = quotes[i];
    const quoted = quote !== undefined && quote.start < hit.span.start && hit.span.end <= quote.end;
    return quoted ? { ...hit, quoted } : hit;
  });
}
