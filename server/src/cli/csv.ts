import type { Position } from './places.ts';

/** Tells WPS and Excel that the file is UTF-8. */
export const BOM = '\ufeff';

/** A spreadsheet would run such a cell as a formula; a negative number is none. */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/;

/** A place in words: a spreadsheet would read `3:14` as a time. Both count from 1. */
export function csvPlace({ line, column }: Position): string {
  return `第${line}行第${column}列`;
}

/** One record of a CSV file (RFC 4180), its line end with it. A cell that begins like a formula gets a `'` before it. */
export function csvRecord(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => csvCell(String(cell))).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
