import type { Diagnostic, Position, ProgressToken, Range, TextEdit } from 'vscode-languageclient';
import { NotificationType, RequestType, RequestType0 } from 'vscode-languageclient';

/** What the client asks of the server beyond the Language Server Protocol. */

export interface CheckWorkspaceParams {
  /** URIs of the folders to check. */
  readonly folders: readonly string[];
  readonly workDoneToken?: ProgressToken;
}

export interface CheckWorkspaceResult {
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
  readonly items: readonly PlaceholderItem[];
}

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

export interface StatusParams {
  readonly message: string;
  readonly kind: 'info' | 'warning';
}

export const checkWorkspaceRequest = new RequestType<CheckWorkspaceParams, CheckWorkspaceResult, void>(
  'hegao/checkWorkspace',
);
export const placeholdersRequest = new RequestType<PlaceholdersParams, PlaceholdersResult, void>(
  'hegao/placeholders',
);
export const renumberRequest = new RequestType<RenumberParams, RenumberResult, void>('hegao/renumber');
export const editOutlineRequest = new RequestType<EditOutlineParams, EditOutlineResult, void>(
  'hegao/editOutline',
);
export const statusNotification = new NotificationType<StatusParams>('hegao/status');

/** What a server without a disk (in a browser) asks of this client. */

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

export const readFileRequest = new RequestType<ReadParams, ReadFileResult, void>('hegao/readFile');
export const readFolderRequest = new RequestType<ReadParams, ReadFolderResult, void>('hegao/readFolder');
export const readWordsRequest = new RequestType0<ReadFileResult, void>('hegao/readWords');
