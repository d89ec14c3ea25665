import type { Span } from '../../draft/span.ts';
import { spoken } from './spoken.ts';
import { countVoiced } from './syllables.ts';

/** A stretch without a pause; `span` is in the paragraph's text. */
export interface LongClause {
  readonly span: Span;
  /** Without what stands in 《》 and “”. */
  readonly syllables: number;
}

const PAUSES: ReadonlySet<number> = new Set(
  Array.from('，。；：、！？,:;!?…—（）()|｜ \t\n\r　\u00a0', codeOf),
);
const OPENS: ReadonlySet<number> = new Set(Array.from('《“', codeOf));
const CLOSES: ReadonlySet<number> = new Set(Array.from('》”', codeOf));
/** No figure is read with more syllables than this (111: 一百一十一), and no other sign with more than that. */
const MOST = { figure: 2, sign: 4 } as const;

/**
 * Stretches of more than `limit` syllables between two pauses (，。；：、！？——……, a bracket, a space). Names in 《》 and
 * quotations do not count: they cannot be cut.
 */
export function readLongClauses(text: string, limit: number): readonly LongClause[] {
  const found: LongClause[] = [];
  let start = 0;
  let most = 0;
  let depth = 0;
  let depthBefore = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (depth === 0) most++;
    } else if (at === text.length || PAUSES.has(code)) {
      // Only where it may be too long is it put into words: that costs more than to count.
      const syllables = most > limit ? countVoiced(spoken(outside(text.slice(start, at), depthBefore))) : 0;
      if (syllables > limit) found.push({ span: { start, end: at }, syllables });
      start = at + 1;
      most = 0;
      depthBefore = depth;
    } else if (OPENS.has(code)) depth++;
    else if (CLOSES.has(code)) depth = Math.max(0, depth - 1);
    else if (depth === 0) most += code >= 0x30 && code <= 0x39 ? MOST.figure : MOST.sign;
  }
  return found;
}

/** A clause without its names and quotations; `depth` says how many are open where it begins. */
function outside(clause: string, depth: number): string {
  let kept = '';
  let open = depth;
  for (const sign of clause) {
    if (OPENS.has(codeOf(sign))) open++;
    else if (CLOSES.has(codeOf(sign))) open = Math.max(0, open - 1);
    else if (open === 0) kept += sign;
  }
  return kept;
}

function codeOf(sign: string): number {
  return sign.charCodeAt(0);
}
