import { COLUMNS, cellText, type LedgerRow } from './row.ts';

/** A spreadsheet would run such a cell as a formula, some also after a space or with the wide signs; a negative number is none. */
const FORMULA = /^\s*(?:[=+@＝＋＠－]|-(?!\d+(?:\.\d+)?$))|^[\t\r\n]/;

/** The rows as CSV (RFC 4180) with a head, for a spreadsheet to paste or open. */
export function ledgerCsv(rows: readonly LedgerRow[]): string {
  const head = [...COLUMNS.map(({ title }) => title), '原文'];
  const body = rows.map((row) => [...COLUMNS.map((column) => cellText(row, column)), row.text]);
  return [head, ...body].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
