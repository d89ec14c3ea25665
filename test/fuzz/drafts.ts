import { readDraft } from '../../server/src/draft/read.ts';
import type { Draft } from '../../server/src/draft/types.ts';
import type { Words } from '../../server/src/words/words.ts';
import { draftFiles, markedTests, pageExamples } from './fixtures.ts';
import { type Below, damaged, nearDraft, randomUnits } from './near-drafts.ts';
import { shrink } from './shrink.ts';
import type { Attempt, Trial } from './types.ts';
import { createUse } from './use-draft.ts';

/** An input that went wrong. */
export interface Failure {
  readonly trial: Trial;
  readonly faults: readonly string[];
}

/** Ways to try drafts; each gives the inputs one by one. */
export interface Drafts {
  /** Every `step`th prefix of every fixture from a random one on, compared with the whole. */
  readonly prefixes: (step: number, below: Below) => Generator<Failure | undefined>;
  /** Texts of the product's vocabulary, damaged fixtures and random characters, without end. */
  readonly random: (below: Below) => Generator<Failure | undefined>;
}

/** Makes the ways; fixtures are read once. */
export function createDrafts(words: Words | undefined): Drafts {
  const use = createUse(words);
  const small = [...pageExamples(), ...markedTests()];
  const fixtures = [...draftFiles(), ...small];

  function next(below: Below): Trial {
    const { text, kind } = small[below(small.length)]!;
    switch (below(4)) {
      case 0:
        return { text: damaged(text, below), kind: below(4) === 0 ? 'markdown' : kind };
      case 1:
        return { text: randomUnits(below), kind: below(2) === 0 ? 'markdown' : 'text' };
      default:
        return nearDraft(below);
    }
  }

  return {
    *prefixes(step, below) {
      for (const { text, kind } of fixtures) {
        let whole: Draft | undefined;
        const useWith = createUse(words, () => (whole ??= readDraft(text, kind)));
        for (let end = below(step); end <= text.length; end += step)
          yield failureOf(useWith, { text: text.slice(0, end), kind });
      }
    },
    *random(below) {
      for (;;) yield failureOf(use, next(below));
    },
  };
}

/** What goes wrong with an input, made as small as it can be; undefined where nothing does. */
export function failureOf(attempt: Attempt, trial: Trial): Failure | undefined {
  const faultsOf = (text: string): readonly string[] => {
    try {
      return attempt({ ...trial, text });
    } catch (error) {
      return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
    }
  };
  if (faultsOf(trial.text).length === 0) return undefined;
  const text = shrink(trial.text, (less) => faultsOf(less).length > 0);
  return { trial: { ...trial, text }, faults: faultsOf(text) };
}
