import { createDraftReader } from '../draft/read.ts';
import { createTextForms } from '../draft/text-forms.ts';
import type { Draft } from '../draft/types.ts';
import type { Checker, FactChecker } from '../engine/check.ts';
import { createCheckers } from '../engine/checkers.ts';
import type { Rule, RuleSettings } from '../engine/types.ts';
import type { FactMemory } from '../facts/facts.ts';
import type { Settings } from './settings.ts';

/** A checker for all settings. */
export interface SettingsChecker extends Checker {
  /** The facts that drafts of these settings are checked by. */
  readonly factsOf: (settings: RuleSettings) => FactMemory;
  /** Forgets all texts that were read; what is checked next is read afresh. */
  readonly forget: () => void;
}

/** A checker that cuts words the way that the settings of each draft ask for. */
export function createSettingsChecker(
  rules: readonly Rule[],
  { segmenterOf }: Pick<Settings, 'segmenterOf'>,
  capacity?: number,
): SettingsChecker {
  const fresh = () => ({
    checkerOf: createCheckers(rules, capacity),
    read: createDraftReader(createTextForms(capacity)),
  });
  let { checkerOf, read } = fresh();
  /** The version that was checked last before one that was not checked yet. */
  const earlierOf = new WeakMap<Draft, Draft>();
  const checkerFor = (settings: RuleSettings, draft: Draft): FactChecker => {
    const checker = checkerOf(segmenterOf(settings));
    const before = earlierOf.get(draft);
    if (before) checker.follow(draft, before);
    earlierOf.delete(draft);
    return checker;
  };
  return {
    factsOf: (settings) => checkerOf(segmenterOf(settings)).facts,
    forget() {
      ({ checkerOf, read } = fresh());
    },
    read(text, kind, given) {
      const draft = read(text, kind, given);
      const before = given?.before;
      if (before) earlierOf.set(draft, earlierOf.get(before) ?? before);
      return draft;
    },
    check: (draft, settings, earlier) => checkerFor(settings, draft).check(draft, settings, earlier),
    summarise: (draft, settings) => checkerFor(settings, draft).summarise(draft, settings),
    prepare: (draft, settings) => checkerFor(settings, draft).prepare(draft, settings),
    steps: (draft, settings, earlier, only) =>
      checkerFor(settings, draft).steps(draft, settings, earlier, only),
  };
}
