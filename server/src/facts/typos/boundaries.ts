import type { Words } from '../../words/words.ts';

/** Characters a clause is at most read to on either side; longer ones are cut there. */
const REACH = 24;
/** A wording so long is a phrase that nothing else looks like. */
const SET_PHRASE = 4;
const HAN = /[\u3400-\u9fff]/;

/**
 * Whether `right` may stand for the wording at [start, end) of `text`: read as words, the sentence has borders on
 * both sides of it as written (关注｜消费 has none before 注消), and corrected it is cut there too, into no more
 * words, or lies within one longer word (洪涝灾害); set phrases need no second look.
 */
export function standsAlone(words: Words, text: string, start: number, end: number, right: string): boolean {
  const from = clauseStart(text, start);
  const before = text.slice(from, start);
  const after = text.slice(end, clauseEnd(text, end));
  const at = start - from;
  const written = readAt(words.cut(before + text.slice(start, end) + after, false), at, end - start);
  if (!written.aligned) return false;
  const corrected = readAt(words.cut(before + right + after, false), at, right.length);
  return (
    right.length >= SET_PHRASE ||
    corrected.words === 1 ||
    (corrected.aligned && corrected.words <= written.words)
  );
}

interface Reading {
  /** Words that touch the stretch. */
  readonly words: number;
  /** No word reaches over an edge of it. */
  readonly aligned: boolean;
}

function readAt(ends: Uint32Array, start: number, length: number): Reading {
  const end = start + length;
  const first = ends.findIndex((e) => e > start);
  const last = ends.findIndex((e) => e >= end);
  const opens = first === 0 ? 0 : ends[first - 1]!;
  return { words: last - first + 1, aligned: opens === start && ends[last] === end };
}

function clauseStart(text: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < REACH && HAN.test(text[at - 1]!)) at--;
  return at;
}

function clauseEnd(text: string, end: number): number {
  let at = end;
  while (at < text.length && at - end < REACH && HAN.test(text[at]!)) at++;
  return at;
}
