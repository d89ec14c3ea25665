import type { PlacedEntry } from '../config/ignore-file.ts';
import type { Comment } from '../engine/comments.ts';
import type { Finding } from '../engine/types.ts';

/** A finding that was kept quiet. */
export interface Silenced {
  readonly finding: Finding;
  /** By a comment in the draft; otherwise by the file of decisions. */
  readonly inSource: boolean;
  readonly reason?: string;
}

/** Decisions of rules that ran, and comments, without effect. */
export interface Unused {
  /** The file that holds the decisions; absent where there is none. */
  readonly file?: string;
  readonly silences: readonly PlacedEntry[];
  readonly comments: readonly Comment[];
}

/** Findings that were kept quiet, as results have them. */
export function showSilenced(
  silenced: readonly {
    readonly finding: Finding;
    readonly by?: PlacedEntry;
    readonly comment?: Comment;
  }[],
): readonly Silenced[] {
  return silenced.map(({ finding, by, comment }) => {
    const reason = by?.reason ?? comment?.reason;
    return { finding, inSource: by === undefined, ...(reason === undefined ? {} : { reason }) };
  });
}

/** What kept neither a draft's own findings quiet nor those of the comparison, `both` being the latter alone. */
export function unusedByBoth(
  own: Unused,
  both: { readonly lines: readonly number[]; readonly comments: readonly Comment[] },
): Unused {
  const keyOf = ({ span, rule }: Comment): string => `${span.start} ${rule}`;
  const comments = new Set(both.comments.map(keyOf));
  return {
    ...own,
    silences: own.silences.filter(({ line }) => both.lines.includes(line)),
    comments: own.comments.filter((comment) => comments.has(keyOf(comment))),
  };
}
