import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range,
} from 'vscode-languageserver';
import { levelOf, renumberLevel } from '../engine/renumber.ts';
import type { Finding } from '../engine/types.ts';
import { SOURCE, toDiagnostic, toRange, toWorkspaceEdit } from './convert.ts';
import type { Analysis } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import { renumberAllAction } from './outline-actions.ts';
import { headingAbove } from './renumber.ts';
import { reuseActions } from './reuse-actions.ts';
import { silenceActions } from './silence-actions.ts';
import type { Silences } from './silences.ts';

/** The kinds of action offered. */
export const ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] as const;

/**
 * What can be done at a range: the fixes of the findings that it touches, and 重排本级序号 and 重排全部序号 on a heading.
 * Each is offered once. All edits fit the version of `analysis`.
 */
export async function codeActions(
  analysis: Analysis,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  silences: Silences,
  features: ClientFeatures,
): Promise<CodeAction[]> {
  if (!features.codeActionLiterals) return [];
  const wanted = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`) || only === '');
  return eachOnce([
    ...(wanted(CodeActionKind.QuickFix)
      ? await quickFixes(analysis, range, context.diagnostics, silences, features)
      : []),
    ...(wanted(CodeActionKind.RefactorRewrite) ? renumbering(analysis, range, features) : []),
  ]);
}

/** Actions that do the same under the same title become the first of them, for the diagnostics of all. */
function eachOnce(actions: readonly CodeAction[]): CodeAction[] {
  const kept: CodeAction[] = [];
  for (const action of actions) {
    const edit = JSON.stringify([action.edit, action.command]);
    const at = kept.findIndex(
      (other) => other.title === action.title && JSON.stringify([other.edit, other.command]) === edit,
    );
    const same = kept[at];
    if (!same) kept.push(action);
    else if (action.diagnostics) {
      kept[at] = { ...same, diagnostics: [...(same.diagnostics ?? []), ...action.diagnostics] };
    }
  }
  return kept;
}

async function quickFixes(
  analysis: Analysis,
  range: Range,
  shown: readonly Diagnostic[],
  silences: Silences,
  features: ClientFeatures,
): Promise<CodeAction[]> {
  const { document, result } = analysis;
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const touched = result.findings.filter(({ span }) => span.start <= end && start <= span.end);
  const fixes = touched.flatMap((finding) =>
    finding.fixes.map((fix) => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(finding)],
      isPreferred: fix.safety === 'safe',
      edit: toWorkspaceEdit(document, fix.edits, features),
    })),
  );
  const quiet = await Promise.all(
    touched.map((finding) => silenceActions(analysis, finding, diagnosticOf(finding), silences, features)),
  );
  const compared = touched.flatMap((finding) =>
    reuseActions(analysis, finding, diagnosticOf(finding), features),
  );
  return [...fixes, ...compared, ...quiet.flat()];

  /** The client's own diagnostic where it shows this finding, so that it can tell which one is put right. */
  function diagnosticOf(finding: Finding): Diagnostic {
    const own = toDiagnostic(document, finding, features);
    return (
      shown.find((d) => d.source === SOURCE && d.code === own.code && sameRange(d.range, own.range)) ?? own
    );
  }
}

function renumbering(analysis: Analysis, { start }: Range, features: ClientFeatures): CodeAction[] {
  const { document } = analysis;
  const place = headingAbove(analysis, start);
  if (!place) return [];
  const { speech, heading } = place;
  const { start: from, end: to } = toRange(document, heading.span);
  if (start.line < from.line || start.line > to.line) return [];
  const edits = renumberLevel(speech, heading);
  const action = {
    title: `重排本级序号（共${levelOf(speech, heading).length}个）`,
    kind: CodeActionKind.RefactorRewrite,
  };
  const all = renumberAllAction(analysis, place, features);
  if (edits.length > 0) return [{ ...action, edit: toWorkspaceEdit(document, edits, features) }, ...all];
  return features.disabledActions
    ? [{ ...action, disabled: { reason: '这一级的序号已经连续，不必重排。' } }, ...all]
    : all;
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
