import { applyEdits } from './edit.ts';
import type { Edit, Finding, Fix } from './types.ts';

/** A text with what could be put right unseen put right. */
export interface Fixed {
  readonly text: string;
  /** Fixes that were made. */
  readonly count: number;
}

/** More rounds than any draft needs: a round makes every fix that does not touch another one. */
const MOST_ROUNDS = 100;

/**
 * Makes the fixes of the given kinds until none is left: in a round all that do not touch each other, in the order of
 * the text, each whole or not at all; then the text is checked again. Fixing the result again changes nothing: where
 * fixes undo each other the smallest of the texts that they go round in is the result, and where no end comes, or the text
 * grows to twice its length, it stays as it was.
 */
export function fix(
  text: string,
  check: (text: string) => readonly Finding[],
  kinds: readonly Fix['safety'][],
): Fixed {
  const seen = new Map<string, number>();
  const texts: string[] = [];
  const most = 2 * text.length + 1000;
  let count = 0;
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = seen.get(current);
    if (before !== undefined) {
      const circle = texts.slice(before);
      return { text: circle.reduce((least, one) => (one < least ? one : least)), count };
    }
    seen.set(current, round);
    texts.push(current);
    const chosen = together(current, check(current), kinds);
    const next = applyEdits(current, chosen.flat());
    if (next === current) return { text: current, count };
    if (next.length > most) break;
    current = next;
    count += chosen.length;
  }
  return { text, count: 0 };
}

/** The edits of the first fix of each finding, as far as they do not touch those chosen before. */
function together(
  text: string,
  findings: readonly Finding[],
  kinds: readonly Fix['safety'][],
): readonly (readonly Edit[])[] {
  const taken = new Uint8Array(text.length + 1);
  const chosen: (readonly Edit[])[] = [];
  for (const { fixes } of findings) {
    const edits = fixes.find(({ safety }) => kinds.includes(safety))?.edits ?? [];
    const changes = edits.filter(({ span, newText }) => text.slice(span.start, span.end) !== newText);
    if (changes.length === 0 || !isSound(text, changes) || changes.some((edit) => touches(taken, edit)))
      continue;
    for (const { span } of changes) taken.fill(1, span.start, span.end + 1);
    chosen.push(changes);
  }
  return chosen;
}

function touches(taken: Uint8Array, { span }: Edit): boolean {
  return taken.subarray(span.start, span.end + 1).includes(1);
}

/** Whether edits lie in the text, apart from each other. */
function isSound(text: string, edits: readonly Edit[]): boolean {
  const sorted = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.every(
    ({ start, end }, i) =>
      0 <= start && start <= end && end <= text.length && (i === 0 || sorted[i - 1]!.end <= start),
  );
}
