import type { Trial } from './types.ts';

/** A number from 0 up to, but not at, `below`. */
export type Below = (below: number) => number;

const MARKERS = [
  '一、',
  '二、',
  '三、',
  '十一、',
  '（一）',
  '（二）',
  '(三)',
  '1.',
  '2．',
  '3、',
  '（1）',
  '①',
  '②',
  '第一章',
  '# ',
  '## 二、',
];
const SERIES = [
  '一是',
  '二是',
  '三是',
  '四要',
  '第一，',
  '第二，',
  '首先，',
  '其次，',
  '一方面，',
  '——',
  '农业方面：',
  '第一篇：',
];
const MASKS = [
  'xx',
  'XX',
  'x.x',
  '××',
  '某',
  '某某',
  'xx.x%',
  '××县',
  'XX公司',
  '第x次',
  'XX年XX月XX日',
  '____',
  '（此处补充）',
  '【待补】',
  '□',
  '○○',
  '…',
  '***',
];
const FIGURES = [
  '增长8.5%',
  '下降0.3个百分点',
  '5亿元',
  '12.5万吨',
  '１２３',
  '三分之一',
  '百分之五',
  '1,000',
  '3-5',
  '第3位',
  '翻一番',
  '约20',
  '占比15%',
  '五六个',
  '4×4',
  '1.2.3',
  '-5%',
  '零',
  '〇',
];
const DATES = [
  '2025年',
  '今年',
  '去年',
  '2月30日',
  '2025年13月',
  '1—6月',
  '上半年',
  '“十四五”',
  '“十五五”开局之年',
  '二十届三中全会',
  '二〇二五年',
  '（2025年3月1日）',
  '今天',
  '明年底',
];
const QUOTES = [
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '《',
  '》',
  '（',
  '）',
  '(',
  ')',
  '【',
  '】',
  '「',
  '」',
  '〔',
  '〕',
  '<',
  '>',
];
const MARKS = [
  '，',
  '。',
  '、',
  '；',
  '：',
  '！',
  '？',
  '……',
  '——',
  ',',
  '.',
  ';',
  ':',
  '。。',
  '，，',
  '·',
  '～',
  '%',
  '％',
  '/',
  '|',
  '`',
  '*',
  '_',
  '~',
  '&',
  '\\',
];
const WORDS = [
  '同志们：',
  '同志们！',
  '谢谢大家',
  '在全县春耕工作会议上的讲话',
  '（讲话稿）',
  '来源：',
  '第1页',
  '- 3 -',
  '下载',
  '首页>正文',
  '抓好三件事',
  '三点意见',
  '四个方面',
  '坚持以',
  '全面推进',
  '粮食产量',
  '规上工业增加值',
  '生产总值',
  'GDP',
  '其中',
  '合计',
  '分别',
  '同比',
  '比上年',
  '全县',
  '全市',
  '各乡镇',
  '县委书记',
  '张三',
  '局长李四',
  '以下简称“县局”',
  '（以下简称“本市”）',
  '的',
  '了',
  '要',
  '是',
  '不断',
  '高质量发展',
  '绿水青山就是金山银山',
  '习近平',
  '两个维护',
  '附件：',
  '草稿',
  '初稿',
  '&nbsp;',
  '<br>',
  '<!-- hegao-disable -->',
  '<!-- hegao-disable-next-line typo -->',
  'http://a.cn',
  '```',
  '| 甲 | 乙 |',
  '|-|-|',
  '> ',
  '- ',
  '1. ',
];
const ENDS = ['\n', '\r\n', '\r', '\n\n', '\n　　', '\u2028', '\u0085', '\t', ' ', '　'];
const ODD = [
  '\ud83d',
  '\udc4d',
  '👍',
  '👨‍👩‍👧',
  '👍🏽',
  '🇨🇳',
  '\u0301',
  '\u20dd',
  '\u200b',
  '\u200d',
  '\u200e',
  '\u202e',
  '\u2066',
  '\ufe0f',
  '\u{e0101}',
  '\ufeff',
  '\0',
  '\u0007',
  '\ue000',
  '\uffff',
  '\ufffd',
  '葛󠄀',
  '𠀀',
  '\u{2f81a}',
  'é',
  'ﬁ',
  'א',
  'عربي',
  '\u1112\u1161\u11ab',
  '한',
  '\u3099',
  'ｶﾞ',
  '⼀',
  '㈠',
  '⑴',
  'Ⅳ',
  '㎡',
  '℃',
  '⿰亻言',
];
const KINDS = [MARKERS, SERIES, MASKS, FIGURES, DATES, QUOTES, MARKS, WORDS, ENDS, ODD];

/** What a draft is made of, piece by piece. */
export const VOCABULARY: readonly string[] = KINDS.flat();

/**
 * Makes texts that look like drafts to a program and are none: the product's own words, figures, masks and marks with
 * line ends of all kinds and characters that are rare or broken. At most about 400 characters.
 */
export function nearDraft(below: Below): Trial {
  const oddness = below(4) === 0 ? 3 : 12;
  const pieces = Array.from({ length: 1 + below(60) }, () => piece(below, oddness));
  const text = below(3) === 0 ? pieces.join('') : asLines(pieces, below);
  return { text, kind: below(3) === 0 ? 'markdown' : 'text' };
}

/** Another text that differs from a given one in a few places. */
export function damaged(text: string, below: Below): string {
  let out = text;
  for (let i = 0; i < 1 + below(4); i++) {
    const at = below(out.length + 1);
    const gone = below(3) === 0 ? below(6) : 0;
    const from = below(out.length + 1);
    const added = below(4) === 0 ? out.slice(from, from + below(40)) : piece(below, 6);
    out = out.slice(0, at) + added + out.slice(at + gone);
  }
  return out;
}

/** Any string of UTF-16 units, most of them from a few blocks. */
export function randomUnits(below: Below): string {
  const blocks = [0x20, 0x3000, 0x4e00, 0xd7f0, 0xdbf0, 0xfe00, 0xff00, 0x2000, 0x300, 0xe000, 0x0600];
  return Array.from({ length: below(80) }, () =>
    String.fromCharCode(below(8) === 0 ? below(0x10000) : blocks[below(blocks.length)]! + below(0x60)),
  ).join('');
}

function piece(below: Below, oddness: number): string {
  const kind = below(oddness) === 0 ? ODD : KINDS[below(KINDS.length)]!;
  return kind[below(kind.length)]!;
}

function asLines(pieces: readonly string[], below: Below): string {
  return pieces.map((one) => (below(5) === 0 ? `${one}\n` : one)).join('');
}
