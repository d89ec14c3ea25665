import type { LedgerRow, Sort } from './row.ts';

/** What the extension tells the page. */
export type ToPage =
  | {
      readonly type: 'rows';
      /** Counts the lists sent; what the page says of rows says of which list. */
      readonly list: number;
      readonly rows: readonly LedgerRow[];
      /** What to say instead where there are none. */
      readonly empty: string;
    }
  | { readonly type: 'focus' };

/** What the page tells the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'copy' }
  | { readonly type: 'go'; readonly list: number; readonly index: number }
  | ({ readonly type: 'shown' } & Shown);

/** What the page shows now. */
export interface Shown {
  readonly list: number;
  /** Indexes of the rows, from the top. */
  readonly order: readonly number[];
  readonly sort?: Sort | undefined;
  readonly filter: string;
}

/** Whether a message is one of the page's: it is data from outside. */
export function isFromPage(message: unknown): message is FromPage {
  if (typeof message !== 'object' || message === null) return false;
  const { type, list, index, order, filter } = message as Record<string, unknown>;
  if (type === 'ready' || type === 'copy') return true;
  if (type === 'go') return Number.isInteger(list) && Number.isInteger(index);
  return type === 'shown' && Number.isInteger(list) && Array.isArray(order) && typeof filter === 'string';
}
