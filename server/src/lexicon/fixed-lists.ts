/** Enumerations whose order is fixed, one a line, and the month from which they are (practice; party documents). */
const LINES = `
2016-08 道路自信 理论自信 制度自信 文化自信
2016-02 政治意识 大局意识 核心意识 看齐意识
2020-10 政治判断力 政治领悟力 政治执行力
2012-12 经济建设 政治建设 文化建设 社会建设 生态文明建设
2015-11 创新 协调 绿色 开放 共享
2012-12 富强 民主 文明 和谐
2012-12 自由 平等 公正 法治
2012-12 爱国 敬业 诚信 友善
2012-12 科学立法 严格执法 公正司法 全民守法
2021-02 学史明理 学史增信 学史崇德 学史力行
2012-12 尊重自然 顺应自然 保护自然
2021-01 完整 准确 全面
2022-10 人民至上 自信自立 守正创新 问题导向 系统观念 胸怀天下
`;

/** Enumerations of ordinary words are fixed only where this stands near: 新发展理念, 社会主义核心价值观. */
const NEAR: Readonly<Record<string, string>> = {
  创新: '发展理念',
  富强: '核心价值观',
  自由: '核心价值观',
  爱国: '核心价值观',
  人民至上: '必须坚持',
  完整: '贯彻新发展理念',
};

export interface FixedList {
  readonly items: readonly string[];
  readonly from: string;
  /** Must stand in the paragraph too. */
  readonly near?: string;
}

/** Reads the enumerations. */
export function readFixedLists(): readonly FixedList[] {
  return LINES.trim()
    .split('\n')
    .map((line) => {
      const [from = '', ...items] = line.split(' ');
      const near = NEAR[items[0] ?? ''];
      return { items, from, ...(near === undefined ? {} : { near }) };
    });
}

/** The guiding theories in their order, as they may be written; a list may begin and end anywhere, and skips none. */
export const THEORIES: readonly { readonly right: string; readonly written: readonly string[] }[] = [
  { right: '马克思列宁主义', written: ['马克思列宁主义', '马克思主义', '马列主义'] },
  { right: '毛泽东思想', written: ['毛泽东思想'] },
  { right: '邓小平理论', written: ['邓小平理论'] },
  {
    right: '“三个代表”重要思想',
    written: ['“三个代表”重要思想', '三个代表重要思想', '"三个代表"重要思想'],
  },
  { right: '科学发展观', written: ['科学发展观'] },
  { right: '习近平新时代中国特色社会主义思想', written: ['习近平新时代中国特色社会主义思想'] },
];
