import type { Span } from '../draft/span.ts';
import type { Paragraph } from '../draft/types.ts';
import type { Words } from '../words/words.ts';

/** A wording that stands several times in a speech. */
export interface Repeat {
  readonly text: string;
  /** Source spans, in order. */
  readonly places: readonly Span[];
}

interface Gram {
  readonly clause: number;
  readonly first: number;
  readonly last: number;
}

interface Clause {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly words: readonly string[];
}

const EDGE: ReadonlySet<string> = new Set([
  ...'要的和与在是对把将了着也都就并及等各为以从向让使被有更再还能会地得',
]);
const CLAUSE = /[\u4e00-\u9fff]+/g;

/** Whether any run of `length` Han characters stands `times` times: the cheap question before words are cut. */
export function mayRepeat(paragraphs: readonly Paragraph[], length: number, times: number): boolean {
  const counts = new Map<string, number>();
  for (const { text } of paragraphs) {
    for (const [clause] of text.matchAll(CLAUSE)) {
      for (let at = 0; at + length <= clause.length; at++) {
        const gram = clause.slice(at, at + length);
        const count = (counts.get(gram) ?? 0) + 1;
        if (count >= times) return true;
        counts.set(gram, count);
      }
    }
  }
  return false;
}

/** Wordings of at least `length` characters that stand at least `times` times, on word boundaries, the longest form only. */
export function findRepeats(
  paragraphs: readonly Paragraph[],
  words: Words,
  length: number,
  times: number,
): Repeat[] {
  const clauses = paragraphs.flatMap((paragraph) => clausesOf(paragraph, words));
  const seeds = new Map<string, Gram[]>();
  clauses.forEach((clause, index) => {
    for (let first = 0; first < clause.words.length; first++) {
      let text = '';
      let last = first;
      while (last < clause.words.length && text.length < length) text += clause.words[last++];
      if (text.length < length) break;
      const grams = seeds.get(text);
      if (grams) grams.push({ clause: index, first, last });
      else seeds.set(text, [{ clause: index, first, last }]);
    }
  });
  const found = new Map<string, Repeat>();
  for (const grams of seeds.values()) {
    if (grams.length < times) continue;
    const repeat = asRepeat(withoutEdges(widen(grams, clauses), clauses), clauses);
    if (repeat.text.length >= length) found.set(repeat.text, repeat);
  }
  return [...found.values()].sort(
    (a, b) => b.places.length - a.places.length || b.text.length - a.text.length,
  );
}

function clausesOf(paragraph: Paragraph, words: Words): Clause[] {
  return [...paragraph.text.matchAll(CLAUSE)].map((match) => {
    const cut: string[] = [];
    let from = 0;
    for (const end of words.cut(match[0])) {
      cut.push(match[0].slice(from, end));
      from = end;
    }
    return { paragraph, start: match.index, words: cut };
  });
}

/** Widens all occurrences word by word while every one of them goes on alike. */
function widen(grams: readonly Gram[], clauses: readonly Clause[]): readonly Gram[] {
  let current = grams;
  for (const step of [
    (g: Gram) => ({ word: clauses[g.clause]!.words[g.last], wider: { ...g, last: g.last + 1 } }),
    (g: Gram) => ({ word: clauses[g.clause]!.words[g.first - 1], wider: { ...g, first: g.first - 1 } }),
  ]) {
    for (;;) {
      const steps = current.map(step);
      const word = steps[0]!.word;
      if (word === undefined || steps.some((s) => s.word !== word)) break;
      current = steps.map((s) => s.wider);
    }
  }
  return current;
}

/** Function words at the edges belong to the sentence, not to the wording. */
function withoutEdges(grams: readonly Gram[], clauses: readonly Clause[]): readonly Gram[] {
  const { clause, first, last } = grams[0]!;
  const words = clauses[clause]!.words.slice(first, last);
  const head = words.findIndex((word) => !EDGE.has(word));
  const tail = words.length - 1 - words.findLastIndex((word) => !EDGE.has(word));
  return grams.map((gram) => ({ ...gram, first: gram.first + Math.max(0, head), last: gram.last - tail }));
}

function asRepeat(grams: readonly Gram[], clauses: readonly Clause[]): Repeat {
  const places = grams.map(({ clause, first, last }) => {
    const { paragraph, start, words } = clauses[clause]!;
    const from = start + words.slice(0, first).join('').length;
    return paragraph.toSource({ start: from, end: from + words.slice(first, last).join('').length });
  });
  const { clause, first, last } = grams[0]!;
  return { text: clauses[clause]!.words.slice(first, last).join(''), places };
}
