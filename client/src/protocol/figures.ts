import { type Range, RequestType } from 'vscode-languageclient';

export interface FiguresParams {
  readonly uri: string;
}

export interface FiguresResult {
  /** Version of the document that the ranges fit, or null when it is not open. */
  readonly version: number | null;
  /** Speech by speech, in the order of the text. */
  readonly items: readonly FigureItem[];
}

/** A figure and what it says, in words. */
export interface FigureItem {
  readonly range: Range;
  /** As it stands in the document, with the words that blur it. */
  readonly text: string;
  /** Empty where it could not be told. */
  readonly indicator: string;
  readonly scope: string;
  readonly period: string;
  /** 总量, 增速, 增减, 占比, 位次, 数量; 目标（增速） and the like of what is to come. */
  readonly kind: string;
  /** What it is compared with and how it is counted. */
  readonly basis: string;
  /** In digits, a fall with its minus; a mask as it stands. */
  readonly value: string;
  readonly unit: string;
  /** The value in one unit for all of a kind, to sort by; null for a mask. */
  readonly amount: number | null;
  /** In words: 二、（三）第2段. */
  readonly where: string;
  /** Equal for figures that must agree; null where the indicator could not be told. */
  readonly key: string | null;
  /** How many places of its speech have the same key. */
  readonly mentions: number;
  /** What the table of figures has for it. */
  readonly ledger?: { readonly text: string; readonly agrees: boolean };
}

export const figuresRequest = new RequestType<FiguresParams, FiguresResult, void>('hegao/figures');
