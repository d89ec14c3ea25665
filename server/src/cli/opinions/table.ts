import path from 'node:path';
import { loadWordWriter } from '../../typeset/load-writer.ts';
import { BOM, csvRecord } from '../csv.ts';
import { markdownTable } from '../formats/markdown-table.ts';

/** A 核稿意见表: a row holds a cell for each column. */
export interface OpinionTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type TableFormat = 'csv' | 'markdown' | 'docx';

const BY_ENDING: Readonly<Record<string, TableFormat>> = { '.csv': 'csv', '.md': 'markdown', '.docx': 'docx' };
/** How wide the columns are in Word; 1 where nothing is said. */
const SHARES: Readonly<Record<string, number>> = { 位置: 2, 原文: 3, 问题: 3, 建议: 3, 提出人: 1.2, 采纳情况: 1.4, 序号: 0.7 };

/** The format that a file's name asks for; undefined for any other name. */
export function tableFormat(file: string): TableFormat | undefined {
  return BY_ENDING[path.extname(file).toLowerCase()];
}

/** A table as the content of a file, or why it cannot be made, in Chinese. */
export async function writeTable(
  { title, columns, rows }: OpinionTable,
  format: TableFormat,
): Promise<{ readonly content: string | Uint8Array } | { readonly failure: string }> {
  if (format === 'csv') return { content: BOM + [columns, ...rows].map(csvRecord).join('') };
  if (format === 'markdown') return { content: `# ${title}\n\n${markdownTable(columns, rows)}` };
  const loaded = loadWordWriter();
  if ('missing' in loaded) return { failure: loaded.missing };
  const named = columns.map((name) => ({ name, share: SHARES[name] ?? 1 }));
  return { content: await loaded.writer.wordTable(title, named, rows) };
}
