import { unchanged } from '../draft/lines.ts';
import type { Span } from '../draft/span.ts';
import type { Edit, Finding, Fix, Related } from '../engine/types.ts';

/** Findings that are moved along from version to version. */
export interface Carrier {
  /** The version that they were moved to last. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * The same findings in the next version. Edit by edit, for between two edits that are seen as one everything counts as
 * edited.
 */
export function carryOn({ text, findings }: Carrier, later: string): Carrier {
  return { text: later, findings: carry(findings, text, later) };
}

/**
 * Findings of an earlier text in a later one, until they are looked for anew: those before the stretch that was edited
 * as they were, those behind it moved, and those that reach into it along with what is left of them, so that none goes
 * away only to come back; or, where these are better `dropped` because they are about every character of their words,
 * without them. A fix that the edit touches is left out.
 */
export function carry(
  findings: readonly Finding[],
  earlier: string,
  later: string,
  touched: 'kept' | 'dropped' = 'kept',
): readonly Finding[] {
  if (findings.length === 0 || earlier === later) return findings;
  const { head, tail } = unchanged(earlier, later);
  const from = earlier.length - tail;
  const by = later.length - earlier.length;
  const place = (at: number, inside: number): number => (at <= head ? at : at >= from ? at + by : inside);
  const moved = ({ start, end }: Span): Span | undefined => {
    if (touched === 'dropped' && end > head && start < from) return undefined;
    const span = { start: start >= from ? start + by : place(start, from + by), end: place(end, head) };
    return span.start < span.end ? span : undefined;
  };
  const untouched = ({ span }: Edit): boolean => span.end <= head || span.start >= from;
  const fixOf = (fix: Fix): Fix[] =>
    fix.edits.every(untouched)
      ? [{ ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: shifted(edit.span) })) }]
      : [];
  const shifted = ({ start, end }: Span): Span =>
    end <= head ? { start, end } : { start: start + by, end: end + by };
  const relatedOf = (other: Related): Related[] => {
    const span = other.path === undefined ? moved(other.span) : other.span;
    return span ? [{ ...other, span }] : [];
  };
  return findings.flatMap((finding) => {
    const span = moved(finding.span);
    if (!span) return [];
    return [
      {
        ...finding,
        span,
        related: finding.related.flatMap(relatedOf),
        fixes: finding.fixes.flatMap(fixOf),
      },
    ];
  });
}
