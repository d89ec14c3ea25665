import type { FigureItem } from '../protocol/index.ts';

/** A figure as the ledger shows it: words only, so that the page can be handed it. */
export interface LedgerRow
  extends Pick<
    FigureItem,
    | 'indicator'
    | 'scope'
    | 'period'
    | 'kind'
    | 'basis'
    | 'value'
    | 'unit'
    | 'where'
    | 'mentions'
    | 'amount'
    | 'text'
  > {
  /** The same for the same figure before and after an edit elsewhere. */
  readonly id: string;
  /** What the table of figures has; empty where it has nothing. */
  readonly ledger: string;
  /** The table of figures has another value. */
  readonly differs: boolean;
}

export type ColumnId = Exclude<keyof LedgerRow, 'id' | 'differs' | 'amount' | 'text'>;

export interface Column {
  readonly id: ColumnId;
  readonly title: string;
  readonly numeric?: true;
}

/** The columns in their order on the page and in CSV. */
export const COLUMNS: readonly Column[] = [
  { id: 'indicator', title: '指标' },
  { id: 'scope', title: '范围' },
  { id: 'period', title: '时期' },
  { id: 'kind', title: '类别' },
  { id: 'basis', title: '口径' },
  { id: 'value', title: '数值', numeric: true },
  { id: 'unit', title: '单位' },
  { id: 'where', title: '出处' },
  { id: 'mentions', title: '同一数据', numeric: true },
  { id: 'ledger', title: '口径表' },
];

/** What a cell says. */
export function cellText(row: LedgerRow, { id }: Column): string {
  if (id === 'indicator') return row.indicator === '' ? '（没有把握）' : row.indicator;
  return id === 'mentions' ? `${row.mentions}处` : row[id];
}

/** By which column, and which way; by none in the order of the text. */
export interface Sort {
  readonly column: ColumnId;
  readonly descending: boolean;
}

/** What is shown of the ledger: rows that hold every word of the filter, in the order wanted. Indexes of `rows`. */
export function shownRows(
  rows: readonly LedgerRow[],
  filter: string,
  sort: Sort | undefined,
): readonly number[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (row: LedgerRow): boolean => {
    const text = [...COLUMNS.map((column) => cellText(row, column)), row.text].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const shown = rows.flatMap((row, i) => (words.length === 0 || holds(row) ? [i] : []));
  if (!sort) return shown;
  const compare = comparison(sort);
  return shown.sort((a, b) => compare(rows[a]!, rows[b]!) || a - b);
}

/** Empty cells come last, either way. */
function comparison({ column, descending }: Sort): (a: LedgerRow, b: LedgerRow) => number {
  const turn = descending ? -1 : 1;
  const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
  if (column === 'mentions') return (a, b) => turn * (a.mentions - b.mentions);
  if (column === 'value') {
    return (a, b) => {
      if (a.amount === null || b.amount === null)
        return Number(a.amount === null) - Number(b.amount === null);
      return turn * (a.amount - b.amount);
    };
  }
  return (a, b) => {
    const [first, second] = [a[column], b[column]];
    if (first === '' || second === '') return Number(first === '') - Number(second === '');
    return turn * collator.compare(first, second);
  };
}

/** The next way to sort when a column is chosen again: up, down, as in the text. */
export function nextSort(sort: Sort | undefined, column: ColumnId): Sort | undefined {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}
