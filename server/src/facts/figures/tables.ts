import type { Span } from '../../draft/span.ts';
import type { Paragraph } from '../../draft/types.ts';
import { readPeriods } from './periods.ts';
import type { Figure } from './types.ts';

/** A figure of a table: all its spans lie in the row that holds it. */
export interface TableFigure {
  /** Index of the row in `Speech.paragraphs`. */
  readonly paragraph: number;
  readonly figure: Figure;
}

interface Cell {
  readonly text: string;
  readonly span: Span;
}

interface Row {
  readonly paragraph: number;
  readonly cells: readonly Cell[];
}

/** A column as its head says: what is counted, in what unit. */
interface Column {
  readonly name: string;
  readonly unit: string;
}

const RULE = /^\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$/;
const NUMBER = /^([-－—+]?)(\d[\d,]*(?:\.\d+)?)\s*([^\d\s]{0,6})$/;
const UNIT = /[（(]([^（）()]{1,8})[）)]$/;
const CAPTION_UNIT = /单位[：:]\s*([^\s，、；。）)|]{1,6})(?=[\s。）)]|$)/;
const NAMES = /^(?:主要)?(?:指标|项目|名称|内容|科目|类别)(?:名称)?$/;
const PLACES = /^(?:地区|县区|市县|区县|区域|乡镇|镇街|地市|市州|单位|县[（(]市、?区[）)])(?:名称)?$/;
const GROWTH = /(?:同比)?(?:增长率?|增速|增幅|增减)$/;
const SHARE = /(?:占比|比重)$/;
const AMOUNT = /^(?:总量|数值|数据|绝对[值数量]|完成(?:数|值)?|实绩|金额|数量|本期|合计)$/;

/**
 * Reads the tables of a speech, Markdown's or lines of cells between bars. Each number is read as the sentence that
 * its row and column make: 地区生产总值｜增长（%）｜6.8 is 地区生产总值增长6.8%. Only tables whose first column says by
 * its head that it holds indicators or places are read; what fits no such sentence has no figure.
 */
export function readTables(
  paragraphs: readonly Paragraph[],
  figuresOf: (text: string) => readonly Figure[],
): readonly TableFigure[] {
  return tablesOf(paragraphs).flatMap(([head, ...rows]) => {
    const first = head!.cells[0]!.text;
    if (rows.length === 0 || !(NAMES.test(first) || PLACES.test(first))) return [];
    const caption = paragraphs[head!.paragraph - 1]?.text.slice(0, 80) ?? '';
    const period = readPeriods(caption)[0]?.name ?? '';
    const unit = CAPTION_UNIT.exec(caption)?.[1] ?? '';
    const columns = head!.cells.map(({ text }) => columnOf(text, unit));
    const unitColumn = columns.findIndex(({ name }, i) => i > 0 && /^(?:计量)?单位$/.test(name));
    return rows.flatMap((row) => {
      const own = row.cells[unitColumn]?.text ?? '';
      return row.cells.slice(1).flatMap((cell, i) => {
        const sentence = sentenceOf(row.cells[0]!.text, columns, i + 1, cell.text, own, NAMES.test(first));
        const figure = sentence && readCell(period + sentence, row, cell, figuresOf);
        return figure ? [{ paragraph: row.paragraph, figure }] : [];
      });
    });
  });
}

/** Heads with the rows below them that have as many cells. A head is known by the line of dashes under it. */
function tablesOf(paragraphs: readonly Paragraph[]): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  let open: Row[] | undefined;
  paragraphs.forEach(({ text }, paragraph) => {
    if (!text.startsWith('|')) open = undefined;
    else if (!RULE.test(text)) {
      const row = { paragraph, cells: cellsOf(text) };
      if (isHead(paragraphs, paragraph)) {
        open = [row];
        tables.push(open);
      } else if (open && open[0]!.cells.length === row.cells.length) open.push(row);
    }
  });
  return tables;
}

/** The line of dashes is a paragraph in plain text; in Markdown it was skipped and left room for itself. */
function isHead(paragraphs: readonly Paragraph[], paragraph: number): boolean {
  const next = paragraphs[paragraph + 1];
  if (!next?.text.startsWith('|')) return false;
  return RULE.test(next.text) || gap(paragraphs[paragraph]!.span, next.span) >= '\n|-|\n'.length;
}

function gap(before: Span, after: Span): number {
  return after.start - before.end;
}

function cellsOf(text: string): readonly Cell[] {
  const bars = [...text.matchAll(/(?<!\\)\|/g)].map(({ index }) => index);
  if (text.slice(bars.at(-1)! + 1).trim() !== '') bars.push(text.length);
  return bars.slice(1).map((end, i) => {
    const raw = text.slice(bars[i]! + 1, end);
    const start = bars[i]! + 1 + (raw.length - raw.trimStart().length);
    const trimmed = raw.trim();
    return { text: trimmed, span: { start, end: start + trimmed.length } };
  });
}

function columnOf(head: string, captionUnit: string): Column {
  const unit = UNIT.exec(head)?.[1];
  const name = head.replace(UNIT, '').trim();
  if (unit !== undefined) return { name, unit };
  return { name, unit: GROWTH.test(name) || SHARE.test(name) ? '%' : captionUnit };
}

/** What a cell says, with its subject; undefined where row and column make no sentence. */
function sentenceOf(
  label: string,
  columns: readonly Column[],
  index: number,
  value: string,
  rowUnit: string,
  labelIsName: boolean,
): string | undefined {
  const [, sign, digits, written] = NUMBER.exec(value) ?? [];
  const column = columns[index];
  if (digits === undefined || !column || label === '') return undefined;
  const falls = sign !== '' && sign !== '+';
  const growth = GROWTH.test(column.name);
  const unit = written || column.unit || rowUnit;
  const bare = column.name.replace(growth ? GROWTH : SHARE, '').trim();
  const above = columns.slice(1, index).findLast(({ name }) => !GROWTH.test(name) && !SHARE.test(name));
  const subject = labelIsName ? label : label + (bare || above?.name || '');
  if (!labelIsName && subject === label) return undefined;
  if (growth) return `${subject}${falls ? '下降' : '增长'}${digits}${written || '%'}`;
  if (falls || unit === '') return undefined;
  if (SHARE.test(column.name)) return labelIsName ? undefined : `${subject}占比为${digits}${written || '%'}`;
  const period = readPeriods(column.name)[0]?.name;
  if (labelIsName && !AMOUNT.test(column.name) && period === undefined) return undefined;
  return `${labelIsName ? (period ?? '') : ''}${subject}为${digits}${unit}`;
}

function readCell(
  sentence: string,
  { cells }: Row,
  cell: Cell,
  figuresOf: (text: string) => readonly Figure[],
): Figure | undefined {
  const figure = figuresOf(sentence).at(-1);
  const label = cells[0]!.span;
  if (!figure || figure.value === undefined) return undefined;
  const lead = /^[-－—+]/.test(cell.text) ? 1 : 0;
  const digits = /[\d,.]+/.exec(cell.text)![0].length;
  const start = cell.span.start + lead;
  return {
    ...figure,
    text: cell.text,
    span: cell.span,
    numberSpan: { start, end: start + digits },
    clause: { start: label.start, end: cells.at(-1)!.span.end },
    indicatorSpan: figure.indicator === '' ? undefined : label,
  };
}
