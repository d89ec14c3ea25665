import type { Connection } from 'vscode-languageserver';
import { decode } from '../../files/decode-web.ts';
import type { Decoded, Undecodable } from '../../files/decoding.ts';
import { createCutter } from '../../words/cutter.ts';
import { openDictionary } from '../../words/dictionary.ts';
import type { LoadedDictionary } from '../../words/load.ts';
import type { Files, Host } from '../host.ts';
import {
  type ReadFileResult,
  readFileRequest,
  readFolderRequest,
  readWordsRequest,
} from '../protocol/index.ts';
import { findDrafts } from './find.ts';
import { isInside, pathOf, show, uriOf } from './uris.ts';

/** A server in a browser: files and the dictionary come from the client, which reads them wherever they are. */
export function createWebHost(connection: Pick<Connection, 'sendRequest'>): Host {
  let words: LoadedDictionary = { missing: MISSING };
  let reading: Promise<void> | undefined;
  const readWords = async (): Promise<void> => {
    const answer = await connection.sendRequest(readWordsRequest).catch(failed);
    words = opened(answer);
  };
  return {
    files: createFiles(connection),
    ready() {
      reading ??= readWords();
      return reading;
    },
    loadWords: () => ('missing' in words ? words : { words: createCutter(words.dictionary) }),
  };
}

const MISSING = '分词词典没有读到，按词核查的规则本次不运行，其余规则不受影响。请检查网络后重新打开本页。';

function createFiles(connection: Pick<Connection, 'sendRequest'>): Files {
  const request = async (path: string): Promise<ReadFileResult> =>
    isInside(path) ? connection.sendRequest(readFileRequest, { uri: uriOf(path) }).catch(failed) : {};
  const read = async (path: string): Promise<Decoded | Undecodable | undefined> => {
    const { bytes, failure } = await request(path);
    if (failure !== undefined) return { failure };
    return bytes && decode(bytes);
  };
  const readBytes = async (path: string): Promise<Uint8Array | undefined> => {
    const { bytes, failure } = await request(path);
    if (failure !== undefined) throw new Error(failure);
    return bytes;
  };
  const folders = {
    readFolder: (path: string) =>
      connection
        .sendRequest(readFolderRequest, { uri: uriOf(path) })
        .catch((error: unknown) => ({ files: [], folders: [], ...failed(error) })),
    async readText(path: string) {
      const found = await read(path);
      return found && 'text' in found ? found.text : undefined;
    },
  };
  return { pathOf, uriOf, show, read, readBytes, findDrafts: (folder) => findDrafts(folder, folders) };
}

function failed(error: unknown): ReadFileResult {
  return { failure: `无法读取（${error instanceof Error ? error.message : String(error)}）` };
}

function opened({ bytes }: ReadFileResult): LoadedDictionary {
  if (!bytes) return { missing: MISSING };
  try {
    return { dictionary: openDictionary(bytes.slice().buffer) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      missing: `分词词典不能用（${reason}），按词核查的规则本次不运行，其余规则不受影响。请重新安装扩展。`,
    };
  }
}
