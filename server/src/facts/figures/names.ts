import { type IndicatorLookup, plainName } from '../../lexicon/indicators.ts';
import type { Words } from '../../words/words.ts';
import { createPrefixMatcher } from './prefixes.ts';
import { scopeAt } from './scopes.ts';

/** The name that a clause gives its number. */
export interface Name {
  /** Canonical where `listed`; the words of the sentence else; empty where none could be told. */
  readonly indicator: string;
  readonly listed: boolean;
  readonly scope: string;
  /** Offset of the name in the text it was read from. */
  readonly start: number;
  /** It says little by itself: 总投资, 占比. */
  readonly dependent: boolean;
}

/** Words before a name that are none of it. */
const OPENERS =
  '、 ： : “ — - \u0001 首先 其次 最后 其中 同时 此外 另外 特别是 尤其是 包括 并且 而且 以及 并 且 而 及 和 与 又 再 已 已经 已有 将 今后 全面 共 共计 总共 累计 预计 力争 确保 努力 计划 拟 要 是 使 让 推动 带动 促进 推进 做到 达到 完成 完成了 实现 实现了 圆满完成 超额完成 保持 仅 截至 到 新的一年 新一年 由于 通过 据统计 统计 初步 初步统计 初步核算 实际 平均 当地 近 约 主要 按 对 从 由 为 的 比上年 比去年 较上年 较去年 比上年同期 比去年同期 与上年相比 与去年相比';
/** Names that begin like such a word. */
const KEPT =
  '到位 到账 到期 到港 近岸 近海 近视 近零 和美 和谐 对外 对口 对俄 对接 从业 从教 为民 为老 按揭 再生 再就业 再贷款 使用 要素 要案 并网 并购 共建 共享 共同 共性 平均预期 主要农作物 主要污染物 主要河流 主要流域 实际使用 实际利用 实际到位 使馆 由来 约束 让利 及格 将军';
/** 一是, 第一，, 二要. */
const SERIES = /^(?:\s+|[①-⑳]|第?[一二三四五六七八九十]{1,3}[是要、，])/;
/** Heads that say little by themselves, and what may stand before them. */
const DEPENDENT = new Set(
  '总投资 投资 投资额 总投资额 占比 比重 比例 总量 增速 增幅 涨幅 面积 总面积 建筑面积 占地面积 产值 年产值 人数 金额 总额 规模 总规模 数量 总数 率 投资总额 资金 总资金 收入 总收入 利润 税收 利税 引资 实到引资 到位资金 引进资金 产量 产能 年产能 总产 单产 亩产 成本 价格 单价 余额 均价 额度 总长 全长 长度 总里程 里程 时间 次数 户数 个数 增加值 支出 缺口 资金缺口 减幅 得分 排名 位次 合格率 满意率 满意度 完成率 开工率 到位率 进度 项目 企业 指数 评价 合同额 交易额 营收 产值规模 销售额 收益'.split(
    ' ',
  ),
);
const BEFORE_HEAD = /^(?:计划|拟|已|实际|累计|项目|完成|概算|年度)/;
const isDependent = (name: string): boolean =>
  DEPENDENT.has(name) || DEPENDENT.has(name.replace(BEFORE_HEAD, ''));
const SHAPELESS =
  /[，。；：？！]|^(?:等|上|下|中|内|外|以来|目前|每|各|这|那|其|它|他|我们|大家|工作|方面|情况|一|多|少|大|小|高|低)$|^每\S{1,3}$|^每人每|^[\d.\s%]*$/;
/** Words in front of a name that end what leads to it. */
const BREAKS =
  '使得 使 让 推动 带动 促进 把 将 被 对 向 以 因 按照 根据 围绕 通过 随着 关于 我们 他们 要 能够 可以 继续 进一步 不断 加快 全力 大力 积极 着力 切实 坚持 支持 鼓励 引导 力争 确保 努力 争取 保持 实现 完成 达到 全省 全市 全县 全州 全区 我市 我省 我县';
const LONGEST = 24;
/** A name of two characters that no table holds says too little. */
const SHORTEST = 3;

