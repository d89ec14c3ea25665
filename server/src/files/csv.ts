/** Tells WPS and Excel that the file is UTF-8. */
export const BOM = '\ufeff';

/** A spreadsheet would run such a cell as a formula, some also after a space or with the wide signs; a negative number is none. */
const FORMULA = /^\s*(?:[=+@＝＋＠－]|-(?!\d+(?:\.\d+)?$))|^[\t\r\n]/;

/** One record of a CSV file (RFC 4180), its line end with it. A cell that begins like a formula gets a `'` before it. */
export function csvRecord(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => csvCell(String(cell))).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
