import Papa from 'papaparse';
import type { RosterRow } from '../facts/roster/types.ts';
import type { FileContent } from './file-options.ts';

type Column = Exclude<keyof RosterRow, 'line'>;

/** The names that the head of a table may give to a column. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  name: ['姓名', '名字', 'name'],
  title: ['职务', '职位', 'title'],
  order: ['排序', '次序', '顺序', '序号', 'order'],
  from: ['起', '起始', '任职时间', '任职', 'from'],
  to: ['止', '截止', '离任时间', '离任', 'to'],
};

const MONTH = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](?:\d{1,2}日?)?)?)?年?$/;

type Fault = { readonly line: number; readonly column: 1; readonly message: string };

/** Reads a list of leaders as spreadsheets export it, its head in the first line; lines without a name are passed over. */
export function readRoster(text: string): FileContent {
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [',', '\t', ';', '，'] });
  const [head = [], ...lines] = data.map((cells) => cells.map((cell) => cell.trim()));
  const at = (column: Column): number => head.findIndex((name) => NAMES[column].includes(name.toLowerCase()));
  const missing = (['name', 'title'] as const).filter((column) => at(column) < 0);
  if (missing.length > 0) {
    const names = missing.map((column) => `“${NAMES[column][0]}”`).join('、');
    const message = `名单第一行缺${names}一栏；各栏为姓名、职务、排序、起、止。`;
    return { faults: [{ line: 1, column: 1, message }] };
  }
  const faults: Fault[] = [];
  const rows = lines.flatMap((cells, i): RosterRow[] => {
    const line = i + 2;
    const of = (column: Column): string => cells[at(column)] ?? '';
    const name = of('name').replace(/[ 　]/g, '');
    if (name === '') return [];
    const wrong = (message: string): void => void faults.push({ line, column: 1, message });
    if (name.length < 2) wrong(`姓名至少两个字，不能是“${name}”。`);
    const order = of('order');
    if (order !== '' && !/^[1-9]\d{0,3}$/.test(order)) wrong(`排序应为正整数，不能是“${order}”。`);
    const from = readMonth(of('from'));
    const to = readMonth(of('to'));
    if (from === undefined || to === undefined)
      wrong(
        `“起”“止”应为年或年月，例如 2021 或 2021-03，不能是“${from === undefined ? of('from') : of('to')}”。`,
      );
    return [
      {
        name,
        title: of('title'),
        ...(order === '' ? {} : { order: Number(order) }),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        line,
      },
    ];
  });
  return faults.length > 0 ? { faults } : { value: rows };
}

/** `2021-03` of 2021年3月, 2021/3/15 and the like; empty for an empty cell, undefined where it is no date. */
function readMonth(cell: string): string | undefined {
  if (/^(?:至今|今)?$/.test(cell)) return '';
  const [, year, month] = MONTH.exec(cell) ?? [];
  if (year === undefined || (month !== undefined && (Number(month) < 1 || Number(month) > 12)))
    return undefined;
  return month === undefined ? year : `${year}-${month.padStart(2, '0')}`;
}
