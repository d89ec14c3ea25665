import { type Diagnostic, type ProgressToken, RequestType } from 'vscode-languageclient';
import type { OpenSpeech } from './review.ts';

export interface CheckWorkspaceParams {
  /** URIs of the folders to check. */
  readonly folders: readonly string[];
  readonly workDoneToken?: ProgressToken;
}

export interface CheckWorkspaceResult {
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

export const checkWorkspaceRequest = new RequestType<CheckWorkspaceParams, CheckWorkspaceResult, void>(
  'hegao/checkWorkspace',
);
