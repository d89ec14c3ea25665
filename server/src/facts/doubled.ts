import type { Span } from '../draft/span.ts';

/** Words written twice in a row; `span` is both, in the paragraph's text, `again` the second. */
export interface Doubled {
  readonly span: Span;
  readonly again: Span;
  readonly text: string;
}

/** One to eight Han characters, and the same again at once. */
const TWICE = /([\u4e00-\u9fff]{2,8})\1|([的了是在和及与被])\2/;
/** Words of one character that never stand twice, and what may follow the second of them (在｜在建, 和｜和谐). */
const SINGLE: Readonly<Record<string, RegExp>> = {
  的: /^(?![确士卢话])/,
  了: /^(?![解如结然断])/,
  是: /^(?![否非凡])/,
  在: /^(?![建校岗职线编册田库读手地场研营保教外内家乎于意场途售逃任位座押学])/,
  和: /^(?![谐平睦解气美风田善约声煦])/,
  及: /^(?![时格第早至物])/,
  与: /^(?![会众其否]|时俱进)/,
  被: /^(?![动告子害征褥])/,
};
/** Verbs that bring something about: nobody doubles them to soften the tone, as 研究研究 does. */
const RESULTATIVE =
  /^(?:[加扩增放做搞抓变][大强快深好紧实严细]|提[高升]|推[进动]|落实|优化|深化|强化|完[成善]|实[现施]|加[以速]|增加|确保|达到|突[出破]|坚持|促进|保[持障]|全[面力]|进一步|深入|切实|认真|积极|不断|持续)$/;
/** Nouns for things and matters; verbs may be their own object (服务服务对象). */
const NOUNS: ReadonlySet<string> = new Set(
  '农业 工业 产业 企业 农村 农民 城市 城镇 社会 经济 政府 干部 群众 人民 项目 资金 市场 任务 目标 问题 工程 环境 生态 资源 技术 质量 重点 机制 体制 制度 政策 措施 部门 单位 乡镇 村民 居民 人员 人才 园区 基层 基础 设施 文化 科技 能力 水平 作用 责任 精神 思想 成效 成果 效益 优势 特色 力度 步伐 方面 情况 条件 数据 指标 收入 投资 方案 计划 规划 领域 行业 品牌 主体 体系 粮食 耕地 学校 医院 交通 道路'.split(
    ' ',
  ),
);

/** Words of a paragraph that stand twice by mistake, in order. `words` gives the ends of its words and is asked for only where something repeats. */
export function readDoubled(text: string, words: () => Uint32Array | undefined): readonly Doubled[] {
  if (!TWICE.test(text)) return [];
  const ends = words();
  if (!ends) return [];
  const found: Doubled[] = [];
  for (let i = 1; i < ends.length; i++) {
    const start = i > 1 ? ends[i - 2]! : 0;
    const middle = ends[i - 1]!;
    const word = text.slice(start, middle);
    const end = middle + word.length;
    if (!text.startsWith(word, middle) || ends[i]! < end) continue;
    // 加大｜加大力度: the second one may be cut together with its object; 博士｜博士后 is another word.
    if (ends[i]! > end && !(RESULTATIVE.test(word) && ends[i]! >= end + 2)) continue;
    if (!isMistake(word, text.slice(Math.max(0, start - 2), start), text.slice(end, end + 6))) continue;
    found.push({ span: { start, end }, again: { start: middle, end }, text: word });
  }
  return found;
}

function isMistake(word: string, before: string, after: string): boolean {
  if (after.startsWith(word) || before.endsWith(word.slice(-1))) return false;
  if (word.length === 1) {
    const follows = SINGLE[word];
    return follows?.test(after) === true && !/不$|(?<![取获赢])得$/.test(before);
  }
  if (/^[再又还更]/.test(after) || !/^[\u4e00-\u9fff]+$/.test(word)) return false;
  return RESULTATIVE.test(word) || NOUNS.has(word) || word.length >= 4;
}
