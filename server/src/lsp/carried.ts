import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/types.ts';

/**
 * Findings of an earlier version of a text where they stand in the next one; those that the edit touched are left
 * out. What lies before the first and behind the last changed character has only moved.
 */
export function carryOver(findings: readonly Finding[], before: string, after: string): readonly Finding[] {
  if (findings.length === 0 || before === after) return findings;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const by = after.length - before.length;
  const move = ({ start, end }: Span): Span | undefined => {
    if (end <= head) return { start, end };
    return start >= before.length - tail ? { start: start + by, end: end + by } : undefined;
  };
  return findings.flatMap((finding) => {
    const span = move(finding.span);
    return span ? [{ ...finding, span, fixes: [] }] : [];
  });
}
