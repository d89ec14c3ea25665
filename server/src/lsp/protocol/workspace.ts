import { type Diagnostic, type ProgressToken, RequestType } from 'vscode-languageserver';
import type { OpenSpeech } from './review.ts';

export interface CheckWorkspaceParams {
  /** URIs of the folders to check: `file:` folders for a server with a disk, any that the client reads for one without. */
  readonly folders: readonly string[];
  readonly workDoneToken?: ProgressToken;
}

export interface CheckWorkspaceResult {
  /** Every file looked at, those without findings included. */
  readonly files: readonly CheckedFile[];
  /** Sentences for the user: files that could not be read, and why. */
  readonly failures: readonly string[];
}

export interface CheckedFile {
  readonly uri: string;
  readonly diagnostics: Diagnostic[];
  /** What is to be filled in, thing by thing. */
  readonly speeches: readonly OpenSpeech[];
}

/** Checks files on disk for what is still to be filled in or deleted. */
export const checkWorkspaceRequest = new RequestType<CheckWorkspaceParams, CheckWorkspaceResult, void>(
  'hegao/checkWorkspace',
);
