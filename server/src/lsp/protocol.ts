import type { Diagnostic, Position, ProgressToken, Range, TextEdit } from 'vscode-languageserver';
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageserver';

/** What the server answers beyond the Language Server Protocol. Other editors may call it too. */

export interface CheckWorkspaceParams {
  /** URIs of the folders to check: `file:` folders for a server with a disk, any that the client reads for one without. */
  readonly folders: readonly string[];
  readonly workDoneToken?: ProgressToken;
}

export interface CheckWorkspaceResult {
  /** Every file looked at, those without findings included. */
  readonly files: readonly { readonly uri: string; readonly diagnostics: Diagnostic[] }[];
  /** Sentences for the user: files that could not be read, and why. */
  readonly failures: readonly string[];
}

export interface PlaceholdersParams {
  readonly uri: string;
}

export interface PlaceholderItem {
  readonly range: Range;
  readonly ruleId: string;
  readonly text: string;
}

export interface PlaceholdersResult {
  /** In the order of the text. */
  readonly items: readonly PlaceholderItem[];
}

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

export interface StatusParams {
  readonly message: string;
  readonly kind: 'info' | 'warning';
}

/** Checks files on disk for what is still to be filled in or deleted. */
export const checkWorkspaceRequest = new RequestType<CheckWorkspaceParams, CheckWorkspaceResult, void>(
  'hegao/checkWorkspace',
);
/** What is still to be filled in in an open document. */
export const placeholdersRequest = new RequestType<PlaceholdersParams, PlaceholdersResult, void>(
  'hegao/placeholders',
);
/** The edits that put the numbers of one level of headings in order. */
export const renumberRequest = new RequestType<RenumberParams, RenumberResult, void>('hegao/renumber');
/** The edits that give a section another level or place, or put all numbers or markers of its speech in order. */
export const editOutlineRequest = new RequestType<EditOutlineParams, EditOutlineResult, void>(
  'hegao/editOutline',
);
/** Something the user should know once, such as a part of the check that could not run. */
export const statusNotification = new NotificationType<StatusParams>('hegao/status');

/**
 * What a server without a disk (in a browser) asks of its client. These need a transport that carries bytes, such as
 * the messages between a page and its workers.
 */

export interface ReadParams {
  readonly uri: string;
}

/** The bytes, or why they cannot be had: a Chinese phrase. Neither where there is no such file. */
export interface ReadFileResult {
  readonly bytes?: Uint8Array;
  readonly failure?: string;
}

export interface ReadFolderResult {
  /** Names of the files and folders in it; a link to a folder is none. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Why it could not be looked into, a Chinese phrase. */
  readonly failure?: string;
}

/** The bytes of a file in the workspace. */
export const readFileRequest = new RequestType<ReadParams, ReadFileResult, void>('hegao/readFile');
/** What is in a folder of the workspace. */
export const readFolderRequest = new RequestType<ReadParams, ReadFolderResult, void>('hegao/readFolder');
/** The bytes of the compiled dictionary. */
export const readWordsRequest = new RequestType0<ReadFileResult, void>('hegao/readWords');
