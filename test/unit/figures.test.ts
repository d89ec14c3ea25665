import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import type { Figure } from '../../server/src/facts/figures/types.ts';
import { loadWords } from '../../server/src/words/load.ts';

const loaded = loadWords();
const memory = createFactMemory(() => ('words' in loaded ? loaded.words : undefined));

/** `指标/范围/时期/类 值单位`, with the extras that are not empty: comparison, basis, blur, whole, target. */
function show({ indicator, scope, period, measure, stance, value, range, unit, ...rest }: Figure): string {
  const { comparator, basis, approximation, whole, each } = rest;
  const number = range ? range.join('～') : (value ?? '□');
  const extras = [comparator, basis, approximation === 'exact' ? '' : approximation, whole && `占${whole}`];
  const more = [...extras, each > 1 ? `各${each}` : '', stance === 'actual' ? '' : stance].filter(
    (word) => word !== '',
  );
  return `${indicator || '?'}/${scope}/${period.name}/${measure} ${number}${unit.written}${more.map((word) => ` ${word}`).join('')}`;
}

const read = (text: string): string[] => memory.of(text).figures.map(show);

const TABLE: readonly (readonly [string, readonly string[]])[] = [
  // Subjects carry over within a sentence.
  [
    '上半年，全市实现地区生产总值71.26亿元，同比增长6.3%；其中，第一产业增加值8.15亿元，增长4.1%。',
    [
      '地区生产总值/全市/上半年/level 71.26亿元',
      '地区生产总值/全市/上半年/growth 6.3% 同比',
      '第一产业增加值/全市/上半年/level 8.15亿元',
      '第一产业增加值/全市/上半年/growth 4.1%',
    ],
  ],
  [
    '规上工业增加值、固定资产投资、社会消费品零售总额分别增长7.1%、6.2%、5.3%。',
    ['规模以上工业增加值///growth 7.1%', '固定资产投资///growth 6.2%', '社会消费品零售总额///growth 5.3%'],
  ],
  [
    '城镇、农村居民人均可支配收入分别提升5.7%和7.9%。',
    ['城镇居民人均可支配收入///growth 5.7%', '农村居民人均可支配收入///growth 7.9%'],
  ],
  [
    '刑事案件、生产安全事故起数分别下降12.5%、20.1%。',
    ['刑事案件立案数///growth -12.5%', '生产安全事故起数///growth -20.1%'],
  ],
  [
    '1-8月份，全市规模以上工业增加值增长3.3%，其中低于全市平均水平的有清河县2.7%、平阳县2.4%、示范区-5.6%。',
    [
      '规模以上工业增加值/全市/1—8月/growth 3.3%',
      '规模以上工业增加值/清河县/1—8月/growth 2.7%',
      '规模以上工业增加值/平阳县/1—8月/growth 2.4%',
      '规模以上工业增加值/示范区/1—8月/growth -5.6%',
    ],
  ],
  [
    '全县新增规上工业企业18家，其中城关镇9家，东岭镇、西坪镇各3家，其他乡（镇）为0。',
    [
      '新增规模以上工业企业/全县//level 18家',
      '新增规模以上工业企业/城关镇//level 9家',
      '新增规模以上工业企业/东岭镇、西坪镇//level 3家 各2',
      '新增规模以上工业企业/其他乡//level 0',
    ],
  ],
  [
    '一般公共预算支出增速低于全市平均水平（1.6%）的有清河县0.9%、平阳县-1.2%。',
    [
      '一般公共预算支出/全市//growth 1.6%',
      '一般公共预算支出/清河县//growth 0.9%',
      '一般公共预算支出/平阳县//growth -1.2%',
    ],
  ],
  [
    '粮食总产12.6亿斤，比上年增加0.4亿斤。',
    ['粮食总产量///level 12.6亿斤', '粮食总产量///change 0.4亿斤 比上年'],
  ],
  // A new sentence has its own subject.
  ['税收收入5.2亿元。增长3.1%。', ['税收收入///level 5.2亿元', '?///growth 3.1%']],
  // Levels, whatever the verb; canonical names.
  ['全年GDP突破300亿元', ['地区生产总值//全年/level 300亿元 above']],
  ['完成固投任务，固定资产投资总额达到46.8亿元。', ['固定资产投资///level 46.8亿元']],
  ['社零总额完成31亿元。', ['社会消费品零售总额///level 31亿元']],
  ['实际利用外资1.2亿美元。', ['实际使用外资///level 1.2亿美元']],
  ['城镇登记失业率控制在4.5%以内。', ['城镇登记失业率///level 4.5% below']],
  [
    '常住人口城镇化率提高到61.3%，提高1.2个百分点。',
    ['常住人口城镇化率///level 61.3%', '常住人口城镇化率///change 1.2个百分点'],
  ],
  ['森林覆盖率由38.2%提高到40.5%。', ['森林覆盖率///level 38.2% 基期', '森林覆盖率///level 40.5%']],
  [
    'PM2.5平均浓度31微克/立方米，下降6%。',
    ['PM2.5平均浓度///level 31微克/立方米', 'PM2.5平均浓度///growth -6%'],
  ],
  ['粮食播种面积稳定在210万亩以上。', ['粮食播种面积///level 210万亩 above']],
  // Comparison and basis.
  ['进出口总额环比增长2.1%。', ['进出口总额///growth 2.1% 环比']],
  [
    '存款余额412亿元，比年初增加31亿元。',
    ['金融机构本外币各项存款余额///level 412亿元', '金融机构本外币各项存款余额///change 31亿元 比年初'],
  ],
  [
    '规上工业增加值增速达到8.4%，高于全省1.3个百分点。',
    ['规模以上工业增加值///growth 8.4%', '规模以上工业增加值///change 1.3个百分点 高于全省'],
  ],
  ['一般公共预算收入同口径增长5.2%。', ['一般公共预算收入///growth 5.2% 同口径']],
  ['地区生产总值按可比价计算增长6%。', ['地区生产总值///growth 6% 可比价']],
  ['农村居民人均可支配收入年均增长7.5%。', ['农村居民人均可支配收入///growth 7.5% 年均']],
  // Shares.
  ['税收收入占一般公共预算收入的比重为71.5%。', ['税收收入///share 71.5% 占一般公共预算收入']],
  ['民生支出占财政支出的78%。', ['民生支出///share 78% 占财政支出']],
  ['全市完成造林12万亩，为省定任务的63%。', ['?/全市//level 12万亩', '?///share 63% 占省定任务']],
  ['空气质量优良天数比例达到85.2%。', ['空气质量优良天数比例///level 85.2%']],
  ['高新技术企业210家，占比超过30%。', ['高新技术企业///level 210家', '高新技术企业///share 30% above']],
  // Ranks.
  ['地区生产总值增速居全省第3位。', ['地区生产总值///rank 3位 增速 占全省']],
  // Nouns behind the number; events belong to the name.
  ['全市建成标准化厂房46万平方米。', ['建成标准化厂房/全市//level 46万平方米']],
  ['新增34家高新技术企业。', ['新增高新技术企业///count 34家']],
  ['高新技术企业新增34家，总数达到210家。', ['新增高新技术企业///level 34家', '高新技术企业///level 210家']],
  ['发放350亿元贷款。', ['发放贷款///count 350亿元']],
  ['我市有66所乡镇卫生院国债建设项目。', ['乡镇卫生院国债建设项目/全市//count 66所']],
  [
    '全市签约项目121项，总投资32亿元，其中新开工项目98项。',
    ['签约项目/全市//level 121项', '签约项目·总投资/全市//level 32亿元', '新开工项目/全市//level 98项'],
  ],
  // Indicators outside the table come from the sentence.
  ['大牲畜存栏17.5万头，增长21.3%。', ['大牲畜存栏///level 17.5万头', '大牲畜存栏///growth 21.3%']],
  ['今年，全校报考人数达到4120人。', ['报考人数/全校/今年/level 4120人']],
  ['绿色食品种植面积150万亩。', ['绿色食品种植面积///level 150万亩']],
  // Numerals, blurs, ranges, masks.
  ['争取上级资金三个亿。', ['争取上级资金///level 3个亿']],
  ['税收收入增长百分之五点三。', ['税收收入///growth 5.3百分之五点三']],
  ['旅游收入占比超过三分之一。', ['旅游总收入///share 33.333333333333336三分之一 above']],
  ['地区生产总值翻一番。', ['地区生产总值///growth 100翻一番']],
  ['出口总额增长两成以上。', ['出口总额///growth 2成 above']],
  ['固定资产投资增长15%～20%。', ['固定资产投资///growth 15～20%']],
  ['民间投资增长10-15%。', ['民间投资///growth 10～15%']],
  ['出口总额增长2.5倍。', ['出口总额///growth 2.5倍']],
  [
    '常住人口近120万人，户籍人口约130万人。',
    ['常住人口///level 120万人 below', '户籍人口///level 130万人 about'],
  ],
  ['脱贫户一千五百多户。', ['脱贫户///level 1500户 above']],
  ['地区生产总值增长xx.x%，税收收入完成XX亿元。', ['地区生产总值///growth □%', '税收收入///level □亿元']],
  ['同比增长4.5。', ['?///growth 4.5 同比']],
  ['地区生产总值同比增长4.5。', ['地区生产总值///growth 4.5 同比']],
  ['人口出生率为7.26‰。', ['人口出生率///level 7.26‰']],
  [
    '新增博士点6个、硕士点11个，新建泵站3座、提灌站5座。',
    ['新增博士点///level 6个', '新增硕士点///level 11个', '新建泵站///level 3座', '新建提灌站///level 5座'],
  ],
  [
    '新开3个高速公路互通口和16个停车区匝道口。',
    ['新开高速公路互通口///count 3个', '停车区匝道口///count 16个'],
  ],
  ['完成甲、乙等15个产业园区改造。', ['产业园区改造///count 15个']],
  ['发展60岁以上老人互助养老，建设500千伏变电站。', ['?///level 60岁 above', '?///level 500千伏']],
  ['地区生产总值120亿元，丙镇、丁镇各1家。', ['地区生产总值///level 120亿元', '?/丙镇、丁镇//level 1家 各2']],
  ['近岸海域水质优良比例92%。', ['近岸海域水质优良比例///level 92%']],
  ['做好惠通四方大文章。', []],
  [
    '粮食总产量占全国的9.2%，居全国第4位。',
    ['粮食总产量///share 9.2% 占全国', '粮食总产量///rank 4位 占全国'],
  ],
  [
    '民营企业5.1万户，个体工商户18.6万户，分别增长6%、7%。',
    [
      '民营企业///level 5.1万户',
      '个体工商户///level 18.6万户',
      '民营企业///growth 6%',
      '个体工商户///growth 7%',
    ],
  ],
  [
    '城镇居民人均可支配收入3.9万元，农村居民人均可支配收入2.1万元。',
    ['城镇居民人均可支配收入///level 3.9万元', '农村居民人均可支配收入///level 2.1万元'],
  ],
  [
    '接待游客2600万人次、旅游总收入210亿元，分别增长12.1%、15.6%。',
    [
      '接待游客///level 2600万人次',
      '旅游总收入///level 210亿元',
      '接待游客///growth 12.1%',
      '旅游总收入///growth 15.6%',
    ],
  ],
  ['全社会用电量98亿千瓦时，发电量121亿度。', ['全社会用电量///level 98亿千瓦时', '发电量///level 121亿度']],
  [
    '高标准农田建设完成21万亩，永久基本农田保持在320万亩。',
    ['高标准农田建设///level 21万亩', '永久基本农田///level 320万亩'],
  ],
  [
    '公路通车里程突破3000公里，高铁运营里程达128公里。',
    ['公路通车里程///level 3000公里 above', '高铁运营里程///level 128公里'],
  ],
  ['人均预期寿命提高到79.2岁。', ['人均预期寿命///level 79.2岁']],
  [
    '居民消费价格上涨0.8%，城镇调查失业率5.1%。',
    ['居民消费价格///growth 0.8%', '城镇调查失业率///level 5.1%'],
  ],
  [
    '存款余额较年初增加18亿元，贷款余额增长9.5%。',
    ['金融机构本外币各项存款余额///change 18亿元 较年初', '金融机构本外币各项贷款余额///growth 9.5%'],
  ],
  [
    '今年上半年，民间投资同比下降3.2%，降幅收窄1.1个百分点。',
    ['民间投资//今年上半年/growth -3.2% 同比', '民间投资//今年上半年/change -1.1个百分点'],
  ],
  ['养老服务设施覆盖率达88%，90%的社区建有食堂。', ['养老服务设施覆盖率///level 88%', '?///level 90%']],
  ['实现企业100%使用绿电。', ['?///level 100%']],
  // Targets and plans.
  ['力争全年地区生产总值增长6%左右。', ['地区生产总值//全年/growth 6% about target']],
  ['确保城镇新增就业2.1万人。', ['城镇新增就业///level 2.1万人 target']],
  // Periods.
  [
    '2024年，全省粮食总产量达到820亿斤，一季度出口总额增长5%。',
    ['粮食总产量/全省/2024年/level 820亿斤', '出口总额/全省/2024年一季度/growth 5%'],
  ],
  ['截至8月底，金融机构贷款余额365亿元。', ['金融机构贷款余额//8月末/level 365亿元']],
  [
    '前8个月，进口总额2.1亿元。经济平稳，出口总额3亿元。',
    ['进口总额//1—8月/level 2.1亿元', '出口总额//1—8月/level 3亿元'],
  ],
  ['“十四五”以来，全社会研发经费年均增长12%。', ['全社会研发经费//十四五以来/growth 12% 年均']],
];

