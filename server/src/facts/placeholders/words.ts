import type { Span } from '../../draft/span.ts';
import { FREE_AFTER, FREE_BEFORE, MASK } from './alphabet.ts';
import type { Form } from './form.ts';

/** The plan periods: XX五规划, “十X五”. */
export const PLANS: readonly Form[] = [
  {
    kind: 'word',
    pattern: new RegExp(
      `十${MASK}五(?=[”"规时期末以])|(?<=[“"])${MASK}{1,2}五(?=[”"])|${FREE_BEFORE}${MASK}{1,2}五(?=规划|时期|期间|末|以来)`,
      'g',
    ),
  },
];

/** Words that are masked in part now and then; the rest of the word names it (practice). */
const MASKABLE = (
  '形式主义 官僚主义 享乐主义 奢靡之风 爱国主义 集体主义 个人主义 自由主义 讲政治 讲规矩 讲纪律 讲奉献 讲团结 讲大局 讲担当 讲原则 顾大局 守规矩 转作风 敢担当 ' +
  '忧患意识 大局意识 政治意识 核心意识 看齐意识 服务意识 责任意识 宗旨意识 担当意识 机遇意识 创新意识 法治意识 风险意识 底线思维 系统思维 战略思维 法治思维 辩证思维 ' +
  '脱贫攻坚 乡村振兴 高质量发展 供给侧结构性改革 全面从严治党 从严治党 全面依法治国 依法治国 依法治市 依法治县 党风廉政 反腐倡廉 主体责任 监督责任 政治责任 安全生产 生态文明 生态环境 环境保护 ' +
  '社会稳定 扫黑除恶 招商引资 营商环境 固定资产投资 科技创新 改革创新 基层建设 基层治理 社会治理 队伍建设 作风建设 制度建设 能力建设 组织建设 思想建设 ' +
  '实事求是 与时俱进 求真务实 真抓实干 攻坚克难 艰苦奋斗 勤政廉政 廉洁自律 依法行政 公平正义 科学发展 改革开放 民主集中制 组织纪律 政治纪律 政治规矩 政治站位 思想作风 工作作风 ' +
  '开拓创新 锐意进取 迎难而上 狠抓落实 凝心聚力 砥砺前行 奋发有为 担当作为 履职尽责 令行禁止 齐抓共管 久久为功 善作善成 一以贯之 驰而不息 坚定不移 毫不动摇 稳中求进 统筹兼顾 因地制宜 ' +
  '理想信念 初心使命 为民服务 民生福祉 共同富裕 基层党组织 党的建设 意识形态 精神文明 物质文明 社会主义 马克思主义 习近平新时代 中华民族 伟大复兴 人民群众 人民代表大会 政治协商会议 ' +
  '两个维护 四个意识 四个自信 两个确立 国民经济 宏观经济 实体经济 民营经济 项目建设 基础设施 公共服务 社会保障 教育卫生 医疗卫生'
).split(' ');

/** What stands before a place as its praise: `法治XX`, `平安XX` are names. */
const PRAISE =
  /^(?:平安|法治|美丽|健康|数字|和谐|生态|绿色|文明|幸福|创新|科技|科学|文化|开放|精神|社会|人民|中华|教育|活力)$/;

const RUN = new RegExp(
  `(?<=[\\u4e00-\\u9fff] ?)${FREE_BEFORE}${MASK}{1,3}${FREE_AFTER}(?=[\\u4e00-\\u9fff])`,
  'g',
);
const LONGEST_HEAD = 4;

/** The words by what may stand before the mask, one to four characters. */
const BY_HEAD = (() => {
  const heads = new Map<string, string[]>();
  for (const word of MASKABLE) {
    for (let length = 1; length <= Math.min(LONGEST_HEAD, word.length - 1); length++) {
      const head = word.slice(0, length);
      heads.set(head, [...(heads.get(head) ?? []), word]);
    }
  }
  return heads;
})();

/**
 * The span of a listed word of which the mask [start, end) is a part, at least two characters of it standing beside the
 * mask (one space before it allowed); undefined when there is none. `closed`: the word goes on behind the mask.
 */
export function partOfWord(text: string, start: number, end: number, closed = false): Span | undefined {
  const masks = end - start;
  if (/[□■△▲●]/.test(text[start]!)) return undefined;
  const from = masks === 1 && /[ 　]/.test(text[start - 1] ?? '') ? start - 1 : start;
  for (let length = Math.min(LONGEST_HEAD, from); length >= 1; length--) {
    for (const word of BY_HEAD.get(text.slice(from - length, from)) ?? []) {
      if (word.length - masks < 2 || length + masks > word.length) continue;
      const tail = word.slice(length + masks);
      if (closed && tail === '') continue;
      if (tail === '' && masks > 1 && PRAISE.test(word.slice(0, length))) continue;
      if (text.startsWith(tail, end)) return { start: from - length, end: end + tail.length };
    }
  }
  return undefined;
}

/** The words that go on behind their masks, `政治X位`: surer than any figure. */
export function readClosedWords(text: string): Span[] {
  return [...text.matchAll(RUN)].flatMap(
    ({ 0: run, index }) => partOfWord(text, index, index + run.length, true) ?? [],
  );
}
