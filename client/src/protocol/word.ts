import { RequestType } from 'vscode-languageclient';

export interface ExportWordParams {
  readonly uri: string;
  /** URI of the file to write; one that is there is written over. */
  readonly to: string;
  /** `gb9704`, `reading`, or the URI of a profile file. */
  readonly profile: string;
}

export interface ExportWordResult {
  readonly written: boolean;
  /** What was done, or why nothing was: one or more sentences for the user. */
  readonly message: string;
}

export interface ReadWordParams {
  /** Name of the file, which tells what it is where its bytes do not. */
  readonly name: string;
  /** Its bytes, as Base64. */
  readonly base64: string;
}

export interface ReadWordResult {
  /** The text as its reader sees it. */
  readonly text?: string;
  /** What stands in the file and not in the text, one Chinese sentence each. */
  readonly notices?: readonly string[];
  /** Why it cannot be read: a Chinese phrase. */
  readonly failure?: string;
}

export const exportWordRequest = new RequestType<ExportWordParams, ExportWordResult, void>(
  'hegao/exportWord',
);
export const readWordRequest = new RequestType<ReadWordParams, ReadWordResult, void>('hegao/readWord');
