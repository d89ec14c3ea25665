import type { Segmenter } from '../words/segmenters.ts';
import { createChecker, type FactChecker } from './check.ts';
import type { Rule } from './types.ts';

/** One checker for each way of cutting words, so that what is remembered of a paragraph is of one engine. */
export function createCheckers(
  rules: readonly Rule[],
  capacity?: number,
): (segmenter: Segmenter) => FactChecker {
  const made = new WeakMap<Segmenter, FactChecker>();
  return (segmenter) => {
    const checker = made.get(segmenter) ?? createChecker(rules, { words: segmenter.words }, capacity);
    made.set(segmenter, checker);
    return checker;
  };
}
