import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import { planDocument } from '../../server/src/typeset/plan.ts';
import type { Profile } from '../../server/src/typeset/profile.ts';
import { builtInProfile, profileFrom } from '../../server/src/typeset/profiles.ts';
import { wordDocument, wordTable } from '../../server/src/typeset/writer.ts';
import { all, type Element, one, paragraphTexts, readPart, styleOf, textOf } from '../support/docx-parts.ts';
import { WORD_SPEECH } from '../support/word-speech.ts';

function write(text: string, profile: Profile): Promise<Uint8Array> {
  const draft = readDraft(text);
  return wordDocument(planDocument(draft, { dropResidue: false }), profile, draft.speeches[0]!.title);
}

/** The named attributes of the first element of a name. */
function attributes(
  within: Element,
  name: string,
  ...wanted: readonly string[]
): readonly (string | undefined)[] {
  const found = one(within, name).attributes;
  return wanted.map((key) => found[`w:${key}`]);
}

/** Millimetres of twentieths of a point, to the tenth. */
const mm = (length: string | undefined): number => Math.round((Number(length) / 1440) * 254) / 10;

describe('a Word file by gb9704, read back', () => {
  let bytes: Uint8Array;
  let document: Element;
  before(async () => {
    bytes = await write(WORD_SPEECH, builtInProfile('gb9704'));
    document = readPart(bytes, 'word/document.xml');
  });

  it('is A4 with a type area of 156 by 225 mm', () => {
    assert.deepEqual(attributes(document, 'w:pgSz', 'w', 'h').map(mm), [210, 297]);
    assert.deepEqual(
      attributes(document, 'w:pgMar', 'top', 'bottom', 'left', 'right').map(mm),
      [37, 35, 28, 26],
    );
  });

  it('has a grid of 22 lines, and 28 characters in a line', () => {
    const [pitch, type] = attributes(document, 'w:docGrid', 'linePitch', 'type');
    assert.deepEqual([pitch, type], ['579', 'lines']);
    const [size] = attributes(styleOf(bytes, 'SpeechBody'), 'w:sz', 'val');
    const [space] = attributes(one(styleOf(bytes, 'SpeechBody'), 'w:rPr'), 'w:spacing', 'val');
    const width = Number(size) * 10 + Number(space);
    assert.ok(28 * width <= (156 / 25.4) * 1440 && 29 * width > (156 / 25.4) * 1440, String(width));
  });

  for (const [id, font, size, bold, align, indent] of [
    ['Title', '方正小标宋简体', 44, false, 'center', undefined],
    ['Subtitle', '楷体_GB2312', 32, false, 'center', undefined],
    ['SpeechByline', '楷体_GB2312', 32, false, 'center', undefined],
    ['SpeechSalutation', '仿宋_GB2312', 32, false, 'left', undefined],
    ['Heading1', '黑体', 32, false, 'both', '200'],
    ['Heading2', '楷体_GB2312', 32, false, 'both', '200'],
    ['Heading3', '仿宋_GB2312', 32, true, 'both', '200'],
    ['Heading4', '仿宋_GB2312', 32, false, 'both', '200'],
    ['SpeechBody', '仿宋_GB2312', 32, false, 'both', '200'],
    ['SpeechSignature', '仿宋_GB2312', 32, false, 'right', undefined],
  ] as const) {
    it(`${id}: ${font}, ${size / 2} points, lines of 28.95 points`, () => {
      const style = styleOf(bytes, id);
      const [paragraph, run] = [one(style, 'w:pPr'), one(style, 'w:rPr')];
      assert.deepEqual(attributes(run, 'w:rFonts', 'eastAsia', 'ascii', 'hint'), [font, font, 'eastAsia']);
      assert.deepEqual(attributes(run, 'w:sz', 'val'), [String(size)]);
      assert.equal(attributes(run, 'w:b', 'val')[0] !== 'false', bold);
      assert.deepEqual(attributes(paragraph, 'w:jc', 'val'), [align]);
      assert.deepEqual(attributes(paragraph, 'w:spacing', 'line', 'lineRule'), ['579', 'exact']);
      const firstLine = all(paragraph, 'w:ind')[0]?.attributes['w:firstLineChars'];
      assert.equal(firstLine, indent);
    });
  }

  it('gives each paragraph its style, and a run-in heading its font to the end of its sentence', () => {
    const shown = all(document, 'w:p').map((paragraph) => [
      attributes(paragraph, 'w:pStyle', 'val')[0],
      ...all(paragraph, 'w:r').map((run) =>
        [
          attributes(run, 'w:rFonts', 'eastAsia')[0],
          all(run, 'w:rStyle')[0]?.attributes['w:val'],
          textOf(run).slice(0, 6),
        ].join(' '),
      ),
    ]);
    assert.deepEqual(shown.slice(0, 2), [
      ['Title', '方正小标宋简体  在全县民宿发'],
      ['Subtitle', '楷体_GB2312  ——稳扎稳打'],
    ]);
    assert.deepEqual(shown.slice(9, 11), [
      ['SpeechBody', '楷体_GB2312 Heading2Run （一）善谋划', '仿宋_GB2312  规划是先手棋'],
      ['Heading2', '楷体_GB2312  （二）善经营'],
    ]);
    const run = styleOf(bytes, 'Heading3Run');
    assert.notEqual(attributes(run, 'w:b', 'val')[0], 'false');
  });

  it('holds the text of the draft, paragraph by paragraph', () => {
    const draft = readDraft(WORD_SPEECH);
    assert.deepEqual(
      paragraphTexts(bytes),
      draft.speeches.flatMap((speech) => speech.paragraphs.map(({ text }) => text)),
    );
  });

  it('numbers odd pages on the right, even pages on the left, in 14 points with dashes', () => {
    assert.equal(all(readPart(bytes, 'word/settings.xml'), 'w:evenAndOddHeaders').length, 1);
    const relations = all(readPart(bytes, 'word/_rels/document.xml.rels'), 'Relationship');
    const shown = all(document, 'w:footerReference').map(({ attributes: { 'w:type': type, 'r:id': id } }) => {
      const target = relations.find(({ attributes }) => attributes.Id === id)!.attributes.Target!;
      const footer = readPart(bytes, `word/${target}`);
      return [
        type,
        ...attributes(footer, 'w:jc', 'val'),
        ...attributes(footer, 'w:sz', 'val'),
        ...attributes(footer, 'w:rFonts', 'eastAsia', 'ascii'),
        one(footer, 'w:instrText').children.join('').trim(),
        textOf(footer),
      ];
    });
    assert.deepEqual(shown.sort(), [
      ['default', 'right', '28', '宋体', '宋体', 'PAGE', '—  —'],
      ['even', 'left', '28', '宋体', '宋体', 'PAGE', '—  —'],
    ]);
    // The number's line is 16.1 points high and begins 7 mm below the type area.
    const [footer] = attributes(document, 'w:pgMar', 'footer');
    assert.equal(mm(footer), mm(String(((35 - 7) / 25.4) * 1440 - 322)));
  });

  it('names for each font those that may stand in for it', () => {
    const fonts = all(readPart(bytes, 'word/fontTable.xml'), 'w:font').map((font) => [
      font.attributes['w:name'],
      all(font, 'w:altName')[0]?.attributes['w:val']?.split(',')[0],
    ]);
    assert.deepEqual(fonts.sort(), [
      ['仿宋_GB2312', '仿宋'],
      ['宋体', 'SimSun'],
      ['方正小标宋简体', '方正小标宋_GBK'],
      ['楷体_GB2312', '楷体'],
      ['黑体', 'SimHei'],
    ]);
  });
});

