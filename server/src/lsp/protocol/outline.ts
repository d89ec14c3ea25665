import { type Position, RequestType, type TextEdit } from 'vscode-languageserver';

export interface RenumberParams {
  readonly uri: string;
  readonly position: Position;
}

export interface RenumberResult {
  readonly edits: TextEdit[];
  /** Version of the document that the edits fit, or null when the document is not open. */
  readonly version: number | null;
  /** Why there is nothing to do, when there are no edits. */
  readonly message?: string;
}

/** Up and down move a section; promoting and demoting change its level; the others concern the whole speech. */
export type OutlineAction = 'promote' | 'demote' | 'moveUp' | 'moveDown' | 'renumberAll' | 'normalise';

export interface EditOutlineParams {
  readonly uri: string;
  /** In the section that is meant, or below it. */
  readonly position: Position;
  readonly action: OutlineAction;
}

export interface EditOutlineResult extends RenumberResult {
  /** Where the cursor is to be after the edits, when a section changed its place or level. */
  readonly position?: Position;
}

/** The edits that put the numbers of one level of headings in order. */
export const renumberRequest = new RequestType<RenumberParams, RenumberResult, void>('hegao/renumber');
/** The edits that give a section another level or place, or put all numbers or markers of its speech in order. */
export const editOutlineRequest = new RequestType<EditOutlineParams, EditOutlineResult, void>(
  'hegao/editOutline',
);
