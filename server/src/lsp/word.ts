import type { Connection } from 'vscode-languageserver';
import { sniff } from '../word/foreign.ts';
import { readWordParams } from './params.ts';
import { type ReadWordResult, readWordRequest } from './protocol.ts';

/** Answers for Word files, whose bytes the client sends: it can read them wherever they are. */
export function serveWord(connection: Connection): void {
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
