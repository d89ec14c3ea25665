import { type Position, type Range, RequestType, type WorkspaceEdit } from 'vscode-languageserver';
import type { RenumberResult } from './outline.ts';

export interface PlaceholdersParams {
  readonly uri: string;
}

export interface PlaceholderItem {
  readonly range: Range;
  readonly ruleId: string;
  readonly text: string;
}

export interface PlaceholdersResult {
  /** In the order of the text. */
  readonly items: readonly PlaceholderItem[];
}

export interface OpenItemsParams {
  readonly uri: string;
  /** The workspace folder of a file that is not open. */
  readonly folder?: string;
}

export interface OpenItemsResult {
  /** Version of the document that the ranges fit, or null when it is not open. */
  readonly version: number | null;
  /** Those with something left to fill in. */
  readonly speeches: readonly OpenSpeech[];
}

export interface OpenSpeech {
  /** Its title, or 第二篇 where it has none. */
  readonly title: string;
  readonly range: Range;
  readonly things: readonly OpenThing[];
}

/** One thing that is left open. */
export interface OpenThing {
  /** 数字, 日期, 届次, 名称, 词语 or 空白. */
  readonly kind: string;
  readonly label: string;
  /** One mask that stands for several things: its places are filled in one by one. */
  readonly several: boolean;
  readonly places: readonly OpenPlace[];
}

export interface OpenPlace {
  readonly range: Range;
  /** As it stands in the document. */
  readonly text: string;
  /** The sentence around it, and where `text` begins there. */
  readonly sentence: string;
  readonly at: number;
  /** In words: 二、（三）第2段. */
  readonly where: string;
  /** What the speech itself gives for it. */
  readonly fill?: string;
}

export interface FillParams {
  readonly uri: string;
  /** In the placeholder that is meant. */
  readonly position: Position;
  /** The masked part or the whole. */
  readonly text: string;
  /** Every place of the same speech that asks for the same. */
  readonly all: boolean;
}

export interface OffersParams {
  readonly uri: string;
  /** URIs of the folders whose drafts may be of the same text. */
  readonly folders: readonly string[];
}

export interface OffersResult {
  /** Version of the document that the ranges fit, or null when it is not open. */
  readonly version: number | null;
  readonly offers: readonly FillOffer[];
}

/** What another draft of the same text has for a place. */
export interface FillOffer {
  readonly range: Range;
  readonly text: string;
  /** Name of the other draft. */
  readonly from: string;
}

export interface KeepParams extends OpenItemsParams {
  /** Where the placeholders begin that are to stay as they are. */
  readonly positions: readonly Position[];
}

export interface KeepResult {
  /** Writes the decision to `.hegao-ignore.yaml`; absent where it cannot be written. */
  readonly edit?: WorkspaceEdit;
  /** Why there is no edit. */
  readonly message?: string;
}

/** What is still to be filled in in an open document. */
export const placeholdersRequest = new RequestType<PlaceholdersParams, PlaceholdersResult, void>(
  'hegao/placeholders',
);
/** The same thing by thing, of an open document or of a file. */
export const openItemsRequest = new RequestType<OpenItemsParams, OpenItemsResult, void>('hegao/openItems');
/** The edits that fill in one place, or all places that ask for the same. */
export const fillRequest = new RequestType<FillParams, RenumberResult, void>('hegao/fill');
/** What other drafts of the same text have where this one has placeholders. */
export const offersRequest = new RequestType<OffersParams, OffersResult, void>('hegao/offers');
/** The edit that keeps placeholders as they are: 保留不补. */
export const keepRequest = new RequestType<KeepParams, KeepResult, void>('hegao/keep');
