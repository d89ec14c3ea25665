import { COLUMNS } from '../row.ts';

/** The parts of the page that stay while rows come and go. */
export interface Elements {
  readonly filter: HTMLInputElement;
  readonly copy: HTMLButtonElement;
  readonly count: HTMLElement;
  readonly scroller: HTMLElement;
  readonly heads: readonly HTMLTableCellElement[];
  readonly body: HTMLTableSectionElement;
  readonly empty: HTMLElement;
}

/** Builds the page. Texts of drafts only ever come in as text, never as markup. */
export function buildPage(): Elements {
  const filter = make('input', {
    type: 'search',
    placeholder: '筛选：指标、范围、时期、数值……',
    spellcheck: false,
  });
  filter.setAttribute('aria-label', '筛选数据');
  const copy = make('button', { type: 'button', textContent: '复制为 CSV' });
  const count = make('span', { className: 'count' });
  count.setAttribute('role', 'status');
  const bar = make('div', { className: 'bar' });
  bar.append(filter, count, copy);

  const table = make('table', {});
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-label', '数据台账');
  const row = table.createTHead().insertRow();
  const heads = COLUMNS.map(({ title, numeric }) => {
    const head = make('th', { scope: 'col', className: numeric ? 'number' : '' });
    head.append(make('button', { type: 'button', textContent: title, tabIndex: -1 }));
    row.append(head);
    return head;
  });
  const body = table.createTBody();
  const scroller = make('div', { className: 'scroller' });
  const empty = make('p', { className: 'empty', hidden: true });
  scroller.append(table, empty);
  document.body.append(bar, scroller);
  return { filter, copy, count, scroller, heads, body, empty };
}

/** An element with some of its properties set. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), properties);
}
