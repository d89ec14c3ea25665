import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isClassified } from '../draft/classified.ts';
import { readKey, writeKey } from '../engine/masking/key.ts';
import { KIND_LABELS, kindsOf, MASK_KINDS, type MaskWord } from '../engine/masking/kinds.ts';
import { maskText } from '../engine/masking/mask.ts';
import { unmaskText } from '../engine/masking/unmask.ts';
import { readEntities } from '../facts/entities/read.ts';
import type { Words } from '../words/words.ts';
import { toRange } from './convert.ts';
import { maskParams, unmaskParams } from './params.ts';
import {
  type MaskParams,
  type MaskResult,
  maskRequest,
  type UnmaskParams,
  type UnmaskResult,
  unmaskRequest,
} from './protocol/index.ts';

/** What masking needs of the server. */
export interface MaskingSources {
  /** An open draft; undefined where it is not open or is none. */
  readonly documentOf: (uri: string) => TextDocument | undefined;
  readonly wordsFor: (uri: string) => Promise<Words | undefined>;
}

/** Answers `hegao/mask` and `hegao/unmask`. The client writes the files; nothing of a key stays here. */
export function serveMasking(connection: Connection, { documentOf, wordsFor }: MaskingSources): void {
  connection.onRequest(maskRequest, async (params) => {
    const wish = maskParams(params);
    const words = await wordsFor(wish.uri);
    const document = documentOf(wish.uri);
    return document ? maskDocument(document, words, wish) : { things: [], message: NOT_A_DRAFT };
  });
  connection.onRequest(unmaskRequest, (params) => {
    const wish = unmaskParams(params);
    const document = documentOf(wish.uri);
    return document ? unmaskDocument(document, wish) : { restored: 0, open: [], message: NOT_A_DRAFT };
  });
}

const NOT_A_DRAFT = '这份文稿没有打开，或是配置文件。';

/** The masked copy of an open document and the key to undo it; neither is kept here. */
async function maskDocument(
  document: TextDocument,
  words: Words | undefined,
  { what, keep = [], numbered = false }: MaskParams,
): Promise<MaskResult> {
  const text = document.getText();
  if (isClassified(text)) return { things: [], message: CLASSIFIED };
  const kinds = kindsOf(what?.filter((word): word is MaskWord => word in MASK_KINDS));
  const entities = readEntities(text, words, { kinds, keep, also: [] });
  const masking = maskText(text, entities, numbered);
  const things = entities.map(({ kind, name, mentions }, i) => ({
    kind: KIND_LABELS[kind],
    name,
    word: mentions[0]!.text,
    count: mentions.length,
    mask: masking.entities[i]!.mask,
  }));
  return { things, text: masking.text, key: await writeKey(masking) };
}

const CLASSIFIED = '稿子标有密级，不生成脱敏稿：隐去名称并不解密，请按保密规定办理。';

/** An open masked copy with its masks given back, and those that are left. */
async function unmaskDocument(document: TextDocument, { key }: UnmaskParams): Promise<UnmaskResult> {
  const masking = await readKey(key);
  if ('mistake' in masking) return { restored: 0, open: [], message: `${masking.mistake}。` };
  const { text, restored, open } = unmaskText(document.getText(), masking);
  return { text, restored, open: open.map(({ span, mask }) => ({ range: toRange(document, span), mask })) };
}
