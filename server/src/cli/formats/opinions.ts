import { type Opinion, opinionsOf as opinionsIn } from '../../engine/opinions.ts';
import type { FileResult } from '../collect.ts';
import { printable } from '../width.ts';

export { OPINION_COLUMNS, type Opinion } from '../../engine/opinions.ts';

/** The findings of a file as opinions that can be shown, in order. */
export function opinionsOf({ draft, findings }: FileResult): readonly Opinion[] {
  if (!draft) return [];
  return opinionsIn(draft, findings).map(({ place, original, problem, advice }) => ({
    place: printable(place),
    original: printable(original),
    problem: printable(problem),
    advice: printable(advice),
  }));
}
