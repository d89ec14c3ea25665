import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { speechAt } from '../draft/place.ts';
import { normaliseStyle, renumberAll } from '../engine/outline-edits.ts';
import { renumberLevel } from '../engine/renumber.ts';
import type { Edit, Finding, Fix } from '../engine/types.ts';
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

/** The fixes of a finding; for one of `numbering-style` also 统一序号写法, all markers as the standard has them. */
export function fixesOf({ draft }: Analysis, { ruleId, span, fixes }: Finding): readonly Fix[] {
  const speech = ruleId === 'numbering-style' ? speechAt(draft, span.start) : undefined;
  const change = speech && normaliseStyle(draft, speech);
  if (!change || 'refusal' in change) return fixes;
  return [...fixes, { title: '统一序号写法', safety: 'suggestion', edits: change.edits }];
}

function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ span, newText }, i) => span.start === b[i]!.span.start && newText === b[i]!.newText)
  );
}
