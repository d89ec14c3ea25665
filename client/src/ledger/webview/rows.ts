import { COLUMNS, cellText, type LedgerRow } from '../row.ts';
import { make } from './elements.ts';

/**
 * Makes the body of the table say `rows`, top to bottom. Lines that are there already are written anew where they differ,
 * so that neither the place scrolled to nor the focus is lost.
 */
export function drawRows(body: HTMLTableSectionElement, rows: readonly LedgerRow[], active: number): void {
  while (body.rows.length > rows.length) body.deleteRow(-1);
  rows.forEach((row, i) => {
    const line = body.rows[i] ?? addLine(body);
    COLUMNS.forEach((column, at) => {
      const cell = line.cells[at]!;
      const text = cellText(row, column);
      if (cell.textContent !== text) cell.textContent = text;
      if (cell.title !== text) cell.title = column.id === 'value' ? row.text : text;
    });
    line.classList.toggle('unsure', row.indicator === '');
    line.classList.toggle('differs', row.differs);
    setActive(line, i === active);
  });
}

/** The active line is the one that Tab comes to. */
export function setActive(line: HTMLTableRowElement, active: boolean): void {
  line.tabIndex = active ? 0 : -1;
  line.setAttribute('aria-selected', String(active));
}

function addLine(body: HTMLTableSectionElement): HTMLTableRowElement {
  const line = body.insertRow();
  for (const { numeric } of COLUMNS) {
    const cell = make('td', { className: numeric ? 'number' : '' });
    cell.setAttribute('role', 'gridcell');
    line.append(cell);
  }
  return line;
}
