import { type Range, RequestType } from 'vscode-languageclient';

export interface CompareParams {
  readonly uri: string;
  /** Text of the version that went before; it is kept for the rules until the document is closed. Null forgets it. */
  readonly earlier: string | null;
}

export interface CompareResult {
  /** Version of the document that the ranges fit, or null when it is not open. */
  readonly version: number | null;
  /** Everything of substance that differs, in the order of the document. */
  readonly changes: readonly DraftChange[];
}

export interface DraftChange {
  /** 数据, 名称, 日期, 待补, 标题, 预告, 段落 or 文字. */
  readonly kind: string;
  /** 改, 增, 删, 移, 补上 or 空出. */
  readonly way: string;
  /** What a figure is of; empty where it could not be told. */
  readonly topic: string;
  /** In the earlier version. */
  readonly old: ChangedPlace | null;
  /** In the document. */
  readonly now: ChangedPlace | null;
}

export interface ChangedPlace {
  readonly text: string;
  readonly range: Range;
  /** In words: 二、（三）第2段. */
  readonly where: string;
}

export interface OpinionsParams {
  readonly uri: string;
  readonly format: 'csv' | 'markdown' | 'docx';
}

export interface OpinionsResult {
  /** The file: text, or base64 of the bytes of a Word file. Absent where there is none. */
  readonly content?: string;
  readonly count: number;
  /** Why there is no table: a Chinese sentence. */
  readonly message?: string;
}

/** What differs between an open document and the version that went before. */
export const compareRequest = new RequestType<CompareParams, CompareResult, void>('hegao/compare');
/** The findings of an open document as a 核稿意见表. */
export const opinionsRequest = new RequestType<OpinionsParams, OpinionsResult, void>('hegao/opinions');
