import type { Draft, Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import { compareParagraphs } from './compare-paragraphs.ts';
import { pairParagraphs } from './pair-paragraphs.ts';
import type { Comparison, ParagraphPair, Round, Stretch } from './types.ts';

/** Speeches of two versions of a file that belong together: those of one title, then the others in order. */
export function pairSpeeches(
  old: Draft,
  now: Draft,
): readonly { readonly old: Speech | undefined; readonly now: Speech | undefined }[] {
  const left = new Set(old.speeches);
  const byTitle = new Map<Speech, Speech>();
  for (const speech of now.speeches) {
    const other = [...left].find(({ title }) => title !== '' && title === speech.title);
    if (!other) continue;
    byTitle.set(speech, other);
    left.delete(other);
  }
  const rest = [...left];
  const pairs = now.speeches.map((speech) => ({ now: speech, old: byTitle.get(speech) ?? rest.shift() }));
  return [...pairs, ...rest.map((speech) => ({ old: speech, now: undefined }))];
}

/**
 * Lays two versions of a speech side by side. Which of them is the older one makes no difference to what is laid beside what.
 * The cost is linear in their length as long as they are versions of one text.
 */
export function readRound(old: Speech, now: Speech, memory: FactMemory): Round {
  const turned = isBefore(now, old);
  const [a, b] = turned ? [now, old] : [old, now];
  const found = pairParagraphs(a.paragraphs, b.paragraphs);
  const pairs = turned
    ? found.map((pair) => ({ ...pair, old: pair.now, now: pair.old })).sort((x, y) => x.now - y.now)
    : found;
  const known = new Map<ParagraphPair, Comparison>();
  const comparisonOf = (pair: ParagraphPair): Comparison => {
    const made = known.get(pair);
    if (made) return made;
    const [before, after] = [old.paragraphs[pair.old]!.text, now.paragraphs[pair.now]!.text];
    const comparison = turned
      ? flipped(compareParagraphs(after, before, memory))
      : compareParagraphs(before, after, memory);
    known.set(pair, comparison);
    return comparison;
  };
  const lengths = [old, now].map(({ paragraphs }) =>
    paragraphs.reduce((sum, { text }) => sum + text.length, 0),
  );
  const same = pairs.reduce((sum, pair) => {
    const length = now.paragraphs[pair.now]!.text.length;
    if (pair.same) return sum + length;
    const changed = comparisonOf(pair).stretches.reduce(
      (all, { now: { start, end } }) => all + end - start,
      0,
    );
    return sum + length - changed;
  }, 0);
  return { old, now, pairs, comparisonOf, shared: same / Math.max(1, Math.min(...lengths)) };
}

/** One order of any two texts. */
function isBefore({ paragraphs: a }: Speech, { paragraphs: b }: Speech): boolean {
  const at = a.findIndex(({ text }, i) => text !== b[i]?.text);
  if (at < 0) return a.length < b.length;
  const other = b[at];
  return other !== undefined && a[at]!.text < other.text;
}

function flipped({ entities, stretches }: Comparison): Comparison {
  return {
    entities: entities.map(({ old, now }) => ({ old: now, now: old })),
    stretches: stretches.map(
      ({ old, now, oldEntities, nowEntities }): Stretch => ({
        old: now,
        now: old,
        oldEntities: nowEntities,
        nowEntities: oldEntities,
      }),
    ),
  };
}
