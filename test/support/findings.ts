import type { Finding } from '../../server/src/engine/types.ts';

/** A finding of one character, of any rule. */
export function typoLike(ruleId: string, start: number): Finding {
  const span = { start, end: start + 1 };
  return { ruleId, messageId: 'x', severity: 'error', message: '', span, related: [], fixes: [] };
}
