import path from 'node:path';
import { BOM, csvRecord } from '../../files/csv.ts';
import { markdownTable } from '../../files/markdown-table.ts';
import { wordOpinions } from '../../typeset/opinion-table.ts';

/** A 核稿意见表: a row holds a cell for each column. */
export interface OpinionTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export type TableFormat = 'csv' | 'markdown' | 'docx';

const BY_ENDING: Readonly<Record<string, TableFormat>> = {
  '.csv': 'csv',
  '.md': 'markdown',
  '.docx': 'docx',
};
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
  return wordOpinions(title, columns, rows);
}
