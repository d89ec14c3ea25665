import { Document, type IParagraphStyleOptions, Paragraph, Tab, type Table, TextRun } from 'docx';
import { sound } from '../word/xml-text.ts';
import { makeTable, type TableLook } from './make-table.ts';
import { pack } from './pack.ts';
import { footerDistance, footersOf } from './page-number.ts';
import type { PlannedParagraph, PlannedRun } from './plan.ts';
import { type Profile, STYLE_NAMES, type StyleName } from './profile.ts';
import { millimetres, points } from './units.ts';
import { fontOf, linePitchOf, runStyle, styleId, wordStyle } from './word-styles.ts';

/** A Word file of the paragraphs, laid out as the profile says. `title` is what the file's properties call it. */
export function wordDocument(
  paragraphs: readonly PlannedParagraph[],
  profile: Profile,
  title: string,
): Promise<Uint8Array> {
  const { page, linePitch, styles, latin } = profile;
  const { body } = styles;
  const document = new Document({
    creator: '核稿 hegao',
    lastModifiedBy: '核稿 hegao',
    title: sound(title),
    evenAndOddHeaderAndFooters: profile.pageNumber.place === 'outer',
    compatibility: { version: 15, balanceSingleByteDoubleByteWidth: true, useFELayout: true },
    styles: {
      default: {
        document: {
          run: {
            font: fontOf(body.font, latin),
            size: body.size * 2,
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { line: points(linePitch), lineRule: 'exact' } },
        },
        title: wordStyle('title', profile),
        heading1: wordStyle('heading1', profile),
        heading2: wordStyle('heading2', profile),
        heading3: wordStyle('heading3', profile),
        heading4: wordStyle('heading4', profile),
      },
      paragraphStyles: OWN_STYLES.map(
        (name): IParagraphStyleOptions => ({ id: styleId(name), ...wordStyle(name, profile) }),
      ),
      characterStyles: STYLE_NAMES.filter((name) => name.startsWith('heading')).map((name) => ({
        id: characterStyleId(name),
        name: `讲话标题${name.slice(-1)}`,
        run: runStyle(styles[name], profile),
      })),
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: millimetres(page.width), height: millimetres(page.height) },
            margin: {
              top: millimetres(page.top),
              bottom: millimetres(page.bottom),
              left: millimetres(page.left),
              right: millimetres(page.right),
              header: millimetres(Math.min(15, page.top / 2)),
              footer: footerDistance(profile),
              gutter: 0,
            },
          },
          // Of lines alone: in a grid of characters narrower than the type LibreOffice gives each two cells.
          grid: { type: 'lines', linePitch: points(linePitch), charSpace: charSpace(profile) },
        },
        ...footersOf(profile),
        children: wordBlocks(paragraphs, profile),
      },
    ],
  });
  const fonts = [...STYLE_NAMES.map((name) => styles[name].font), profile.pageNumber.font];
  return pack(document, latin === '' ? fonts : [...fonts, latin], profile.fallbacks);
}

const OWN_STYLES = ['subtitle', 'byline', 'salutation', 'body', 'signature'] as const;

/** ECMA-376 part 1, 17.6.5: what a cell of the grid has over the size of the text, in 4096ths of a point. */
function charSpace({ page, characters, styles }: Profile): number {
  const width = ((page.width - page.left - page.right) / 25.4) * 72;
  return Math.floor((width / characters - styles.body.size) * 4096);
}

/** Paragraphs, and tables of two rows and more that have as many cells in each. */
function wordBlocks(
  paragraphs: readonly PlannedParagraph[],
  profile: Profile,
): readonly (Paragraph | Table)[] {
  const blocks: (Paragraph | Table)[] = [];
  for (let at = 0; at < paragraphs.length; ) {
    const width = paragraphs[at]!.cells?.length;
    let end = at + 1;
    while (width !== undefined && paragraphs[end]?.cells?.length === width) end++;
    if (end - at > 1) {
      const rows = paragraphs.slice(at, end).map(({ cells }) => cells ?? []);
      blocks.push(makeTable(rows, tableLook(width!, profile)));
    } else blocks.push(wordParagraph(paragraphs[at]!, paragraphs[end], profile));
    at = end;
  }
  return blocks;
}

function tableLook(columns: number, { page, styles, latin }: Profile): TableLook {
  const width = millimetres(page.width - page.left - page.right);
  return {
    widths: Array.from({ length: columns }, () => Math.floor(width / columns)),
    head: styles.heading1.font,
    cell: styles.body.font,
    latin,
    size: styles.body.size * 0.75,
  };
}

function wordParagraph(
  { style, runs, newPage }: PlannedParagraph,
  next: PlannedParagraph | undefined,
  profile: Profile,
): Paragraph {
  const type = profile.styles[style];
  const spacing = {
    line: linePitchOf(type, profile),
    lineRule: 'exact',
    before: points(type.before * profile.linePitch),
    after: 0,
  } as const;
  return new Paragraph({
    style: styleId(style),
    // A page has the lines that it has room for.
    widowControl: false,
    ...(newPage ? { pageBreakBefore: true } : {}),
    // Title and subtitle are one block, though of two styles.
    ...(style === 'title' && next?.style === 'subtitle' ? { spacing } : {}),
    children: runs.map((run) => wordRun(run, style, profile)),
  });
}

function wordRun({ text, style, residue }: PlannedRun, around: StyleName, profile: Profile): TextRun {
  const { font } = profile.styles[style ?? around];
  const [first = '', ...others] = sound(text).split('\t');
  return new TextRun({
    ...(style ? { style: characterStyleId(style) } : {}),
    ...(residue ? { highlight: 'yellow' } : {}),
    font: fontOf(font, profile.latin),
    children: [first, ...others.flatMap((piece) => [new Tab(), piece])],
  });
}

function characterStyleId(name: StyleName): string {
  return `${styleId(name)}Run`;
}
