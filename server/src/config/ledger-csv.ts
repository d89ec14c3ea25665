import Papa from 'papaparse';
import type { LedgerRow } from '../facts/ledger.ts';
import type { FileContent } from './file-options.ts';

type Column = Exclude<keyof LedgerRow, 'line'>;

/** The names that the head of a table may give to a column. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  indicator: ['指标', '指标名称', '项目', '名称', 'indicator'],
  scope: ['范围', '地区', '口径', '区域', 'scope'],
  period: ['时期', '时间', '期间', '报告期', 'period'],
  kind: ['类别', '类型', '性质', 'kind'],
  value: ['数值', '数据', '值', 'value'],
  unit: ['单位', '计量单位', 'unit'],
  source: ['来源', '数据来源', '出处', '提供单位', 'source'],
};

/** Words for the kinds of figures, as tables have them. */
const KINDS: Readonly<Record<string, string>> = {
  总量: 'level',
  绝对值: 'level',
  绝对数: 'level',
  水平: 'level',
  增速: 'growth',
  增幅: 'growth',
  增长: 'growth',
  增长率: 'growth',
  同比: 'growth',
  同比增长: 'growth',
  同比增速: 'growth',
  增长速度: 'growth',
  增减: 'change',
  增量: 'change',
  占比: 'share',
  比重: 'share',
  位次: 'rank',
  数量: 'count',
  目标: 'target',
  计划: 'plan',
};
const OWN_KINDS = ['level', 'growth', 'change', 'share', 'rank', 'count', 'target', 'plan'];

/**
 * Reads a table of figures as spreadsheets export it: commas, semicolons or tabs, its head in the
 * first line. Lines without an indicator or a value say nothing and are passed over.
 */
export function readLedger(text: string): FileContent {
  const { records, faults: broken } = readRecords(text.replace(/^\ufeff/, ''));
  const [head, ...body] = records;
  const columns = columnsOf(head?.cells ?? []);
  const missing = (['indicator', 'value'] as const).filter((column) => columns[column] === undefined);
  if (missing.length > 0) {
    const names = missing.map((column) => `“${NAMES[column][0]}”`).join('、');
    const message = `口径表第一行缺${names}一栏；各栏为指标、范围、时期、类别、数值、单位、来源。`;
    return { faults: [{ line: 1, column: 1, message }] };
  }
  const rows = body.flatMap(({ cells, line }) => readRow(cells, columns, line) ?? []);
  const faults = rows.flatMap(({ value, line }) =>
    isNumber(value)
      ? []
      : [{ line, column: 1, message: `数值应为一个数，不能是“${value}”；单位请写在“单位”一栏。` }],
  );
  const all = [...broken, ...faults];
  return all.length > 0 ? { faults: all } : { value: rows };
}

interface TableRecord {
  readonly cells: readonly string[];
  /** The first of its lines, from 1: a cell in quotes may hold line ends. */
  readonly line: number;
}

function readRecords(text: string): {
  readonly records: readonly TableRecord[];
  readonly faults: readonly { readonly line: number; readonly column: number; readonly message: string }[];
} {
  const records: TableRecord[] = [];
  const broken = new Set<number>();
  let from = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';', '，'],
    step({ data, errors, meta: { cursor } }) {
      records.push({ cells: data.map((cell) => cell.trim()), line });
      if (errors.some(({ type }) => type === 'Quotes')) broken.add(line);
      line += text.slice(from, cursor).split(/\r\n|\r|\n/).length - 1;
      from = cursor;
    },
  });
  const message = '引号没有成对：栏中有引号的，要写两个引号，整栏再用引号括起来。';
  return { records, faults: [...broken].map((at) => ({ line: at, column: 1, message })) };
}

function columnsOf(head: readonly string[]): Readonly<Partial<Record<Column, number>>> {
  const found = (Object.keys(NAMES) as Column[]).flatMap((column) => {
    const at = head.findIndex((name) => NAMES[column].includes(name.toLowerCase()));
    return at < 0 ? [] : [[column, at] as const];
  });
  return Object.fromEntries(found);
}

function readRow(
  cells: readonly string[],
  columns: Readonly<Partial<Record<Column, number>>>,
  line: number,
): LedgerRow | undefined {
  const of = (column: Column): string => cells[columns[column] ?? -1] ?? '';
  const indicator = of('indicator');
  const value = of('value');
  if (indicator === '' || value === '') return undefined;
  const kind = of('kind');
  const percent = /[%％]$/.exec(value)?.[0];
  return {
    indicator,
    scope: of('scope'),
    period: of('period'),
    kind: OWN_KINDS.includes(kind) ? kind : (KINDS[kind] ?? ''),
    value: percent ? value.slice(0, -1) : value,
    unit: of('unit') || (percent ? '%' : ''),
    source: of('source'),
    line,
  };
}

function isNumber(value: string): boolean {
  return /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(value);
}
