import { readDraft } from '../draft/read.ts';
import type { Checker } from '../engine/check.ts';
import { createCheckers } from '../engine/checkers.ts';
import type { Rule } from '../engine/types.ts';
import type { Settings } from './settings.ts';

/** A checker that cuts words the way that the settings of each draft ask for. */
export function createSettingsChecker(
  rules: readonly Rule[],
  { segmenterOf }: Pick<Settings, 'segmenterOf'>,
  capacity?: number,
): Checker {
  const checkerOf = createCheckers(rules, capacity);
  return {
    read: readDraft,
    check: (draft, settings) => checkerOf(segmenterOf(settings)).check(draft, settings),
    summarise: (draft, settings) => checkerOf(segmenterOf(settings)).summarise(draft, settings),
    prepare: (draft, settings) => checkerOf(segmenterOf(settings)).prepare(draft, settings),
    steps: (draft, settings) => checkerOf(segmenterOf(settings)).steps(draft, settings),
  };
}
