import {
  field,
  item,
  level,
  numbering,
  paragraph as p,
  run as r,
  table,
  textBox,
  type WordParts,
  wordFile,
} from './word-file.ts';

/** A Word file, what its reader sees, and where LibreOffice's text export shows something else, a file of what it is to show. */
export interface WordCase {
  readonly name: string;
  readonly file: Uint8Array;
  readonly text: string;
  readonly twin?: Uint8Array;
}

const BY = 'w:author="李科长" w:date="2026-01-05T08:00:00Z"';
const inserted = (runs: string): string => `<w:ins w:id="1" ${BY}>${runs}</w:ins>`;
const deleted = (text: string): string =>
  `<w:del w:id="2" ${BY}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const endDeleted = `<w:rPr><w:del w:id="3" ${BY}/></w:rPr>`;

const HAN = level(0, 'chineseCountingThousand', '%1、') + level(1, 'chineseCounting', '（%2）');
const LEVELS = `${HAN}${level(2, 'decimal', '%3.')}${level(3, 'decimalEnclosedCircleChinese', '%4')}`;
const TWO_LISTS = numbering(
  [LEVELS],
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>' +
    `<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1.', '', 4)}</w:lvlOverride></w:num>`,
);
const STYLES = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="h1b"><w:name w:val="own"/><w:basedOn w:val="h1"/></w:style>',
  '<w:style w:type="character" w:styleId="hid"><w:name w:val="hid"/><w:rPr><w:vanish/></w:rPr></w:style>',
  '<w:style w:type="numbering" w:styleId="ns"><w:name w:val="ns"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
].join('');
const styled = (style: string, text: string, more = ''): string =>
  p(text, `<w:pStyle w:val="${style}"/>${more}`);
const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

function wordCase(
  name: string,
  body: string,
  text: string,
  { parts = {}, twin }: { readonly parts?: WordParts; readonly twin?: string } = {},
): WordCase {
  const file = wordFile(body, parts);
  return { name, file, text, ...(twin === undefined ? {} : { twin: wordFile(twin, parts) }) };
}

const NOTE = (id: number, text: string): string =>
  `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:footnote>`;
const SEPARATOR = `<w:footnote w:type="separator" w:id="0">${p('<w:r><w:separator/></w:r>')}</w:footnote>`;

