import type { Diagnostic, Position, ProgressToken, Range, TextEdit } from 'vscode-languageserver/node';
import { NotificationType, RequestType } from 'vscode-languageserver/node';

/** What the server answers beyond the Language Server Protocol. Other editors may call it too. */

export interface CheckWorkspaceParams {
  /** URIs of the folders to check; only `file:` folders can be read. */
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
/** Something the user should know once, such as a part of the check that could not run. */
export const statusNotification = new NotificationType<StatusParams>('hegao/status');
