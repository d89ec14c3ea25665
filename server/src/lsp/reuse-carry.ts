import type { Span } from '../draft/span.ts';
import type { Finding } from '../engine/types.ts';

/**
 * Findings of an earlier text in a later one: those before the stretch that was edited as they were, those behind it
 * moved, those that it touches left out.
 */
export function carry(findings: readonly Finding[], earlier: string, later: string): readonly Finding[] {
  if (earlier === later) return findings;
  const most = Math.min(earlier.length, later.length);
  let head = 0;
  while (head < most && earlier.charCodeAt(head) === later.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    earlier.charCodeAt(earlier.length - 1 - tail) === later.charCodeAt(later.length - 1 - tail)
  )
    tail++;
  const moved = ({ start, end }: Span): Span | undefined => {
    if (end <= head) return { start, end };
    const by = later.length - earlier.length;
    return start >= earlier.length - tail ? { start: start + by, end: end + by } : undefined;
  };
  return findings.flatMap((finding) => {
    const span = moved(finding.span);
    if (!span) return [];
    const related = finding.related.flatMap((other) => {
      const place = other.path === undefined ? moved(other.span) : other.span;
      return place ? [{ ...other, span: place }] : [];
    });
    const fixes = finding.fixes.flatMap((fix) => {
      const edits = fix.edits.flatMap((edit) => {
        const place = moved(edit.span);
        return place ? [{ ...edit, span: place }] : [];
      });
      return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
    });
    return [{ ...finding, span, related, fixes }];
  });
}