/** What a reader of Word files has to get right, a file each. */
export const WORD_CASES: readonly WordCase[] = [
  wordCase(
    'runs, empty paragraphs, entities',
    p(r('在全县') + r('水利') + r('工作会议上的讲话')) + p() + p(r('甲&amp;乙 &lt;1米 &#x4e59;&#20108;')),
    lines('在全县水利工作会议上的讲话', '', '甲&乙 <1米 乙二'),
  ),
  wordCase(
    'spaces that do and do not count',
    p('<w:r><w:t> 　渠道 </w:t></w:r><w:r><w:t xml:space="preserve"> 清淤</w:t></w:r>'),
    lines('　渠道 清淤'),
  ),
  wordCase(
    'tabs, breaks, hyphens, symbols',
    p(`${r('左')}<w:r><w:tab/><w:t>右</w:t><w:br/><w:t>下</w:t><w:cr/><w:t>再下</w:t></w:r>`) +
      p(
        '<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/><w:t>C</w:t><w:sym w:font="宋体" w:char="2605"/></w:r>',
      ) +
      p(`${r('前页')}<w:r><w:br w:type="page"/></w:r>${r('后页')}`),
    lines('左\t右', '下', '再下', 'A‑BC★', '前页', '后页'),
  ),
  wordCase(
    'insertions and deletions in a sentence',
    p(r('今年完成') + deleted('投资8亿元') + inserted(r('投资9亿元')) + r('。')),
    lines('今年完成投资9亿元。'),
    { twin: p('今年完成投资9亿元。') },
  ),
  wordCase(
    'moved text, nested and whole paragraphs deleted',
    p(
      `<w:moveFrom w:id="5" ${BY}><w:r><w:t>先修渠，</w:t></w:r></w:moveFrom>${r('后修路，')}<w:moveTo w:id="6" ${BY}>${r('先修渠。')}</w:moveTo>`,
    ) +
      p(inserted(r('加') + deleted('减') + r('固'))) +
      p(deleted('整段删去。'), endDeleted) +
      p('留下的一段。'),
    lines('后修路，先修渠。', '加固', '留下的一段。'),
    { twin: p('后修路，先修渠。') + p('加固') + p('留下的一段。') },
  ),
  wordCase(
    'a paragraph whose end was deleted goes on in the next',
    p('第一句。', endDeleted) + p('第二句。') + p('另起一段。'),
    lines('第一句。第二句。', '另起一段。'),
    { twin: p('第一句。第二句。') + p('另起一段。') },
  ),
  wordCase(
    'rows and cells deleted and inserted',
    table(['项目', '投资'], ['水库', '3亿元']).replace(
      '<w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">水库',
      `<w:tr><w:trPr><w:del w:id="8" ${BY}/></w:trPr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">水库`,
    ) + p('表后。'),
    lines('项目', '投资', '表后。'),
    { twin: table(['项目', '投资']) + p('表后。') },
  ),
  wordCase(
    'lists of Chinese levels, each starting anew below a higher one',
    item('水库', 1) +
      item('除险', 1, 1) +
      item('责任', 1, 2) +
      item('时限', 1, 2) +
      item('县级', 1, 3) +
      item('加固', 1, 1) +
      item('渠道', 1) +
      item('清淤', 1, 1),
    lines('一、水库', '（一）除险', '1.责任', '2.时限', '①县级', '（二）加固', '二、渠道', '（一）清淤'),
    { parts: { numbering: numbering([LEVELS]) } },
  ),
  wordCase(
    'lists that share a definition count on; one starts anew, one has a level of its own',
    item('甲', 1) +
      p('不编号的一段。') +
      item('乙', 2) +
      item('丙', 3) +
      item('丁', 3) +
      item('戊', 0) +
      item('己', 4),
    lines('一、甲', '不编号的一段。', '二、乙', '一、丙', '二、丁', '戊', 'III.己'),
    { parts: { numbering: TWO_LISTS } },
  ),
  wordCase(
    'numbers of styles, inherited, and taken off',
    styled('h1', '总体要求') +
      styled('h2', '目标') +
      styled('h1b', '重点任务') +
      styled('h2', '机制') +
      styled('h1', '结束语', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
    lines('一、总体要求', '（一）目标', '二、重点任务', '（一）机制', '结束语'),
    { parts: { styles: STYLES, numbering: numbering([HAN]) } },
  ),
  wordCase(
    'a list that is defined by a numbering style',
    item('水', 2) + item('电', 2),
    lines('一、水', '二、电'),
    {
      parts: {
        styles: STYLES,
        numbering: numbering([`<w:styleLink w:val="ns"/>${HAN}`, '<w:numStyleLink w:val="ns"/>']),
      },
    },
  ),
  wordCase(
    'text before and after numbers, several numbers in one, bullets',
    item('总则', 1) +
      item('范围', 1, 1) +
      item('其他', 1, 1) +
      item('要点', 2) +
      item('第三', 3) +
      item('第四', 3),
    lines('第一章 总则', '一.1 范围', '一.2 其他', '• 要点', '三是第三', '四是第四'),
    {
      parts: {
        numbering: numbering([
          level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2'),
          level(0, 'bullet', '•', '<w:suff w:val="space"/>'),
          level(0, 'japaneseCounting', '%1是', '<w:suff w:val="nothing"/>', 3),
        ]),
      },
    },
  ),
  wordCase(
    'formats of numbers',
    [1, 2, 3, 4, 5, 6, 7].flatMap((list) => [item('甲', list), item('乙', list)]).join(''),
    lines(
      ...['①甲', '②乙', 'A.甲', 'B.乙', 'iv)甲', 'v)乙', '甲、甲', '乙、乙', '壹、甲', '贰、乙'],
      ...['09 甲', '10 乙', '子.甲', '丑.乙'],
    ),
    {
      parts: {
        numbering: numbering([
          level(0, 'decimalEnclosedCircle', '%1'),
          level(0, 'upperLetter', '%1.'),
          level(0, 'lowerRoman', '%1)', '', 4),
          level(0, 'ideographTraditional', '%1、'),
          level(0, 'chineseLegalSimplified', '%1、'),
          level(0, 'decimalZero', '%1', '', 9),
          level(0, 'ideographZodiac', '%1.'),
        ]),
      },
    },
  ),
  wordCase(
    'a table, one inside another, cells of several paragraphs',
    p('表一') +
      table(
        ['指标', '数值'],
        ['粮食产量', p('12万吨') + p('增长3%')],
        [table(['内一', '内二']) + p('内后'), ''],
      ) +
      p('表后。'),
    lines('表一', '指标', '数值', '粮食产量', '12万吨', '增长3%', '内一', '内二', '内后', '', '表后。'),
  ),
  wordCase(
    'footnotes and endnotes behind the text',
    p(`${r('粮食产量12万吨')}<w:r><w:footnoteReference w:id="3"/></w:r>${r('，居全市前列。')}`) +
      p(`${r('棉花')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('略减。')}`),
    lines('粮食产量12万吨，居全市前列。', '棉花略减。', '注1：含豆类。', '注2：籽棉。'),
    {
      parts: { footnotes: `${SEPARATOR}${NOTE(2, '籽棉。')}${NOTE(3, '含豆类。')}` },
      twin: p('粮食产量12万吨，居全市前列。') + p('棉花略减。') + p('注1：含豆类。') + p('注2：籽棉。'),
    },
  ),
  wordCase(
    'a text box once, behind its paragraph',
    p(r('框前') + textBox(p('框内一') + p('框内二')) + r('框后')) + p('下一段'),
    lines('框前框后', '框内一', '框内二', '下一段'),
    { twin: p('框前框后') + p('框内一') + p('框内二') + p('下一段') },
  ),
  wordCase(
    'fields: results alone, simple, nested, over two paragraphs',
    p(
      r('见') +
        field('REF x', r('第二部分')) +
        r('，共') +
        `<w:fldSimple w:instr=" NUMPAGES ">${r('9')}</w:fldSimple>`,
    ) +
      p(field(`IF ${field('REF a', r('条件'))} = "1"`, r('结果')) + r('。')) +
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          r('目录一'),
      ) +
      p(`${r('目录二')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('目录后')}`),
    lines('见第二部分，共9', '结果。', '目录一', '目录二目录后'),
    { twin: p('见第二部分，共9') + p('结果。') + p('目录一') + p('目录二目录后') },
  ),
  wordCase(
    'a field that lost its end does not swallow the rest',
    p(`${r('前')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF y</w:instrText></w:r>`) +
      p('后。'),
    lines('前', '后。'),
    { twin: p('前') + p('后。') },
  ),
  wordCase(
    'links, smart tags, content controls, bookmarks',
    `${p(
      `<w:bookmarkStart w:id="0" w:name="b"/><w:hyperlink w:anchor="b">${r('链接')}</w:hyperlink><w:bookmarkEnd w:id="0"/><w:smartTag w:uri="u" w:element="e">${r('标记')}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="控件"/></w:sdtPr><w:sdtContent>${r('控件')}</w:sdtContent></w:sdt>`,
    )}<w:sdt><w:sdtPr/><w:sdtContent>${p('整段控件')}</w:sdtContent></w:sdt>`,
    lines('链接标记控件', '整段控件'),
  ),
  wordCase(
    'ruby',
    p(
      `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>${r('suī')}</w:rt><w:rubyBase>${r('睢')}</w:rubyBase></w:ruby></w:r>${r('县')}`,
    ),
    lines('睢县'),
  ),
  wordCase(
    'hidden text, by itself and by style',
    p(
      r('明') +
        r('暗', '<w:vanish/>') +
        r('处', '<w:vanish w:val="0"/>') +
        r('藏', '<w:rStyle w:val="hid"/>'),
    ) +
      p(r('全藏', '<w:vanish/>'), '<w:rPr><w:vanish/></w:rPr>') +
      p('后。'),
    lines('明处', '后。'),
    { parts: { styles: STYLES }, twin: p('明处') + p('后。') },
  ),
  wordCase(
    'comments and page headers apart',
    `${p(
      `<w:commentRangeStart w:id="1"/>${r('产量12万吨')}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>${r('。')}`,
    )}<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>`,
    lines('产量12万吨。'),
    {
      parts: {
        comments: `<w:comment w:id="1" w:author="王处">${p('此数待核')}</w:comment>`,
        header: p('页眉：内部资料'),
      },
    },
  ),
  wordCase(
    'alternatives that nobody understands fall back; changes of properties are no text',
    p(
      `<w:r><mc:AlternateContent><mc:Choice Requires="zz"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>${r('式')}`,
      `<w:pPrChange w:id="7" ${BY}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>`,
    ),
    lines('旧式'),
    { parts: { numbering: numbering([HAN]) }, twin: p('旧式') },
  ),
];
