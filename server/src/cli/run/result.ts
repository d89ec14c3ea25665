import type { Draft } from '../../draft/types.ts';
import type { Examiner } from './examine.ts';
import type { CheckedAlone, FileResult } from './types.ts';

/** A draft as checked by itself, as reports see it. */
export function resultOf(
  path: string,
  draft: Draft,
  checked: CheckedAlone,
  examiner: () => Examiner,
  file: Pick<FileResult, 'word' | 'named'> = {},
): FileResult {
  const { core, ground, silences, decidedIn } = checked;
  const { kind } = draft;
  return {
    ...file,
    path,
    draft,
    findings: core.findings,
    failures: core.failures,
    silenced: core.silenced,
    unused: {
      ...(decidedIn === undefined ? {} : { file: decidedIn }),
      silences: silences.filter(({ line }) => core.unusedLines.includes(line)),
      comments: core.unusedComments,
    },
    openCheck: () => examiner().open({ kind, ground, silences, hasOthers: false }),
    checked,
  };
}