/** What holds digits and is no figure. */
const NONE: readonly string[] = [
  '2025年3月12日召开会议。',
  '第3条规定，要依法办理。',
  '推广5G应用，治理PM2.5，用A4纸打印。',
  '按照“1+3+N”的思路推进。',
  '请拨打12345热线。',
  '三是抓好五项重点工作。',
  '一批项目建成，一个样板树起来。',
  '建设202国道和G30高速。',
  '认真学习二十届三中全会精神。',
  '国发〔2024〕12号文件要求。',
  '1.加强领导，压实责任。',
  '会议于14:30开始。',
  '三次产业结构为8.3∶41.4∶50.3。',
];

describe('figures of a paragraph', () => {
  for (const [text, expected] of TABLE) it(text, () => assert.deepEqual(read(text), expected));

  for (const text of NONE) it(`none: ${text}`, () => assert.deepEqual(read(text), []));
});

describe('figures of a speech', () => {
  const figuresOf = (text: string) => {
    const [speech] = readDraft(text).speeches;
    return memory.ofSpeech(speech!).figures;
  };
  const SPEECH =
    '在全县经济工作会议上的讲话\n（2025年1月8日）\n同志们：\n一、2024年工作回顾\n地区生产总值完成210亿元，增长6.1%。去年税收收入增长3%。\n二、2025年工作安排\n地区生产总值增长6%，全县粮食总产量达到9亿斤。上半年出口总额完成1亿元。\n';

  it('relative words are resolved, headings lend their period, plans are targets', () =>
    assert.deepEqual(
      figuresOf(SPEECH).map(({ key }) => key),
      [
        '地区生产总值||2024年|level/元||',
        '地区生产总值||2024年|growth||',
        '税收收入||2024年|growth||',
        '地区生产总值||2025年|target:growth||',
        '粮食总产量||2025年|target:level/吨||',
        '出口总额||2025年上半年|target:level/元||',
      ],
    ));

  it('spans are those of the source, through a hard line break', () => {
    const text = `同志们：\n${'要抓住有利时机推动全市经济平稳健康发展'.repeat(2)}，税收收入增长\n9.82%；`;
    const [figure] = figuresOf(text);
    assert.equal(text.slice(figure!.span.start, figure!.span.end), '9.82%');
    assert.equal(figure!.figure.indicator, '税收收入');
  });

  it('one figure in two units has one amount and one key', () => {
    const [first, second] = figuresOf('同志们：\n税收收入1.5亿元。\n会议指出，税收收入15000万元。\n');
    assert.equal(first!.key, second!.key);
    assert.equal(first!.figure.amount, second!.figure.amount);
  });

  it('the whole of a region goes without saying', () => {
    const [first, second] = figuresOf('同志们：\n上半年，全市税收收入5亿元。\n上半年，税收收入5亿元。\n');
    assert.equal(first!.key, second!.key);
  });
});
