import assert from 'node:assert/strict';
import type { Rule } from '../../server/src/engine/types.ts';
import { readPlaceholders } from '../../server/src/facts/placeholders/read.ts';
import blank from '../../server/src/rules/placeholder-blank.ts';
import date from '../../server/src/rules/placeholder-date.ts';
import name from '../../server/src/rules/placeholder-name.ts';
import number from '../../server/src/rules/placeholder-number.ts';
import ordinal from '../../server/src/rules/placeholder-ordinal.ts';
import word from '../../server/src/rules/placeholder-word.ts';
import { assertMarked, readMarked } from '../support/marked.ts';

const RULES = { number, date, ordinal, name, word, blank } as const;
type Kind = keyof typeof RULES;

/** Sentences whose placeholders are all of one kind: its rule reports exactly the marks, the others nothing. */
const CASES: Readonly<Record<Kind, string>> = {
  number: `
上半年，全市规上工业增加值增长〖xx.x%〗，高于全省〖X.X个百分点〗。
一般公共预算收入完成〖××亿元〗，固定资产投资增长〖×.×%〗。
社会消费品零售总额达到〖ＸＸ.Ｘ亿元〗，增长〖Ｘ.Ｘ％〗。
城镇新增就业〖*万人〗，完成年度任务的〖**%〗。
外贸进出口总值〖○○亿元〗，新开工项目〖□□个〗。
增长 〖xx.x %〗，完成 〖XX 亿元〗，下降〖x .x个百分点〗。
单位GDP能耗下降〖X.X%〗，PM2.5平均浓度〖xx微克/立方米〗，5G基站达到〖XXX个〗。
外贸增速为〖-X.X%〗，气温将下降〖X—X℃〗，预计增长〖X%-X%〗。
城镇化率提高到〖6X.X%〗，人均可支配收入〖1XXXX元〗。
第一产业增加值（低〖o.x〗），第二产业增加值（高〖x快.O〗）。
三次产业结构调整为〖X〗∶〖X〗∶〖X〗，城乡收入比为〖x.x〗∶1。
工期压缩到〖XX日〗左右，审批时限压减至〖X个工作日〗。
经过〖X年〗努力，历时〖XX天〗，从教〖XX年〗。
改革开放〖XX年〗来，我们走过了不平凡的历程。
为企业减税降费〖X亿多元〗，惠及〖X万余人〗，引进项目〖XX余个〗。
我讲〖X点〗意见，再强调〖x点〗。
围绕“〖X大〗行动”，抓好〖X项〗任务、〖XX件〗实事。
今年共发生事故〖X起〗，确诊病例〖X例〗，同意〖XX票〗。
出院〖X.X万人次〗，手术〖XXXX台次〗，检查企业〖xxx家次〗。
年产〖XX万吨〗，装机〖XXXMW〗，专线全长〖XXkm〗，征收〖XX万㎡〗。
培训结对〖XX对〗夫妻、采集〖XX组〗数据、筑牢〖X道〗防线。
争取资金超过〖X,XXX万元〗，占〖X成〗以上，排名前〖X位〗。
全县〖XX万〗干部群众奋力拼搏，投资〖X万〗以上的项目全部入库。
**完成投资〖XX亿元〗**，占比〖XX%〗。
`,
  date: `
〖20XX年〗是承上启下的一年，〖20xx 年〗〖二○××年×月×日〗也都是。
〖20**年*月*日〗，到〖20*年〗完成。
〖X月X日至X日〗，我们召开了专题会；〖6月XX日〗前完成整改。
〖X、X月份〗是黄金期，〖X-X月〗用电量增长，〖1-X月份〗增速回落。
〖X月中旬〗开展督导，〖XX月底〗见成效。
〖○月○日〗，全省会议召开。
市政发〔〖20XX〗〕12号文件已经印发。
〖20XX—20XX年〗投入10亿元，〖20XX-20XX学年〗已经开始。
〖20XX级〗新生、〖20XX届〗毕业生
〖20XX-XX-XX〗，〖20XX.X.X〗，〖20XX/XX/XX〗
今天上午〖X点〗集中，晚上〖XX时XX分〗险情得到控制。
上午〖X：XX〗签到。
〖X季度〗总体平稳，本周〖星期X〗下午调度。
〖X日〗召开的会议作了部署，本月〖X日〗督查组进驻。
2025年〖　月　日〗
〖____年__月__日〗
请各单位于〖 月 日〗前报送，动员会定于〖__月__日〗召开，评审会初步安排在〖　月　日〗。
评审会拟安排〖　　月　　日〗召开。
`,
  ordinal: `
学校〖第XX届委员会〗任期内，事业长足发展。
贯彻市委〖X届X次全会〗精神和省委〖×届×次全会〗精神。
贯彻党的〖XX届X中全会〗精神，深入学习宣传党的〖XX大〗精神。
市〖XX届〗人大〖X次会议〗审议通过了报告。
总量居全省〖第X位〗，增速居〖第X〗。
〖第 X 次〗集体学习、〖第×次〗办公会、〖第**届〗职代会
荣获科技进步〖X等奖〗，荣立个人〖X等功〗。
`,
  name: `
〖XX县〗中医院、〖XX人民医院〗、〖××县〗〖××镇〗〖××村〗
〖ＸＸ市〗、〖＊＊县〗、〖○○公司〗、〖□□局〗、〖△△集团〗
刚才，〖X总〗介绍了情况，〖x书记〗讲了话，〖××同志〗作了表态。
充分发挥〖XX〗区位优势和〖XX〗市场优势，壮大〖XX〗县域经济。
力争〖XXX〗年内投入使用，〖XXX〗年底前建成。
〖* 市〗是一座年轻的城市，到〖*〗任职以来，作为〖*〗人深感自豪。
〖**县〗、〖**乡〗作了表态发言，欢迎来到〖**〗。
到〖×市〗考察，向〖×省长〗汇报，推进 〖X〗 建设。
“平安〖XX〗”“诗画〖XX〗”“〖XX〗号”，《〖XX市〗总体规划》
新时代〖XX〗人最讲情义，建设法治〖XX〗。
主持人：〖XXX〗
〖XX〗、〖XX〗两县和〖XX〗等地
〖XX〗地区生产总值突破千亿，〖XX〗中心城区扩容。
〖某某市委〗、〖某某公司〗
二○二五年，〖○○县〗面貌一新。
`,
  word: `
坚决反对〖形式XX〗、〖官僚××〗。
要〖讲政 X〗，要增强〖忧患意X〗，〖真抓X干〗、〖攻坚XX〗。
提高〖政治X位〗，抓好〖安全X产〗，推动〖全面从严X党〗。
科学编制〖XX五〗规划，“〖十X五〗”规划收官在即。
`,
  blank: `
完成投资〖　　亿元〗，同比增长〖　%〗，高于去年〖  个百分点〗。
共有〖　　家〗企业参会，惠及〖　　万人〗。
争取专项债券〖____〗亿元，实施项目〖＿＿＿〗个。
实现利润〖……亿元〗，到位资金〖？？亿元〗，增速为〖？？？〗，排名靠后。
新开工86个〖（统计局核）〗，就业3.2万人〖（人社局再核）〗。
签订协议56份〖（请商务处补充）〗，收入50亿元〖（老张核）〗。
增长12%〖（待核实）〗，下降3%〖（核）〗，占比5%〖（？）〗。
同比增长〖（）〗%，完成〖（　　）〗件，达到〖【】〗亿元。
印发了〖《　　》〗，开展〖“　　”〗活动。
我代表〖【单位名称】〗向大家表示感谢，我是〖[姓名]〗。
〖【此处补充典型案例】〗
地点：〖待定〗
〖（  ）〗负责现场协调，〖（　）〗牵头抓好接待。
〖TODO〗：补充事例
向〖某某〗同志学习。
`,
};

