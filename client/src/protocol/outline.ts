import { type Position, RequestType, type TextEdit } from 'vscode-languageclient';

export interface RenumberParams {
  readonly uri: string;
  readonly position: Position;
}

export interface RenumberResult {
  readonly edits: TextEdit[];
  /** Version of the document that the edits fit, or null when unknown. */
  readonly version: number | null;
  /** Why there is nothing to do, when there are no edits. */
  readonly message?: string;
}

export type OutlineAction = 'promote' | 'demote' | 'moveUp' | 'moveDown' | 'renumberAll' | 'normalise';

export interface EditOutlineParams {
  readonly uri: string;
  readonly position: Position;
  readonly action: OutlineAction;
}

export interface EditOutlineResult extends RenumberResult {
  /** Where the cursor is to be after the edits, when a section changed its place or level. */
  readonly position?: Position;
}

export const renumberRequest = new RequestType<RenumberParams, RenumberResult, void>('hegao/renumber');
export const editOutlineRequest = new RequestType<EditOutlineParams, EditOutlineResult, void>(
  'hegao/editOutline',
);
