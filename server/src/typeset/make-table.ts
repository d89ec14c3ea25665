import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { sound } from '../word/xml-text.ts';
import { fontOf } from './word-styles.ts';

export interface TableLook {
  /** Of the columns, in twentieths of a point. */
  readonly widths: readonly number[];
  /** Fonts of the first row and of the others. */
  readonly head: string;
  readonly cell: string;
  /** For digits and letters; empty where they are in those. */
  readonly latin: string;
  /** Points. */
  readonly size: number;
}

/** A table whose first row is its head and stands on every page; a line feed in a cell opens a paragraph. */
export function makeTable(rows: readonly (readonly string[])[], look: TableLook): Table {
  const { widths } = look;
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (texts, i) =>
        new TableRow({
          ...(i === 0 ? { tableHeader: true, cantSplit: true } : {}),
          children: widths.map((width, j) => cell(texts[j] ?? '', width, i === 0, look)),
        }),
    ),
  });
}

function cell(text: string, width: number, head: boolean, look: TableLook): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: head ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: 240, lineRule: 'auto' },
          children: [
            new TextRun({
              text: sound(line),
              size: look.size * 2,
              font: fontOf(head ? look.head : look.cell, look.latin),
            }),
          ],
        }),
    ),
  });
}
