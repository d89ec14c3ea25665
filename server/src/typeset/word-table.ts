import {
  AlignmentType,
  Document,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { pack } from './pack.ts';
import { millimetres, points } from './units.ts';
import { sound } from './xml-text.ts';

/** A column of a table: its heading, and its width as a share of the columns' sum. */
export interface TableColumn {
  readonly name: string;
  readonly share: number;
}

const FONTS = { title: '方正小标宋简体', head: '黑体', cell: '仿宋_GB2312' } as const;
const FALLBACKS = {
  方正小标宋简体: ['方正小标宋_GBK', '华文中宋', '宋体'],
  仿宋_GB2312: ['仿宋', '华文仿宋'],
} as const;
/** A4, lying; millimetres. */
const PAGE = { width: 210, height: 297, margin: 20 } as const;

/**
 * A Word file with a title and one table on A4 paper, lying, whose head is repeated on every page. A row holds a text
 * for each column; a line feed in a text opens a paragraph.
 */
export function wordTable(
  title: string,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const whole = millimetres(PAGE.height - 2 * PAGE.margin);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((whole * share) / shares));
  const margin = millimetres(PAGE.margin);
  const row = (texts: readonly string[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: head,
      children: widths.map((width, i) => cell(texts[i] ?? '', width, head)),
    });
  const table = new Table({
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        columns.map(({ name }) => name),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  });
  const document = new Document({
    creator: '核稿 hegao',
    lastModifiedBy: '核稿 hegao',
    title: sound(title),
    sections: [
      {
        properties: {
          page: {
            size: {
              width: millimetres(PAGE.width),
              height: millimetres(PAGE.height),
              orientation: PageOrientation.LANDSCAPE,
            },
            margin: { top: margin, right: margin, bottom: margin, left: margin },
          },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: points(11) },
            children: [run(title, FONTS.title, 22)],
          }),
          table,
        ],
      },
    ],
  });
  return pack(document, Object.values(FONTS), FALLBACKS);
}

function cell(text: string, width: number, head: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: head ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [run(line, head ? FONTS.head : FONTS.cell, 12)],
        }),
    ),
  });
}

function run(text: string, font: string, size: number): TextRun {
  return new TextRun({
    text: sound(text),
    size: size * 2,
    font: { ascii: font, hAnsi: font, eastAsia: font, hint: 'eastAsia' },
  });
}
