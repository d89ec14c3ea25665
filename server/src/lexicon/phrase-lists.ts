import * as appeal from './phrases/appeal.ts';
import * as opening from './phrases/opening.ts';
import * as work from './phrases/work.ts';

const LISTS: Readonly<Record<string, string>> = {
  a: opening.OPENING,
  b: opening.SITUATION,
  c: opening.TRANSITION,
  d: appeal.EMPHASIS,
  e: appeal.AWARENESS,
  f: opening.RESULTS,
  g: opening.PROBLEMS,
  h: appeal.GOALS,
  i: work.MEASURES,
  j: work.IMPLEMENTATION,
  k: appeal.CONDUCT,
  l: appeal.CLOSING,
  m: appeal.CHAIRING,
  n: appeal.PLEDGE,
  o: appeal.CEREMONY,
  p: work.FOUR,
  q: work.TERMS,
  r: work.FIXED,
};

/** Every entry as written, with the letter of its group: for the step that compiles them, for completion, for tests. */
export function allPhrases(): readonly { readonly entry: string; readonly group: string }[] {
  return Object.entries(LISTS).flatMap(([group, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((entry) => ({ entry, group })),
  );
}
