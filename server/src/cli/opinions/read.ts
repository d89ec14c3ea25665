import Papa from 'papaparse';

/** A remark as a table has it; empty where its table has no such column. */
export interface Remark {
  readonly place: string;
  readonly original: string;
  readonly problem: string;
  readonly advice: string;
  readonly adopted: string;
  /** Who made it; the name of the table where it does not say. */
  readonly person: string;
}

type Column = keyof Remark;

/** The names that the head of a table may give to a column. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  place: ['位置', '所在位置', '页码', '处所'],
  original: ['原文', '原文内容', '原句', '原稿'],
  problem: ['问题', '存在问题', '问题说明', '说明', '理由'],
  advice: ['建议', '修改建议', '修改意见', '意见', '建议改为'],
  person: ['提出人', '姓名', '核稿人', '提出单位', '单位'],
  adopted: ['采纳情况', '是否采纳', '采纳'],
};
const NEEDED: readonly Column[] = ['place', 'original', 'problem', 'advice'];
/** A table edited in Excel or WPS may have a title above its head. */
const HEAD_WITHIN = 5;

/**
 * Reads a 核稿意见表 as spreadsheets save it: columns in any order, commas, semicolons or tabs. Why it is none, as a Chinese sentence.
 */
export function readRemarks(
  text: string,
  name: string,
): { readonly remarks: readonly Remark[] } | { readonly mistake: string } {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimitersToGuess: [',', '\t', ';', '，'],
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes)
    return { mistake: `第${(quotes.row ?? 0) + 1}行的引号没有成对，请用表格软件重新另存为 CSV 后再试。` };
  const at = data.slice(0, HEAD_WITHIN).findIndex((cells) => columnsOf(cells).place !== undefined);
  const columns = columnsOf(data[Math.max(0, at)] ?? []);
  const missing = NEEDED.filter((column) => columns[column] === undefined);
  if (missing.length > 0) {
    const lacking = missing.map((column) => `“${NAMES[column][0]}”`).join('、');
    return { mistake: `这不是核稿意见表：缺${lacking}一栏；要有位置、原文、问题、建议四栏，次序不限。` };
  }
  const remarks = data.slice(at + 1).flatMap((cells): readonly Remark[] => {
    const of = (column: Column): string => unguarded((cells[columns[column] ?? -1] ?? '').trim());
    const [place, original, problem, advice] = [of('place'), of('original'), of('problem'), of('advice')];
    if (original === '' && problem === '' && advice === '') return [];
    return [{ place, original, problem, advice, adopted: of('adopted'), person: of('person') || name }];
  });
  return { remarks };
}

function columnsOf(head: readonly string[]): Readonly<Partial<Record<Column, number>>> {
  const names = head.map((cell) => cell.replace(/\s+/g, ''));
  const found = (Object.keys(NAMES) as Column[]).flatMap((column) => {
    const at = NAMES[column].map((name) => names.indexOf(name)).find((index) => index >= 0);
    return at === undefined ? [] : [[column, at] as const];
  });
  return Object.fromEntries(found);
}

/** The mark that keeps a spreadsheet from running a cell is no part of it. */
function unguarded(cell: string): string {
  return /^'\s*[=+@＝＋＠－\t\r\n-]/.test(cell) ? cell.slice(1) : cell;
}
