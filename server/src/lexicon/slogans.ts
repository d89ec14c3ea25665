/** A numeric slogan and what it stands for; an item is known by any of its forms. */
export interface Slogan {
  readonly name: string;
  readonly items: readonly (readonly string[])[];
  /** What every item ends with in its long form: 意识. */
  readonly tail?: string;
}

const slogan = (name: string, items: string, tail?: string): Slogan => ({
  name,
  items: items.split(' ').map((item) => item.split('/')),
  ...(tail === undefined ? {} : { tail }),
});

/** Slogans whose items are fixed (practice); 四个全面 began with 小康社会 until October 2020. */
export const SLOGANS: readonly Slogan[] = [
  slogan('四个意识', '政治 大局 核心 看齐', '意识'),
  slogan('四个自信', '道路 理论 制度 文化', '自信'),
  slogan('五位一体', '经济 政治 文化 社会 生态文明/生态', '建设'),
  slogan(
    '四个全面',
    '全面建设社会主义现代化国家/全面建成小康社会/小康社会 全面深化改革/深化改革 全面依法治国/依法治国 全面从严治党/从严治党',
  ),
  slogan('新发展理念', '创新 协调 绿色 开放 共享'),
  slogan('六个必须坚持', '人民至上 自信自立 守正创新 问题导向 系统观念 胸怀天下'),
  slogan('三大攻坚战', '重大风险/金融风险/风险 脱贫 污染防治/污染'),
  slogan('六稳', '就业 金融 外贸 外资 投资 预期'),
  slogan('六保', '居民就业/就业 基本民生/民生 市场主体 粮食能源安全/粮食 产业链 基层运转'),
  slogan('四风', '形式主义 官僚主义 享乐主义 奢靡之风/奢靡'),
  slogan('放管服', '简政放权 放管结合 优化服务'),
  slogan('三去一降一补', '去产能 去库存 去杠杆 降成本 补短板'),
  slogan('五篇大文章', '科技 绿色 普惠 养老 数字', '金融'),
  slogan('四下基层', '宣传 调查研究/调研 信访/接访 现场办公'),
  slogan('四个不摘', '责任 政策 帮扶 监管'),
  slogan('四好农村路', '建好 管好 护好 运营好'),
  slogan('四个最严', '标准 监管 处罚 问责'),
  slogan('四史', '党史 新中国史 改革开放史 社会主义发展史'),
  slogan('双碳', '碳达峰 碳中和'),
  slogan('双减', '作业 校外培训', '负担'),
  slogan('两新', '设备更新 以旧换新'),
  slogan('两重', '国家重大战略/重大战略 重点领域安全能力/安全能力', '建设'),
  slogan('三严三实', '严以修身 严以用权 严以律己 谋事要实 创业要实 做人要实'),
  slogan('三重一大', '重大事项/重大决策 重要干部/人事任免 重要项目/重大项目 大额'),
  slogan('三管三必须', '管行业 管业务 管生产经营'),
];

/** A name whose number is fixed; `with`: what its sentence holds where this name is meant and no other. */
export interface FixedNumber {
  readonly tail: string;
  readonly count: number;
  readonly with: RegExp;
}

/** Names that have one number wherever these words stand beside them (practice). */
export const FIXED_NUMBERS: readonly FixedNumber[] = [
  { tail: '个确立', count: 2, with: /(?:领悟|拥护|捍卫|把握)[^，。；]{0,12}$/ },
  { tail: '个维护', count: 2, with: /(?:做到|践行|落实)$(?<=“两个确立”.*)/ },
  { tail: '个毫不动摇', count: 2, with: /(?:坚持|落实|完善|贯彻|巩固)$/ },
  { tail: '项补贴', count: 2, with: /残疾人$/ },
];