/** Finished wording that looks like a placeholder: no rule says a word. */
const SILENT = `
按5W1H分解任务，PM2.5为28微克，做X光检查，R&D投入强度2.6%，A4纸双面印。
“数据要素×”三年行动，“文旅×体育”融合，人工智能×制造。
“10+X”“7+3+X”“1+N+X”“415X”“141X”“4×4”
2×66万千瓦，3×8小时，4×100米接力，2x66万千瓦，7×24小时，单价×数量。
PX项目、Model X车型、iPhone X手机、Linux、XBRL、NOx、S301、X204线、型号XJ-200。
X射线、X 光、X轴、“X”因素、变量X的取值、X=5、f(x)、x、y、z三个方向
二○二五年十二月三日，二○○○年，一九九○年，一○五号，○八年
□是　□否
（  ）是，（  ）否
签到表　月　日　姓名
于 3 月 5 日前报送，定于6 月 5 日召开。
□人员 □车辆 □物资
请在对应的□内打√，错的打“×”。
■ 市场监管工作要点
○ 企业 ○ 个人
某些干部，某种程度，某年某月某日，某县一名干部，某市某局
时任局长赵某某失职，李某某受贿，什么某某中心。
**一是强化领导。**各级党委要负起责任，要**狠抓落实**，务求实效。
**项目建设**是硬支撑，**招商引资**是生命线。
**第一，**坚持党的领导。**第二，**坚持人民至上。
* 项目建设提速增效。
*注：以上数据为快报数。
带*的指标为约束性指标，标注*的单位为牵头单位。
- [ ] 完成方案
邮箱：zhang_san@126.com，网址：www.xxgk.gov.cn/xx，文件“报告_v3.docx”。
城乡居民收入比为2.1:1，三次产业结构为5.3∶42.1∶52.6，14:30至16:00。
他说：“……”停了一下。为什么会这样？？？
（审核：张三）（经审计局核定）（经省统计局核实反馈）（年终考核）（无核）（朝核问题）
城镇居民收入增长5.2%（数据由市统计局提供）。
（请各单位于6月底前填报）（由办公室统一填报）（请审议）（略）（待续）（此处有掌声）
具体方案待定的工作可以缓一缓，待核酸检测结果出来后，短板亟待补齐。
【时间】2025年5月6日
【案例】某企业违规排放。〔2025〕18号 [1]国家统计局
李　强　　王　毅
地区生产总值　亿元　1200　6.5%
（提 纲）（单位：亿元、%）
`;

