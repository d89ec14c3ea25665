import type { Connection } from 'vscode-languageserver';
import type { Draft } from '../draft/types.ts';
import { sniff } from '../word/foreign.ts';
import { answerExport } from './export-word.ts';
import type { Host } from './host.ts';
import { exportWordParams, readWordParams } from './params.ts';
import { exportWordRequest, type ReadWordResult, readWordRequest } from './protocol/index.ts';

/** What Word files need of the server. */
export interface WordHost extends Pick<Host, 'files' | 'exportWord'> {
  /** An open draft as it stands in the editor; undefined where it is not open. */
  readonly draftOf: (uri: string) => Draft | undefined;
}

/** Answers for Word files. The bytes of one to read are sent by the client, which can read them wherever they are. */
export function serveWord(connection: Connection, host: WordHost): void {
  connection.onRequest(exportWordRequest, (params) => {
    const wish = exportWordParams(params);
    return answerExport(wish, host.draftOf(wish.uri), host);
  });
  connection.onRequest(readWordRequest, (params) => {
    const { name, base64 } = readWordParams(params);
    return read(
      Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
      name,
    );
  });
}

async function read(bytes: Uint8Array, name: string): Promise<ReadWordResult> {
  const sniffed = sniff(bytes, name);
  if (sniffed === 'other') return { failure: '这不是 Word 文件' };
  if (sniffed !== 'word') return sniffed;
  const { readWord } = await import('../word/index.ts');
  const document = readWord(bytes);
  return 'failure' in document ? document : { text: document.text, notices: document.notices };
}
