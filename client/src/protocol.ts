import type { Diagnostic, Position, ProgressToken, Range, TextEdit } from 'vscode-languageclient/node';
import { NotificationType, RequestType } from 'vscode-languageclient/node';

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
export const statusNotification = new NotificationType<StatusParams>('hegao/status');
