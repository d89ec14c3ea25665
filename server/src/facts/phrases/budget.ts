import { addTo } from '../../draft/lists.ts';
import type { Speech } from '../../draft/types.ts';
import { usualCounts } from '../../lexicon/phrase-baseline.ts';
import type { PhraseSection, SaidPhrase, SaidTogether, SpokenPhrase } from './sections.ts';

/** A phrase that is said more often than is usual. */
export interface OverBudget {
  readonly phrase: string;
  readonly all: readonly SaidPhrase[];
  readonly usual: number;
  /** The first place beyond the budget. */
  readonly first: SaidPhrase;
}

/** What a speech has spent. */
export interface PhraseBudget {
  /** Said as often as is usual, or more: not to be proposed once more. */
  readonly spent: ReadonlySet<string>;
  readonly over: readonly OverBudget[];
}

/**
 * Weighs how often each counted phrase is said against `times`, or against what published reports have where that is
 * more. Words of the title and of level-1 headings are the speech's own subject and are left alone.
 */
export function overBudget(speech: Speech, sections: readonly PhraseSection[], times: number): PhraseBudget {
  const counts = new Map<string, number>();
  eachCounted(sections, ({ hit: { phrase } }) => counts.set(phrase, (counts.get(phrase) ?? 0) + 1));
  const often = new Map<string, SaidPhrase[]>();
  eachCounted(sections, (one, { paragraph }) => {
    const { phrase } = one.hit;
    if (counts.get(phrase)! >= times) addTo(often, phrase, { ...one, paragraph });
  });
  if (often.size === 0) return { spent: new Set(), over: [] };
  const usual = usualCounts();
  const subject = subjectOf(speech);
  const over: OverBudget[] = [];
  const spent = new Set<string>();
  for (const [phrase, all] of often) {
    const limit = Math.max(times, usual.get(phrase) ?? 0);
    if (all.length >= limit) spent.add(phrase);
    if (all.length > limit && !subject.includes(phrase))
      over.push({ phrase, all, usual: limit, first: all[limit]! });
  }
  return { spent, over };
}

function eachCounted(
  sections: readonly PhraseSection[],
  take: (one: SpokenPhrase, place: SaidTogether) => void,
): void {
  for (const { said } of sections)
    for (const place of said) for (const one of place.phrases) if (one.counted) take(one, place);
}

/** Title and level-1 headings: what the speech is about. */
export function subjectOf({ title, headings }: Speech): string {
  return [title, ...headings.filter(({ parent }) => parent < 0).map((heading) => heading.title)].join('\n');
}
