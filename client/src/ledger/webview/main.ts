import type { ToPage } from '../messages.ts';
import { COLUMNS, type LedgerRow, nextSort, type Sort, shownRows } from '../row.ts';
import { buildPage } from './elements.ts';
import { vsCode } from './host.ts';
import { drawRows, setActive } from './rows.ts';

start();

/** The page's life: rows come in from the extension, what the user does goes out. */
function start(): void {
  const host = vsCode();
  const kept = host.getState();
  const page = buildPage();
  const { body, heads, filter, scroller } = page;
  let list = 0;
  let rows: readonly LedgerRow[] = [];
  let order: readonly number[] = [];
  let empty = '';
  let sort: Sort | undefined = kept?.sort;
  let activeId = kept?.active;
  let scrollTo: number | undefined = kept?.scroll;
  let activeHead = 0;
  filter.value = kept?.filter ?? '';

  const keep = (): void =>
    host.setState({ filter: filter.value, sort, active: activeId, scroll: scroller.scrollTop });
  const activeIndex = (): number =>
    Math.max(
      0,
      order.findIndex((index) => rows[index]!.id === activeId),
    );

  const draw = (): void => {
    // A line stays the page's active element when the user has gone back to the text.
    const focused = document.hasFocus() && body.contains(document.activeElement);
    order = shownRows(rows, filter.value, sort);
    const active = activeIndex();
    drawRows(
      body,
      order.map((index) => rows[index]!),
      active,
    );
    if (focused) (body.rows[active] ?? filter).focus({ preventScroll: true });
    if (scrollTo !== undefined && order.length > 0) {
      scroller.scrollTop = scrollTo;
      scrollTo = undefined;
    }
    drawHeads();
    const some = order.length === rows.length ? '' : `，筛出${order.length}处`;
    page.count.textContent = rows.length === 0 ? '' : `共${rows.length}处数据${some}`;
    page.empty.hidden = order.length > 0;
    page.empty.textContent = rows.length === 0 ? empty : '没有符合筛选条件的数据。';
    keep();
    host.postMessage({ type: 'shown', list, order, sort, filter: filter.value });
  };

  const drawHeads = (): void =>
    heads.forEach((head, i) => {
      const own = sort?.column === COLUMNS[i]!.id ? sort : undefined;
      head.setAttribute('aria-sort', own ? (own.descending ? 'descending' : 'ascending') : 'none');
      head.querySelector('button')!.tabIndex = i === activeHead ? 0 : -1;
    });

  const activate = (at: number): void => {
    const line = body.rows[Math.min(Math.max(at, 0), body.rows.length - 1)];
    if (line === undefined) return;
    for (const other of body.querySelectorAll<HTMLTableRowElement>('tr[tabindex="0"]'))
      setActive(other, false);
    setActive(line, true);
    activeId = rows[order[line.sectionRowIndex]!]!.id;
    line.focus();
    keep();
  };

  const go = (at: number): void => {
    const index = order[at];
    if (index !== undefined) host.postMessage({ type: 'go', list, index });
  };

  const focusHead = (at: number): void => {
    activeHead = Math.min(Math.max(at, 0), heads.length - 1);
    drawHeads();
    heads[activeHead]!.querySelector('button')!.focus();
  };

  body.addEventListener('click', ({ target }) => {
    const line = (target as Element).closest('tr');
    if (line === null) return;
    activate(line.sectionRowIndex);
    go(line.sectionRowIndex);
  });
  body.addEventListener('keydown', (event) => {
    const at = activeIndex();
    const screen = Math.max(1, Math.floor(scroller.clientHeight / (body.rows[0]?.offsetHeight ?? 24)) - 2);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => activate(at + 1),
      ArrowUp: () => (at === 0 ? focusHead(activeHead) : activate(at - 1)),
      PageDown: () => activate(at + screen),
      PageUp: () => activate(at - screen),
      Home: () => activate(0),
      End: () => activate(order.length - 1),
      Enter: () => go(at),
    };
    run(moves, event);
  });
  heads.forEach((head, i) => {
    head.addEventListener('click', () => {
      sort = nextSort(sort, COLUMNS[i]!.id);
      activeHead = i;
      draw();
    });
    head.addEventListener('keydown', (event) =>
      run(
        {
          ArrowRight: () => focusHead(i + 1),
          ArrowLeft: () => focusHead(i - 1),
          Home: () => focusHead(0),
          End: () => focusHead(heads.length - 1),
          ArrowDown: () => activate(activeIndex()),
        },
        event,
      ),
    );
  });
  filter.addEventListener('input', draw);
  filter.addEventListener('keydown', (event) => run({ ArrowDown: () => activate(activeIndex()) }, event));
  page.copy.addEventListener('click', () => host.postMessage({ type: 'copy' }));
  scroller.addEventListener('scroll', keep, { passive: true });

  addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
    if (data.type === 'focus') {
      if (order.length > 0) activate(activeIndex());
      else filter.focus();
      return;
    }
    ({ list, rows, empty } = data);
    draw();
  });
  host.postMessage({ type: 'ready' });
}

/** Does what a key is for, and nothing else with it; keys with modifiers are the editor's. */
function run(keys: Readonly<Record<string, () => void>>, event: KeyboardEvent): void {
  const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
  if (action === undefined || event.isComposing) return;
  event.preventDefault();
  action();
}
