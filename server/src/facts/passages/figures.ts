import { figureAt, isMaskAt, type Normal } from './normal.ts';
import type { Reused } from './reuse.ts';

/** A figure of a shared passage, as it stands here and there. */
export interface FigurePair {
  readonly own: string;
  readonly other: string;
  /** Start in the own paragraph's text, and in the other's. */
  readonly at: number;
  readonly there: number;
}

/** Figures at the same place of a passage, masks left out: those that are the same in both, those that differ. */
export function figurePairs({ own, source, shared }: Reused): {
  readonly same: readonly FigurePair[];
  readonly changed: readonly FigurePair[];
} {
  const same: FigurePair[] = [];
  const changed: FigurePair[] = [];
  for (const [index, there] of shared.flatMap(({ figures }) => figures)) {
    const other = source.passages.normal;
    if (!isFigureAt(own.normal, index) || !isFigureAt(other, there)) continue;
    const pair = {
      own: figureAt(own.normal, index),
      other: figureAt(other, there),
      at: own.normal.starts[index]!,
      there: other.starts[there]!,
    };
    (pair.own === pair.other ? same : changed).push(pair);
  }
  return { same, changed };
}

/** How many figures of several passages are the same and how many differ. */
export function compareFigures(reused: readonly Reused[]): {
  readonly same: number;
  readonly changed: number;
} {
  let [same, changed] = [0, 0];
  for (const one of reused) {
    const pairs = figurePairs(one);
    same += pairs.same.length;
    changed += pairs.changed.length;
  }
  return { same, changed };
}

/** A figure in digits that is neither masked nor the number of a heading or item. */
function isFigureAt(normal: Normal, index: number): boolean {
  return index > 0 && !isMaskAt(normal, index) && /\d/.test(figureAt(normal, index));
}