/** Reads the name that ends a text; `event` is the verb that stood behind it (新增). */
export type NameReader = (text: string, event: string) => Name;

/** Makes the reader of names; words are asked for only where a name is not in the table. */
export function createNameReader(lookup: IndicatorLookup, words: () => Words | undefined): NameReader {
  const nothing = (start: number, scope = ''): Name => ({
    indicator: '',
    listed: false,
    scope,
    start,
    dependent: false,
  });

  const opener = createPrefixMatcher(OPENERS);
  const breakAt = createPrefixMatcher(BREAKS);
  const kept = createPrefixMatcher(KEPT);

  return (text, event) => {
    let start = Math.max(text.lastIndexOf('、') + 1, text.lastIndexOf('\u0001') + 1, 0);
    let scope = '';
    let again = true;
    while (again) {
      again = false;
      const rest = text.slice(start);
      if (lookup(event + rest)) break;
      const named = scope === '' || scope === '全市' || scope === '全省' ? scopeAt(rest) : undefined;
      if (
        named &&
        (rest.length > named.length || named.whole) &&
        (named.scope !== '全国' || lookup(rest.slice(named.length)))
      ) {
        scope = named.scope;
        start += named.length;
        again = true;
      } else {
        const length = kept(rest, 0) > 0 ? 0 : opener(rest, 0) || (SERIES.exec(rest)?.[0].length ?? 0);
        if (length > 0) {
          start += length;
          again = true;
        }
      }
    }
    let name = text
      .slice(start)
      .replace(/(?<![和与及或等、的由从]|以(?=及))(?:[和与及或等、的由从]|以及)+$/, '');
    const known = lookup(event + name);
    if (known) return { indicator: known.name, listed: true, scope, start, dependent: false };
    for (let at = 0; at < name.length - 3; at++) {
      const length = breakAt(name, at);
      if (length === 0) continue;
      const cut = at + length;
      const inner = scopeAt(name.slice(at, cut));
      if (inner) scope = inner.scope;
      const found = lookup(event + name.slice(cut));
      if (found) return { indicator: found.name, listed: true, scope, start: start + cut, dependent: false };
      at = cut - 1;
    }
    name = trimmed(name, words());
    if (plainName(name) === '') return nothing(text.length, scope);
    const from = text.lastIndexOf(name);
    const found = lookup(event + name);
    if (found) return { indicator: found.name, listed: true, scope, start: from, dependent: false };
    const plain = plainName(event + name);
    const dependent = isDependent(plain);
    const wordy = SHAPELESS.test(plainName(name)) || plain.length > LONGEST || plain.length < SHORTEST;
    if (wordy && !dependent) return nothing(from, scope);
    return { indicator: plain, listed: false, scope, start: from, dependent };
  };
}

/** Words that no name goes back across. */
const STOPS = new Set(
  '在 对 按 以 由 从 向 为 将 把 被 让 使 与 跟 同 于 用 给 随着 通过 根据 围绕 和 及 或 并 而 但 且 以及 并且 而且 但是 各 每 这 那 其 该 本 我们 他们 大家 了 着 已 还 又 再 都 也 更 最 已经 正在 不断 持续 其中 使得 推动 促进 带动 实现 完成 达到 力争 确保 可以 要 则 却 尤其 特别 截至 到 至'.split(
    ' ',
  ),
);
const SHORT = /^[\u4e00-\u9fffA-Za-z&“”0-9.·\u0002]{2,12}$/;

/** The noun phrase that ends a text: back to the first word that cannot be part of one. */
function trimmed(name: string, words: Words | undefined): string {
  if (/没有|尚未|(?:不|未)$/.test(name)) return '';
  if (name.length <= 3 || !words) return SHORT.test(name) ? name : '';
  const ends = words.cut(name);
  let first = ends.length;
  while (first > 0) {
    const from = first > 1 ? ends[first - 2]! : 0;
    if (STOPS.has(name.slice(from, ends[first - 1]!))) break;
    first--;
  }
  const phrase = name.slice(first === 0 ? 0 : ends[first - 1]!);
  const bare = phrase.replace(/^[的“”（）]+/, '');
  return bare.includes('”') ? phrase : bare;
}
