import { type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { IgnoreEntry } from '../config/ignore-file.ts';
import { type Span, slice } from '../draft/span.ts';
import { fingerprint } from '../engine/fingerprint.ts';
import type { Finding } from '../engine/types.ts';
import type { Analysis } from './documents.ts';
import type { ClientFeatures } from './features.ts';
import type { Addition, Silences } from './silences.ts';

/** The command of a client that applies an edit and saves what it changed. */
export const APPLY_AND_SAVE = '_hegao.applyAndSave';

const LONGEST = 60;

/** What can be decided of a finding: 此处不再提示, 本稿不再提示. Both go to `.hegao-ignore.yaml`. */
export async function silenceActions(
  { document, draft }: Analysis,
  { ruleId, span }: Finding,
  diagnostic: Diagnostic,
  silences: Silences,
  features: ClientFeatures,
): Promise<CodeAction[]> {
  if (!features.createsFiles) return [];
  const here = await silences.addition(document.uri, entryFor(draft.text, ruleId, span));
  const everywhere = await silences.addition(document.uri, { rule: ruleId });
  const blank = ruleId.startsWith('placeholder-');
  return [
    action(blank ? '保留不补：此处不再提示' : '此处不再提示', here),
    action(`本稿不再提示“${ruleId}”`, everywhere),
  ].filter((made) => made !== undefined);

  function action(title: string, addition: Addition | undefined): CodeAction | undefined {
    if (!addition) return undefined;
    const edit = additionEdit(addition);
    const act = features.appliesAndSaves
      ? { command: { title, command: APPLY_AND_SAVE, arguments: [edit] } }
      : { edit };
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], ...act };
  }
}

/** The entry that keeps one finding quiet. */
export function entryFor(text: string, rule: string, span: Span): Omit<IgnoreEntry, 'file'> {
  return { rule, text: slice(text, span).slice(0, LONGEST), context: fingerprint(rule, text, span) };
}

/** The edit that appends to a file, or makes it first. */
export function additionEdit({ uri, before, newText }: Addition): WorkspaceEdit {
  const end = before === undefined ? { line: 0, character: 0 } : endOf(before);
  const change = {
    textDocument: { uri, version: null },
    edits: [{ range: { start: end, end }, newText }],
  };
  return {
    documentChanges:
      before === undefined ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change],
  };
}

function endOf(text: string) {
  return TextDocument.create('', '', 0, text).positionAt(text.length);
}
