import { type Range, RequestType } from 'vscode-languageclient';

export interface MaskParams {
  readonly uri: string;
  /** Of `names`, `places`, `bodies`, `documents`, `sessions`, `figures`, `dates`; the first five where it is absent. */
  readonly what?: readonly string[];
  /** Words that stay as they are. */
  readonly keep?: readonly string[];
  /** A mask of its own for every person, place and body. */
  readonly numbered?: boolean;
}

export interface MaskResult {
  readonly things: readonly MaskedThing[];
  /** The masked copy, and what the key file is to hold; absent where there is none. */
  readonly text?: string;
  readonly key?: string;
  /** Why there is none. */
  readonly message?: string;
}

/** Something that is masked. */
export interface MaskedThing {
  /** 人名, 地名, 单位, 文号, 届次, 号码, 数据 or 日期. */
  readonly kind: string;
  readonly name: string;
  /** What is to be kept where it is to stay. */
  readonly word: string;
  /** How often it stands there. */
  readonly count: number;
  readonly mask: string;
}

export interface UnmaskParams {
  readonly uri: string;
  /** What the key file holds. */
  readonly key: string;
}

export interface UnmaskResult {
  /** The restored text; absent where the key is none. */
  readonly text?: string;
  readonly restored: number;
  /** Masks that are left, in the document as it is. */
  readonly open: readonly { readonly range: Range; readonly mask: string }[];
  readonly message?: string;
}

export const maskRequest = new RequestType<MaskParams, MaskResult, void>('hegao/mask');
export const unmaskRequest = new RequestType<UnmaskParams, UnmaskResult, void>('hegao/unmask');
