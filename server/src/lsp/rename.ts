import {
  LSPErrorCodes,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { FactMemory } from '../facts/facts.ts';
import { toRange, toWorkspaceEdit } from './convert.ts';
import type { ClientFeatures } from './features.ts';
import type { CheckedDraft } from './file-check.ts';
import { fill, fillableAt } from './fill.ts';
import type { EntityPlace } from './open-items.ts';

/**
 * The placeholder that a rename at a position would fill in, with the value that the speech itself gives for it.
 * @throws ResponseError that says in Chinese why there is nothing to rename
 */
export function prepareRename(
  checked: CheckedDraft,
  memory: FactMemory,
  position: Position,
): PrepareRenameResult {
  const { place } = wanted(checked, memory, position);
  return { range: toRange(checked.document, place.span), placeholder: place.fill?.text ?? place.text };
}

/**
 * Fills in every place of the speech that asks for the same as the placeholder at a position.
 * @throws ResponseError that says in Chinese why not
 */
export function rename(
  checked: CheckedDraft,
  memory: FactMemory,
  position: Position,
  newName: string,
  features: ClientFeatures,
): WorkspaceEdit {
  const filled = fill(wanted(checked, memory, position), newName, true);
  if (filled.refusal !== undefined) throw refused(filled.refusal);
  return toWorkspaceEdit(checked.document, filled.edits, features);
}

function wanted(checked: CheckedDraft, memory: FactMemory, position: Position): EntityPlace {
  const found = fillableAt(checked, memory, position, true);
  if ('refusal' in found) throw refused(found.refusal);
  return found;
}

function refused(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