describe('other Word files', () => {
  it('reading: bold 18 points, lines of 35 points, paragraphs whole, one number in the middle', async () => {
    const bytes = await write(WORD_SPEECH, builtInProfile('reading'));
    const style = styleOf(bytes, 'SpeechBody');
    assert.deepEqual(attributes(style, 'w:sz', 'val'), ['36']);
    assert.notEqual(attributes(style, 'w:b', 'val')[0], 'false');
    assert.deepEqual(attributes(one(style, 'w:pPr'), 'w:spacing', 'line'), ['700']);
    assert.notEqual(one(style, 'w:keepLines').attributes['w:val'], 'false');
    const document = readPart(bytes, 'word/document.xml');
    assert.equal(all(document, 'w:footerReference').length, 1);
  });

  it('does not squeeze characters into each other for the sake of a number', async () => {
    const bytes = await write(WORD_SPEECH, profileFrom({ styles: { body: { size: 22 } } }));
    assert.deepEqual(all(one(styleOf(bytes, 'SpeechBody'), 'w:rPr'), 'w:spacing'), []);
  });

  it('sets digits and letters in the Latin font that a profile names', async () => {
    const bytes = await write(WORD_SPEECH, profileFrom({ latin: 'Times New Roman' }));
    const run = one(styleOf(bytes, 'SpeechBody'), 'w:rPr');
    assert.deepEqual(attributes(run, 'w:rFonts', 'eastAsia', 'ascii'), ['仿宋_GB2312', 'Times New Roman']);
  });

  it('opens a page for each speech and marks residue', async () => {
    const text =
      '在甲会上的讲话\n同志们：\n今天的会议只有一个议题，就是防汛。\n— 3 —\n\n在乙会上的讲话\n同志们：\n今天的会议只有一个议题，就是防火。\n';
    const document = readPart(await write(text, builtInProfile('gb9704')), 'word/document.xml');
    const has = (name: string): readonly string[] =>
      all(document, 'w:p')
        .filter((paragraph) => all(paragraph, name).length > 0)
        .map(textOf);
    assert.deepEqual(has('w:pageBreakBefore'), ['在乙会上的讲话']);
    assert.deepEqual(has('w:highlight'), ['— 3 —']);
  });

  it('holds what XML has no place for as a sign, and the signs of XML and tabs as they are', async () => {
    const bytes = await write(
      '在甲会上的讲话\n同志们：\n<甲>\t&“乙”\u0001\ud800。\n',
      builtInProfile('gb9704'),
    );
    assert.equal(paragraphTexts(bytes)[2], '<甲>\t&“乙”\ufffd\ufffd。');
  });

  it('makes a Word table of a Markdown table, and of nothing else', async () => {
    const text =
      '# 在甲会上的讲话\n\n同志们：\n\n情况见下表。\n\n| 乡镇 | 户数 |\n| --- | --- |\n| 观湖镇 | 12 |\n| 松岭乡 |  |\n\n请看表。\n';
    const draft = readDraft(text, 'markdown');
    const plan = planDocument(draft, { dropResidue: false });
    const bytes = await wordDocument(plan, builtInProfile('gb9704'), '');
    const document = readPart(bytes, 'word/document.xml');
    assert.deepEqual(
      all(document, 'w:tr').map((row) => all(row, 'w:tc').map(textOf)),
      [
        ['乡镇', '户数'],
        ['观湖镇', '12'],
        ['松岭乡', ''],
      ],
    );
    assert.deepEqual(paragraphTexts(bytes).slice(-1), ['请看表。']);
    const plain = await write(
      '在甲会上的讲话\n同志们：\n| 甲 | 乙 |\n| 丙 | 丁 |\n',
      builtInProfile('gb9704'),
    );
    assert.deepEqual(paragraphTexts(plain).slice(2), ['| 甲 | 乙 |', '| 丙 | 丁 |']);
  });

  it('holds a table: its head on every page, a paragraph for each line of a cell', async () => {
    const columns = [
      { name: '序号', share: 1 },
      { name: '问题', share: 4 },
    ];
    const bytes = await wordTable('核稿意见表', columns, [['1', '前后不一\n请核'], ['2']]);
    const document = readPart(bytes, 'word/document.xml');
    assert.deepEqual(
      all(document, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => all(cell, 'w:p').map(textOf))),
      [
        [['序号'], ['问题']],
        [['1'], ['前后不一', '请核']],
        [['2'], ['']],
      ],
    );
    assert.equal(all(document, 'w:tblHeader').length, 1);
    assert.deepEqual(attributes(document, 'w:pgSz', 'w', 'h', 'orient').slice(0, 2).map(mm), [297, 210]);
  });
});
