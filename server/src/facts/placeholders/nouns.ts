/** Nouns that a masked name belongs to; the longest one at the place wins. */
const NOUN_WORDS =
  '自治区 自治州 自治县 开发区 高新区 经开区 示范区 工业区 工业园 产业园 物流园 科技园 园区 片区 景区 风景区 旅游区 度假区 保税区 新区 新城 城区 主城区 地区 街道 社区 小区 花园 古镇 古城 林场 农场 牧场 省 市 县 区 镇 乡 村 州 盟 旗 ' +
  '市委 市政府 县委 县政府 区委 区政府 省委 省政府 镇党委 乡党委 党委 党组 党工委 党支部 党总支 支部 委员会 人大 政协 人民政府 管委会 办公室 工作组 领导小组 分社 分公司 分行 支行 分局 支队 大队 中队 总队 派出所 供电局 供电公司 电力公司 法院 人民法院 检察院 人民检察院 公安局 财政局 教育局 党校 ' +
  '集团 公司 有限公司 企业 厂 制药厂 水泥厂 油脂厂 热电厂 电厂 水厂 污水处理厂 电站 水电站 变电站 抽水蓄能电站 矿 煤矿 铁矿 铜矿 金矿 银行 农商行 信用社 合作社 医院 中医院 人民医院 卫生院 敬老院 福利院 大学 学院 学校 中学 小学 幼儿园 师专 职业学院 技师学院 研究院 研究所 实验室 电视台 日报社 ' +
  '机场 火车站 车站 高铁站 收费站 服务区 港 码头 大桥 桥 立交桥 大道 环路 高速 高速公路 公路 铁路 国道 隧道 水库 河 江 湖 山 公园 广场 大厦 步行街 中心 会展中心 物流中心 保税物流中心 基地 训练基地 博物馆 图书馆 体育馆 枢纽 ' +
  '项目 工程 单位 部门 局 委 办 厅 科 所 协会 商会 联盟 论坛 峰会 博览会 交易会 文化节 旅游节 大赛 会议 大会 全会 座谈会 ' +
  '总书记 书记 副书记 市长 副市长 县长 副县长 区长 副区长 省长 副省长 镇长 乡长 部长 副部长 厅长 副厅长 局长 副局长 主任 副主任 主席 副主席 社长 院长 副院长 校长 副校长 处长 副处长 科长 秘书长 董事长 总经理 副总经理 经理 会长 理事长 总裁 主编 队长 支队长 政委 庭长 检察长 行长 站长 所长 厂长 董 总 常委 委员 代表 院士 教授 博士 老师 同志 先生 女士 同学 校友 主持人 领导 ' +
  '制造 品牌 精神 模式 经验 段 路 街 线 产业 产品 文化 大地 意见 办法 方案 规划 条例 文件 报告 行动 计划 活动 系统 平台 集聚区 国际陆港 石化 油脂 乳业 矿泉水 民俗博物馆 教育城域网 药业公司 ' +
  '村民 干部 群众 职工 人民 儿女 市民';

export const NOUNS: ReadonlySet<string> = new Set(NOUN_WORDS.split(' '));
const LONGEST_NOUN = 6;

/** What follows the mask in `XX区位优势`, `XX市场`: the short noun is then not the masked one. */
const NOUN_GUARD: Readonly<Record<string, RegExp>> = {
  区: /^(?:位|域|间|块|分|别)/,
  市: /^(?:场|值|容|面|井)/,
  县: /^(?:域)/,
  省: /^(?:内|外|时|力|钱)/,
  村: /^(?:庄)/,
  州: /^(?:际)/,
  委: /^(?:托|派|屈)/,
  办: /^(?:理|好|事|法|公|学|案|结)/,
  局: /^(?:面|部|势|限)/,
  所: /^(?:在|属|有|谓|以|需)/,
  科: /^(?:技|学|研|创|普|目)/,
  路: /^(?:径|线|演|况)/,
  段: /^(?:落)/,
  厂: /^(?:房)/,
  乡: /^(?:村|土|愁|贤)/,
  河: /^(?:南|北|源|池|西)/,
  江: /^(?:苏|西|门|南)/,
  湖: /^(?:南|北|州)/,
  山: /^(?:东|西)/,
  厅: /^(?:堂)/,
  港: /^(?:澳|股|口)/,
  线: /^(?:上|下|索|路|性|条)/,
  总: /^(?:结|体|量|值|额|收|数|投|部|书|经|编|工|人|产|要|的|是|理|面|计|支|面积)/,
  董: /^(?:事)/,
  地区: /^(?:生产|经济|产业)/,
  中心: /^(?:城|工作|任务|组|思想)/,
  领导: /^(?:下|小组)/,
  产业: /^(?:链|结构)/,
};

/** The offset behind one space, if there is one. */
export function skipGap(text: string, at: number): number {
  return /[ 　]/.test(text[at] ?? '') ? at + 1 : at;
}

/** The longest noun of the list at `end`, one space allowed; empty when none fits. */
export function nounAt(text: string, end: number): string {
  const at = skipGap(text, end);
  for (let length = LONGEST_NOUN; length > 0; length--) {
    const noun = text.slice(at, at + length);
    if (noun.length !== length || !NOUNS.has(noun)) continue;
    if (NOUN_GUARD[noun]?.test(text.slice(at + length, at + length + 2))) continue;
    return noun;
  }
  return '';
}
