import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { renumberAll } from '../engine/outline-edits.ts';
import { renumberLevel } from '../engine/renumber.ts';
import type { Edit } from '../engine/types.ts';
import { toWorkspaceEdit } from './convert.ts';
import type { Analysis } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import type { HeadingPlace } from './renumber.ts';

/** 重排全部序号 on a heading, where that does more than 重排本级序号. */
export function renumberAllAction(
  { document, draft }: Analysis,
  { speech, heading }: HeadingPlace,
  features: ClientFeatures,
): CodeAction[] {
  const change = renumberAll(draft, speech);
  if ('refusal' in change || sameEdits(change.edits, renumberLevel(speech, heading))) return [];
  return [
    {
      title: `重排全部序号（改${change.edits.length}处）`,
      kind: CodeActionKind.RefactorRewrite,
      edit: toWorkspaceEdit(document, change.edits, features),
    },
  ];
}

function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ span, newText }, i) => span.start === b[i]!.span.start && newText === b[i]!.newText)
  );
}
