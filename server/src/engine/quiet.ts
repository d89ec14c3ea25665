import type { Draft } from '../draft/types.ts';
import { type Comment, heed, readComments } from './comments.ts';
import { type Silence, silence } from './silence.ts';
import type { Finding } from './types.ts';

/** Findings without what was decided to be kept quiet, by comments of the draft and by a list of decisions. */
export interface Quieted<S extends Silence> {
  readonly findings: readonly Finding[];
  /** By a decision, or by a comment. */
  readonly silenced: readonly { readonly finding: Finding; readonly by?: S; readonly comment?: Comment }[];
  readonly unused: { readonly silences: readonly S[]; readonly comments: readonly Comment[] };
}

/** Leaves out what comments of the draft and decisions keep quiet. */
export function quiet<S extends Silence>(
  findings: readonly Finding[],
  draft: Draft,
  silences: readonly S[],
  comments: readonly Comment[] = readComments(draft),
): Quieted<S> {
  const commented = heed(findings, comments);
  const decided = silence(commented.findings, draft.text, silences);
  return {
    findings: decided.findings,
    silenced: [...commented.silenced, ...decided.silenced],
    unused: { silences: decided.unused, comments: commented.unused },
  };
}
