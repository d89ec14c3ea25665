import { RequestType, RequestType0 } from 'vscode-languageserver';

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
