import { addTo } from '../../draft/lists.ts';
import type { Speech } from '../../draft/types.ts';
import { usualCounts } from '../../lexicon/phrase-baseline.ts';
import type { PhraseSection, SaidPhrase } from './sections.ts';

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
  const places = new Map<string, SaidPhrase[]>();
  for (const one of sections.flatMap(({ said }) => said)) {
    if (!one.counted) continue;
    addTo(places, one.hit.phrase, one);
  }
  const often = [...places].filter(([, all]) => all.length >= times);
  if (often.length === 0) return { spent: new Set(), over: [] };
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

/** Title and level-1 headings: what the speech is about. */
export function subjectOf({ title, headings }: Speech): string {
  return [title, ...headings.filter(({ parent }) => parent < 0).map((heading) => heading.title)].join('\n');
}
