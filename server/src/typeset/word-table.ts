import { AlignmentType, Document, PageOrientation, Paragraph, TextRun } from 'docx';
import { sound } from '../word/xml-text.ts';
import { makeTable } from './make-table.ts';
import { pack } from './pack.ts';
import { millimetres, points } from './units.ts';
import { fontOf } from './word-styles.ts';

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
  const table = makeTable([columns.map(({ name }) => name), ...rows], {
    widths,
    head: FONTS.head,
    cell: FONTS.cell,
    latin: '',
    size: 12,
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
            children: [new TextRun({ text: sound(title), size: 44, font: fontOf(FONTS.title, '') })],
          }),
          table,
        ],
      },
    ],
  });
  return pack(document, Object.values(FONTS), FALLBACKS);
}
