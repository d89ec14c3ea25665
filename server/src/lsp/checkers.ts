import { createDraftReader } from '../draft/read.ts';
import { createTextForms } from '../draft/text-forms.ts';
import type { Checker } from '../engine/check.ts';
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
  return {
    factsOf: (settings) => checkerOf(segmenterOf(settings)).facts,
    forget() {
      ({ checkerOf, read } = fresh());
    },
    read: (text, kind, before) => read(text, kind, before),
    check: (draft, settings, earlier) => checkerOf(segmenterOf(settings)).check(draft, settings, earlier),
    summarise: (draft, settings) => checkerOf(segmenterOf(settings)).summarise(draft, settings),
    prepare: (draft, settings) => checkerOf(segmenterOf(settings)).prepare(draft, settings),
    steps: (draft, settings, earlier, only) =>
      checkerOf(segmenterOf(settings)).steps(draft, settings, earlier, only),
  };
}