const lines = (block: string): string[] => block.trim().split('\n');

describe('placeholders: exactly the marked places, by kind', () => {
  for (const [kind, rule] of Object.entries(RULES) as [Kind, Rule][]) {
    describe(`placeholder-${kind}`, () => {
      for (const sentence of lines(CASES[kind])) {
        it(sentence, () => {
          const plain = readMarked(sentence).text;
          for (const other of Object.values(RULES)) assertMarked(other, other === rule ? sentence : plain);
        });
      }
    });
  }
});

describe('placeholders: silent on finished wording', () => {
  for (const sentence of lines(SILENT)) {
    it(sentence, () => {
      for (const rule of Object.values(RULES)) assertMarked(rule, sentence);
    });
  }
});

describe('placeholders: cost', () => {
  it('grows with the length, not with its square', () => {
    const cost = (length: number): number => {
      const text = '完成XX个、XX县x.x%，'.repeat(length);
      const started = process.hrtime.bigint();
      assert.ok(readPlaceholders(text).length >= 2 * length);
      return Number(process.hrtime.bigint() - started);
    };
    cost(500);
    const small = Math.min(cost(1000), cost(1000), cost(1000));
    const large = Math.min(cost(10_000), cost(10_000), cost(10_000));
    assert.ok(large < 40 * small, `ten times the text took ${(large / small).toFixed(1)} times as long`);
  });
  for (const sign of [
    'x',
    '×',
    '*',
    '○',
    '□',
    '＿',
    '…',
    '？',
    '某',
    '（',
    '【',
    '　',
    '1',
    '-1',
    'x、',
    '一○',
  ]) {
    it(`takes one line of ${sign} without end`, () => {
      const started = process.hrtime.bigint();
      readPlaceholders(`增长${sign.repeat(200_000)}。`);
      assert.ok(Number(process.hrtime.bigint() - started) < 2e9);
    });
  }
});
