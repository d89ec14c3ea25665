/** What a word right before a number says of it. */
export type Sense =
  | 'below'
  | 'above'
  | 'about'
  /** 到, 至, 为: what follows is a level. */
  | 'to'
  | 'up'
  | 'down'
  /** 增速, 涨幅: a rate of growth. */
  | 'rate'
  | 'fallRate'
  /** 占比, 比重: a part of a whole. */
  | 'share'
  | 'target'
  | 'plan'
  | 'each'
  | 'respectively'
  | 'yearly'
  | 'chained'
  | 'yearOnYear'
  /** An event whose name belongs to the indicator: 新增34家企业. */
  | 'event'
  /** 完成, 实现: says nothing but that there is so much. */
  | 'plain';

const WORDS: Readonly<Record<Sense, string>> = {
  plain:
    '完成 实现 是 有 共 共有 仅 只有 只 总计 合计 累计 累计完成 已 已有 也 均 都 又 再 还 仍 仍有 继续 进一步 大幅 稳步 持续 了 呈 拥有 现有 总共 一共 共计 达成 可以 完成了 实现了 取得 还有 尚有 共完成 较快 快速 明显 显著 历史性 首次 的 全面 基本 逐年 连年 连续 不断 总体 超额完成 提前完成 圆满完成 顺利完成 自然 逆势 同步 有效 其中 呈现 保持 录得 一举 成功 顺利 率先 平稳 整体 实际完成 稳定 稳 始终 每年 预计 预计可 预计达 预计完成 预计实现 可达 约计',
  event:
    '新增 净增 新建 建成 新建成 改建 改造 新改造 新开工 开工 开工建设 投产 竣工 引进 新引进 培育 新培育 签约 新签约 谋划 实施 启动 续建 发放 减免 争取 获得 获批 认定 新认定 发展 建设 举办 开展 承办 组织 培训 化解 处置 整治 治理 拆除 安置 帮扶 带动 吸纳 受理 办理 办结 查处 立案 投入 投放 拨付 发行 落实 筹集 盘活 下达 支持 免除 收购 种植 栽植 解决 保障 惠及 覆盖 服务 吸引 集聚 入选 推广 配备 建立 设立 成立 打造 创建 创成 推进 储备 入库 出台 制定 修订 发布 提供 救助 资助 补贴 拉动 新发展 新设 新设立 注册 孵化 转化 攻克 清理 整改 关闭 淘汰 退出 搬迁 转移 输出 接待 运送 开通 开行 新开 新辟 生产 产出 收获 收储 通过 形成 组建 布局 布局建设 新创建 新组建 派出 选派 招引 招录 招聘 募集 兑现 追回 挽回 节约 改扩建 新改建 新改扩建 完工 推出 打通 升级 更新 提升改造 修复 完善 调整 交付 新获批 签订 达产 惠企 储备了 交办 排查 查办 破获 打掉 消除 免费 新发放 新登记 落地 建成投用 投用 建成投产 开放 评选 表彰 奖励 授予 引导 促成 撬动 下达资金 争取到 减少了',
  yearOnYear:
    '同比 比上年 较上年 比上年同期 较上年同期 比去年 较去年 比去年同期 较去年同期 同期 比上年度 较同期 与上年同期相比 与去年同期相比 较上年相比 同比分别',
  chained: '环比',
  yearly: '年均 平均每年 年平均 两年平均',
  respectively: '分别 分别为 分别达 分别达到 分别是 依次为',
  each: '各 各有 各为 均为 均是 每',
  plan: '计划 拟 计划投资 计划总投资 拟投资 概算 规划 计划实施 拟引进 计划完成',
  target:
    '力争 确保 争取实现 预期 目标 要 努力 必须 务必 应 力争实现 确保完成 力求 须 预期目标 目标是 目标为 应当 将 将达 有望 力争完成 力争达到 力争突破 争取达到 计划达到 确保实现 要求',
  share: '占比 比重 占 比例 所占比重 所占比例 占 份额 占比提升 占比提高',
  fallRate: '降幅 减幅 跌幅 下降幅度 下降率 减少幅度',
  rate: '增速 增幅 涨幅 增长率 增长速度 升幅 增长幅度 平均增速 同比增速',
  down: '下降 下降了 减少 降低 降低了 减 回落 下滑 下跌 降 收窄 压减 缩小 负增长 减产 减收 缩短 缩减 压缩 下浮 低 少 慢 下调 减亏 短收 负拉动 压降 调减 削减 少收 少支',
  up: '增长 增长了 增加 增加了 增 提高 提高了 上升 上升了 上涨 升 涨 提升 提升了 扩大 扩大了 多增 增收 攀升 回升 增产 提速 加快 多收 上浮 上调 正增长 纯增 净增加 提标 升高 快 高 多 改善 延长 实际增长 名义增长 超收 增支 翻番',
  to: '到 至 为 达 达到 达到了 成为 保持在 稳定在 控制在 维持在 跃升至 跃升到 在',
  about: '约 大约 约为 大概 大致 约占',
  above:
    '超 超过 突破 逾 不低于 不少于 至少 跨越 跃上 迈上 迈过 首超 首破 破 过 高达 多达 突破了 超过了 站上 不小于 首次突破 首次超过 占比超',
  below: '近 接近 将近 不到 不足 低于 不超过 不高于 最多 不大于 未到 未超过',
};
/** Words of the sentence that end like a word of the vocabulary and are none. */
const WHOLE =
  '公共 提高 很高 最高 更多 许多 众多 诸多 集中 作为 行为 认为 合成 组成 构成 经过 经济 出现 重要 需要 主要 摘要 农行 集约 节约 签约 合约 公约 附近 周边 幅度 推为 每家 不同 以上 之上 线上 网上 海上 路上 地上 限上 规上 减负 持有 国有 私有 所有 特有 享有 没有 含有 保有 自有 之中 加快 内在 存在 现在 正在 旨在 潜在 外在 多少 不少 至少 缺少 完善 中高 新高 减多 反映 落后 其他 其它 为零 为主 报告 以为 有为 视为 成为 转为 变为 改为 列为 定为 评为';

/** A word at the end of a text and what it says; `whole` words are left alone. */
export type Peeler = (
  text: string,
  end: number,
) => { readonly sense: Sense; readonly word: string } | undefined;

/** Makes the peeler of the longest word that ends at `end`; its table is built on first use. */
export function createPeeler(): Peeler {
  let table: Table | undefined;
  return (text, end) => {
    table ??= compile();
    const { senses, reach } = table;
    for (let length = Math.min(reach.get(text.charAt(end - 1)) ?? 0, end); length > 0; length--) {
      const word = text.slice(end - length, end);
      const sense = senses.get(word);
      if (sense !== undefined) return sense === 'none' ? undefined : { sense, word };
    }
    return undefined;
  };
}

interface Table {
  /** `none` for a word that is left alone. */
  readonly senses: ReadonlyMap<string, Sense | 'none'>;
  /** Length of the longest word by its last character. */
  readonly reach: ReadonlyMap<string, number>;
}

function compile(): Table {
  const senses = new Map<string, Sense | 'none'>();
  const reach = new Map<string, number>();
  const add = (words: string, sense: Sense | 'none'): void => {
    for (const word of words.split(' ')) {
      const last = word.charAt(word.length - 1);
      senses.set(word, sense);
      if (word.length > (reach.get(last) ?? 0)) reach.set(last, word.length);
    }
  };
  add(WHOLE, 'none');
  for (const sense of Object.keys(WORDS) as Sense[]) add(WORDS[sense], sense);
  return { senses, reach };
}
