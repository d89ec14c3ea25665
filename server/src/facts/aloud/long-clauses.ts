import type { Span } from '../../draft/span.ts';
import { spoken } from './spoken.ts';
import { countVoiced } from './syllables.ts';

/** A stretch without a pause; `span` is in the paragraph's text. */
export interface LongClause {
  readonly span: Span;
  /** Without what stands in 《》 and “”. */
  readonly syllables: number;
}

const CLAUSE = /[^，。；：、！？,:;!?…—（）()\s|｜]+/g;
/** Names of documents and quotations are read as they are. */
const FIXED = /《[^》]*》?|“[^”]*”?/g;
/** No number of two characters and a sign is read with more syllables than these times its characters. */
const MOST = 5;

/**
 * Stretches of more than `limit` syllables between two pauses (，。；：、！？——……, a bracket, a space). Names in 《》 and
 * quotations do not count: they cannot be cut. A quotation that goes on over several clauses is left out whole.
 */
export function readLongClauses(text: string, limit: number): readonly LongClause[] {
  const found: LongClause[] = [];
  let quoted = 0;
  for (const { index, 0: clause } of text.matchAll(CLAUSE)) {
    const opened = quoted > 0;
    quoted = Math.max(0, quoted + depth(clause));
    if (opened || clause.length * MOST <= limit) continue;
    const counted = clause.replace(FIXED, '');
    if (counted.length <= limit && !/[\dA-Za-z%％‰]/.test(counted)) continue;
    const syllables = countVoiced(spoken(counted));
    if (syllables > limit) found.push({ span: { start: index, end: index + clause.length }, syllables });
  }
  return found;
}

/** Quotations that a clause opens and does not close. */
function depth(clause: string): number {
  let open = 0;
  for (const sign of clause) {
    if (sign === '“' || sign === '《') open++;
    else if (sign === '”' || sign === '》') open--;
  }
  return open;
}
