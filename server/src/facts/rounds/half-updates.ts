import type { Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import { readHalfFigures } from './half-figures.ts';
import { readHalfNames } from './half-names.ts';
import { readRound } from './read.ts';
import type { HalfFigure, HalfName, Round } from './types.ts';

/** With less in common two texts are no versions of one: a draft and last year's that it was made from. */
const VERSIONS = 0.6;

/** What was changed in one place and left in others, between two versions of a speech; nothing where they are none. */
export function readHalfUpdates(
  old: Speech,
  now: Speech,
  memory: FactMemory,
): readonly (HalfFigure | HalfName)[] {
  return halfUpdatesOf(readRound(old, now, memory), memory);
}

/** The same of versions that are laid side by side already. */
export function halfUpdatesOf(round: Round, memory: FactMemory): readonly (HalfFigure | HalfName)[] {
  if (round.shared < VERSIONS || round.pairs.every(({ same }) => same)) return [];
  return [...readHalfFigures(round, memory), ...readHalfNames(round, memory)];
}
