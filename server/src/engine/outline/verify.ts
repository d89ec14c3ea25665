import { readDraft } from '../../draft/read.ts';
import type { Draft, Heading, MarkerStyle, Speech } from '../../draft/types.ts';
import { applyEdits } from '../edit.ts';
import type { Edit } from '../types.ts';

/** A heading as it is to read after the edits. */
export interface Wanted {
  readonly style: MarkerStyle;
  readonly ordinal: number;
}

/**
 * Whether the edited draft reads with these headings in `speech` and all others as they were. A marker can become
 * unreadable (1. before a figure, ① above 20) or a line become one.
 */
export function readsAs(
  draft: Draft,
  speech: Speech,
  edits: readonly Edit[],
  wanted: readonly Wanted[],
): boolean {
  const { speeches } = readDraft(applyEdits(draft.text, edits), draft.kind);
  return (
    speeches.length === draft.speeches.length &&
    draft.speeches.every((old, i) =>
      sameHeadings(speeches[i]!.headings, old === speech ? wanted : old.headings.map(({ marker }) => marker)),
    )
  );
}

function sameHeadings(headings: readonly Heading[], wanted: readonly Wanted[]): boolean {
  return (
    headings.length === wanted.length &&
    headings.every(({ marker }, i) => {
      const { style, ordinal } = wanted[i]!;
      return marker.style === style && marker.ordinal === ordinal;
    })
  );
}
