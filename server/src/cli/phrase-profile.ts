import type { Draft, Speech } from '../draft/types.ts';
import type { FactMemory } from '../facts/facts.ts';
import {
  countedIn,
  type PhraseSection,
  readPhraseSections,
  saidIn,
  spanOf,
} from '../facts/phrases/sections.ts';
import { BASELINE } from '../lexicon/phrase-baseline.ts';
import { PHRASE_GROUPS } from '../lexicon/phrase-groups.ts';
import { speechTitle } from './outline.ts';
import { createPlaces } from './places.ts';

/** How many of a group there are, in all and in 10,000 characters, beside what published reports have. */
export interface GroupShare {
  readonly group: string;
  readonly count: number;
  readonly per10000: number;
  readonly baseline: number | null;
}

/** The set phrases of one speech. */
export interface PhraseProfile {
  readonly title: string;
  readonly characters: number;
  readonly groups: readonly GroupShare[];
  readonly sections: readonly {
    readonly title: string;
    readonly characters: number;
    readonly count: number;
    readonly per1000: number;
  }[];
  readonly most: readonly {
    readonly phrase: string;
    readonly group: string;
    readonly count: number;
    readonly line: number;
  }[];
}

const MOST = 20;
/** Counts the set phrases of a speech by group, by section and one by one, the most frequent first. */
export function phraseProfile(draft: Draft, speech: Speech, facts: FactMemory): PhraseProfile {
  const sections = readPhraseSections(speech, facts);
  const characters = sections.reduce((sum, section) => sum + section.characters, 0);
  const said = saidIn(sections);
  const places = createPlaces(draft.text);
  const byPhrase = new Map<string, { phrase: string; group: string; count: number; line: number }>();
  for (const one of said.filter(({ counted }) => counted)) {
    const { hit } = one;
    const known = byPhrase.get(hit.phrase);
    if (known) known.count++;
    else
      byPhrase.set(hit.phrase, {
        phrase: hit.phrase,
        group: nameOf(hit.group),
        count: 1,
        line: places.position(spanOf(one).start).line,
      });
  }
  return {
    title: speechTitle(speech, facts.ofSpeech(speech).parts),
    characters,
    groups: sharesOf(sections, characters),
    sections: sections.map((section) => {
      const count = countedIn(section);
      const { title, characters: size } = section;
      return { title, characters: size, count, per1000: rate(count, size, 1000) };
    }),
    most: [...byPhrase.values()].sort((a, b) => b.count - a.count || a.line - b.line).slice(0, MOST),
  };
}

function sharesOf(sections: readonly PhraseSection[], characters: number): readonly GroupShare[] {
  const counts = new Map<string, number>();
  for (const { hit } of saidIn(sections)) counts.set(hit.group, (counts.get(hit.group) ?? 0) + 1);
  return Object.entries(PHRASE_GROUPS).flatMap(([code, { name }]) => {
    const count = counts.get(code) ?? 0;
    const baseline = BASELINE.groups[code] ?? null;
    return count === 0 ? [] : [{ group: name, count, per10000: rate(count, characters, 10_000), baseline }];
  });
}

function rate(count: number, characters: number, per: number): number {
  return characters === 0 ? 0 : Math.round((count * per * 10) / characters) / 10;
}

function nameOf(group: string): string {
  return PHRASE_GROUPS[group]?.name ?? group;
}
