/** One line of an office's own table of figures（口径表）: what a draft has to agree with. */
export interface LedgerRow {
  readonly indicator: string;
  /** 全市, 睢县, 规上 …; empty where the table names none. */
  readonly scope: string;
  /** 2024年上半年; empty where the table names none. */
  readonly period: string;
  /** level, growth, change, share or target; empty: as the unit tells. */
  readonly kind: string;
  /** As written, without its unit: `7.2`, `-3.1`, `12,345`. */
  readonly value: string;
  /** `亿元`, `%`; empty for a bare number. */
  readonly unit: string;
  /** Who vouches for it, for the message. */
  readonly source: string;
  /** Line in the table, from 1. */
  readonly line: number;
}
