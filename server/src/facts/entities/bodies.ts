import { NOUNS } from '../placeholders/nouns.ts';
import type { Sight, TaggedLine } from './types.ts';

/** What ends the name of a firm, a school, a hospital. */
const NOUN =
  /有限责任公司|股份有限公司|有限公司|集团公司|集团|公司|大学|学院|中学|小学|医院|研究院|研究所|实验室|银行|合作社/g;
const LONGEST = 14;
/** Words that a name may hold. */
const IN_NAME = /^(?:n|nz|nt|nr\w*|ns|j|eng|x|b|a|an|vn|s|f|g)$/;
/** Words that a name may begin with; 深化, 全省, 高水平 are none. */
const FIRST_IN_NAME = /^(?:n[rstz]\w*|n|eng|j|x)$/;
/** What is done with a body, and which of them: 做强, 全省. */
const LEADS =
  /^(?:做[强优大]|建[强优好设成]|启动|获批|支持|全力|力争|深化|提档|升级|新建|改扩建|优化|专项|整治|推动|推进|组建|成立|引进|依托|运营|全[部省市县区球国]|国家|境[内外]|省外|国外|自治区|城市群内|高水平|重点|特色|普通|一批|[个家项所好内省市县区])+/;
/** Alone before the noun these name nothing: 国有企业集团, 上市公司, 产业集团. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    '国有 民营 上市 平台 投资 建设 城投 城建 交投 文旅 农业 工业 产业 企业 控股 保险 证券 物业 地产 供电 电力 石油 石化 电信 ' +
    '通信 能源 公交 自来水 水务 燃气 热力 运输 物流 科技 商业 政策性 开发性 农村 村镇 地方 法人 中小 大型 大 中型 小型 外资 ' +
    '外贸 跨国 头部 骨干 重点 龙头 知名 本科 专科 高职 职业 技工 技师 师范 理工 医科 农林 综合 综合性 研究型 应用型 一流 ' +
    '双一流 普通 公办 民办 高等 初级 高级 完全 乡镇 乡村 城区 中心 寄宿制 义务教育 老年 党校 开放 公立 私立 三甲 三级 二级 ' +
    '甲等 县级 市级 省级 区级 国家 国家级 全国 中国 中央 省 市 县 区 中医 中医药 儿童 妇幼 人民 定点 传染病 区域 医疗 精神 ' +
    '互联网 基层 紧密型 联合 新型 研发 科研 科学 重大 基础 校企 农民 专业 家庭 股份 供销 合作 分 子 总 母 各 集团 创新 工程 ' +
    '实训 交叉 前沿 技术 海外 国际 世界 新 老 全 本 所有 有关 相关 附属 分支 小微 绿色 数据 数字 人才 发展 运营 管理 服务 ' +
    '社会 金融 担保 租赁 基金 资产 银行 信托 财务 航空 铁路 高速 港口 机场 旅游 文化 传媒 出版 报业 影视 食品 粮食 粮油 种业 ' +
    '化工 钢铁 冶金 有色 煤炭 矿业 汽车 机械 装备 电子 信息 生物 医药 制药 健康 养老 建筑 建材 纺织 服装 轻工 烟草 盐业 和 ' +
    '与 及 、 的 高水平 高质量 境内 境外 国外 省外 改扩建 新建 医学 理工类 农医类 深化 全省 全市 特色 互认 卓越 工程师 中试 ' +
    '国际航运 改革 先进 示范 试点'
  ).split(' '),
);
const LONGEST_GENERIC = 4;

/** Firms, schools and hospitals by the noun that ends their names, the words before it that may belong to one, as many as do. */
export function readBodies(line: TaggedLine): Sight[] {
  const found: Sight[] = [];
  for (const { 0: noun, index } of line.text.matchAll(NOUN)) {
    if (/^(?:生|长|化|制|员|法|者)/.test(line.text.slice(index + noun.length))) continue;
    const start = nameStart(line, index);
    const stem = line.text.slice(start, index);
    if (stem.length < 2 || (noun === '小学' && stem.endsWith('中')) || isGeneric(stem) || NOUNS.has(stem))
      continue;
    if (!/n[rstz]|x|eng|j/.test(tagsOf(line, start, index))) continue;
    const name = stem + noun;
    found.push({ kind: 'body', key: `body|${stem}`, name, span: { start, end: index }, sure: true });
  }
  return found;
}

function nameStart(line: TaggedLine, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST) {
    const word = line.wordAt(start - 1);
    const text = line.text.slice(word.start, start);
    if (!IN_NAME.test(line.tagAt(word.start)) || !/^[\u4e00-\u9fffA-Za-z（）()]+$/.test(text)) break;
    if (end - word.start > LONGEST) break;
    start = word.start;
  }
  while (start < end && !opens(line, start, end)) start = Math.min(end, line.wordAt(start).end);
  return start + (LEADS.exec(line.text.slice(start, end))?.[0].length ?? 0);
}

function opens(line: TaggedLine, at: number, end: number): boolean {
  const tag = line.tagAt(at);
  return FIRST_IN_NAME.test(tag) && (tag !== 'n' || Math.min(end, line.wordAt(at).end) - at > 1);
}

function tagsOf(line: TaggedLine, from: number, to: number): string {
  const tags: string[] = [];
  for (let at = from; at < to; at = Math.max(at + 1, line.wordAt(at).end)) tags.push(line.tagAt(at));
  return tags.join(' ');
}

/** Whether a text is made of generic words alone. */
function isGeneric(text: string): boolean {
  const reached = [true];
  for (let end = 1; end <= text.length; end++) {
    reached[end] = false;
    for (let start = Math.max(0, end - LONGEST_GENERIC); start < end; start++)
      if (reached[start] && GENERIC.has(text.slice(start, end))) reached[end] = true;
  }
  return reached[text.length] === true;
}
