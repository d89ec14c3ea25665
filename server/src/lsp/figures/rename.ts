import {
  LSPErrorCodes,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { figureAt, plainText } from '../../engine/figures/mentions.ts';
import { type FigureToRename, refusalOf, renameFigure } from '../../engine/figures/rename.ts';
import { toRange, toWorkspaceEdit } from '../convert.ts';
import type { ClientFeatures } from '../features.ts';
import { type FigureReading, placeOf } from './reading.ts';

/** The figure with a value at a position; undefined where there is none, or a mask. */
export function figureToRename(reading: FigureReading, position: Position): FigureToRename | undefined {
  const place = placeOf(reading, position);
  const one = place && figureAt(place.figures, place.offset);
  if (!one || one.figure.value === undefined) return undefined;
  const { draft, memory, readAgain } = reading;
  return { draft, speech: place.speech, one, memory, read: readAgain };
}

/**
 * The number that a rename would change, with its unit.
 * @throws ResponseError that says in Chinese why it cannot be changed everywhere
 */
export function prepareFigureRename({ document }: FigureReading, job: FigureToRename): PrepareRenameResult {
  const refusal = refusalOf(job.one);
  if (refusal !== undefined) throw refused(refusal);
  return { range: toRange(document, job.one.span), placeholder: plainText(job.speech, job.one) };
}

/**
 * Gives every mention of the figure the new value, each in its own unit and form.
 * @throws ResponseError that says in Chinese why not
 */
export function figureRename(
  { document }: FigureReading,
  job: FigureToRename,
  newName: string,
  features: ClientFeatures,
): WorkspaceEdit {
  const renamed = renameFigure(job, newName);
  if ('refusal' in renamed) throw refused(renamed.refusal);
  return toWorkspaceEdit(document, renamed.edits, features);
}

function refused(reason: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
