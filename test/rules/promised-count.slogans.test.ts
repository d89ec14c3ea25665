import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { SLOGANS } from '../../server/src/lexicon/slogans.ts';
import rule from '../../server/src/rules/promised-count.ts';
import { findingsOf } from '../support/marked.ts';

/** Each slogan as a draft sets it out, item by item; written without a look at the checker's own table. */
const TABLE = `
四个意识|政治意识 大局意识 核心意识 看齐意识|责任意识
四个自信|道路自信 理论自信 制度自信 文化自信|历史自信
五位一体|经济建设 政治建设 文化建设 社会建设 生态文明建设|国防建设
四个全面|全面建设社会主义现代化国家 全面深化改革 全面依法治国 全面从严治党|全面乡村振兴
四个全面|全面建成小康社会 全面深化改革 全面依法治国 全面从严治党|全面乡村振兴
新发展理念|创新 协调 绿色 开放 共享|安全
六个必须坚持|人民至上 自信自立 守正创新 问题导向 系统观念 胸怀天下|结果导向
三大攻坚战|防范化解重大风险 精准脱贫 污染防治|乡村振兴
六稳|稳就业 稳金融 稳外贸 稳外资 稳投资 稳预期|稳消费
六保|保居民就业 保基本民生 保市场主体 保粮食能源安全 保产业链供应链稳定 保基层运转|保生态环境
四风|形式主义 官僚主义 享乐主义 奢靡之风|好人主义
放管服|简政放权 放管结合 优化服务|强化监督
三去一降一补|去产能 去库存 去杠杆 降成本 补短板|强弱项
五篇大文章|科技金融 绿色金融 普惠金融 养老金融 数字金融|县域金融
四下基层|宣传党的路线方针政策 调查研究 信访接待 现场办公|走访慰问
四个不摘|摘帽不摘责任 摘帽不摘政策 摘帽不摘帮扶 摘帽不摘监管|摘帽不摘项目
四好农村路|建好 管好 护好 运营好|绿化好
四个最严|最严谨的标准 最严格的监管 最严厉的处罚 最严肃的问责|最严密的制度
四史|党史 新中国史 改革开放史 社会主义发展史|地方史
双碳|碳达峰 碳中和|碳交易
双减|作业负担 校外培训负担|家务负担
两新|大规模设备更新 消费品以旧换新|家电下乡
两重|国家重大战略实施 重点领域安全能力建设|一般项目建设
三严三实|严以修身 严以用权 严以律己 谋事要实 创业要实 做人要实|读书要实
三重一大|重大事项决策 重要干部任免 重要项目安排 大额资金使用|日常事务办理
三管三必须|管行业必须管安全 管业务必须管安全 管生产经营必须管安全|管建设必须管安全
`
  .trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string, string])
  .map(([name, items, foreign]) => ({ name, items: items.split(' '), foreign }));

const FRAMES: Readonly<Record<string, (name: string, items: readonly string[]) => string>> = {
  'quoted, behind its items': (name, items) => `要坚持不懈抓好${items.join('、')}“${name}”，一抓到底。`,
  'plain, behind its items': (name, items) => `全县上下都要懂得${items.join('、')}的${name}要求。`,
  'before 即': (name, items) => `大家都要记住“${name}”，即${items.join('、')}。`,
  'before brackets': (name, items) => `大家都要记住“${name}”（${items.join('、')}），学深学透。`,
  'before a colon': (name, items) => `${name}：${items.join('、')}。`,
  'with 和 before the last': (name, items) =>
    `大家都要记住“${name}”，即${items.slice(0, -1).join('、')}和${items.at(-1)}。`,
};

describe('promised-count: slogans and their items', () => {
  it('knows every slogan of its table by the test', () => {
    const known = new Set(TABLE.map(({ name }) => name));
    assert.deepEqual(
      SLOGANS.map(({ name }) => name).filter((name) => !known.has(name)),
      [],
    );
  });
  for (const { name, items, foreign } of TABLE) {
    for (const [frame, write] of Object.entries(FRAMES)) {
      it(`${name} (${items[0]} …), ${frame}`, () => {
        const found = (list: readonly string[]) => findingsOf(rule, write(name, list));
        assert.deepEqual(found(items), [], write(name, items));
        assert.deepEqual(found([...items].reverse()), [], 'in another order');
        const extra = [...items.slice(0, -1), foreign, items.at(-1)!];
        assert.equal(found(extra).length, 1, write(name, extra));
        assert.match(found(extra)[0]!.message, new RegExp(`多出“[^”]*${foreign}`));
        if (items.length < 3) return;
        items.forEach((_, i) => {
          const rest = items.filter((__, k) => k !== i);
          const [finding, ...others] = found(rest);
          assert.ok(finding && others.length === 0, write(name, rest));
          assert.match(finding.message, /应有.项，此处列了.项.*没有“/);
        });
      });
    }
    it(`${name} alone is silent`, () => {
      for (const text of [`要打好用好“${name}”，持续用力。`, `要把${name}落到实处，持续用力。`])
        assert.deepEqual(findingsOf(rule, text), [], text);
    });
  }

  for (const text of [
    '要打好三大攻坚战，防范化解重大风险、推进污染防治。',
    '朝着“两个一百年”奋斗目标奋勇前进。',
    '为实现两个一百年奋斗目标、推进民族复兴而奋斗。',
    '守牢安全生产、生态环保底线，打赢三大攻坚战。',
    '更加深刻领悟“两个确立”、坚决做到“两个维护”。',
    '坚持和完善“两个毫不动摇”，一视同仁。',
    '严以修身、严以用权、严以律己，谋事要实、创业要实、做人要实，“三严三实”贵在经常。',
    '规范“三会一课”，严肃“三重一大”，推行“四议两公开”。',
    '严格执行“四议两公开”，做到提议、商议、审议、决议环环相扣，决议公开、结果公开样样到位。',
    '两新组织、新就业群体党建全面加强。',
    '落实“双随机、一公开”监管，深化“放管服”改革。',
    '守住不愁吃、不愁穿，义务教育、基本医疗、住房安全有保障的“两不愁三保障”底线。',
    '经济建设、政治建设，文化建设、社会建设、生态文明建设“五位一体”协调推进。',
    '坚持党的全面领导、统筹推进经济建设、政治建设、文化建设、社会建设、生态文明建设五位一体总体布局。',
  ])
    it(`silent: ${text}`, () => assert.deepEqual(findingsOf(rule, text), []));
});

describe('promised-count: names of fixed number', () => {
  for (const [text, right] of [
    ['我们要深刻领悟“三个确立”的决定性意义。', '两个确立'],
    ['要坚定拥护“四个确立”，步调一致。', '两个确立'],
    ['要深刻领悟“两个确立”，坚决做到“三个维护”。', '两个维护'],
    ['坚持和落实“三个毫不动摇”，一视同仁。', '两个毫不动摇'],
    ['提高城乡低保、残疾人“三项补贴”标准。', '两项补贴'],
  ] as const) {
    it(text, () => {
      const [finding, ...others] = findingsOf(rule, text);
      assert.ok(finding && others.length === 0);
      assert.match(finding.message, new RegExp(`规范的提法是“${right}”`));
      const fixed = applyEdits(text, finding.fixes[0]!.edits);
      assert.ok(fixed.includes(`“${right}”`), fixed);
      assert.deepEqual(findingsOf(rule, fixed), []);
    });
  }
  for (const text of [
    '我镇提出做到“三个维护”：维护法治、维护稳定、维护形象。',
    '全面推开“三个确立”工作法。',
    '落实高龄老人“三项补贴”。',
    '对“三个毫不动摇”的提法，请斟酌。',
  ])
    it(`silent: ${text}`, () => assert.deepEqual(findingsOf(rule, text), []));
});
