import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readPlaceholders } from '../../server/src/facts/placeholders/read.ts';
import { mark, readMarked } from '../support/marked.ts';

/** Families of masks, one sentence a line: every placeholder, whatever its kind, and nothing else is marked. */
const FAMILIES: Readonly<Record<string, string>> = {
  'x and X': `
上半年，全县地区生产总值完成〖xx.x亿元〗，同比增长〖x.x%〗。
工业用电量〖X.XX亿千瓦时〗，增长〖XX.X%〗，占全社会用电量的〖XX%〗。
新签约项目〖xx个〗，总投资〖xxx.x亿元〗，其中超十亿元项目〖x个〗。
〖XX县〗、〖XX区〗的做法各有特色，〖XX公司〗作了典型发言。
〖20xx年〗以来，我们先后开展了〖x次〗集中整治。
〖20XX年X月X日〗，〖XX市委〗召开了〖x届x次全会〗。
感谢〖xx书记〗、〖XX市长〗和〖XXX同志〗长期以来的关心支持。
这是〖XX镇〗连续〖X年〗获此殊荣，也是全市唯一。
〖xx集团〗投资〖xx亿元〗建设的〖xx项目〗正式开工。
第一批〖XX名〗干部已经到村任职，第二批〖xx人〗正在集训。
`,
  'X in full width': `
全市完成固定资产投资〖ＸＸＸ亿元〗，增长〖ＸＸ．Ｘ％〗。
〖ＸＸ市〗与〖ＸＸ县〗签订了协议，〖Ｘ书记〗出席。
〖２０ＸＸ年〗是关键一年，〖Ｘ月ＸＸ日〗要完成任务。
新建学校〖ｘｘ所〗、医院〖ｘ所〗，惠及〖ｘｘ万人〗。
深入学习〖第ＸＸ届委员会〗的工作报告。
`,
  '×': `
农村居民人均可支配收入〖××××元〗，增长〖×.×%〗。
〖××市〗人民〖××年〗来艰苦奋斗，换来今天的变化。
〖××局〗、〖××街道〗要主动对接，〖×月×日〗前完成。
我代表〖××县委〗、〖××县政府〗向大家问好。
本次会议是市委〖×届×次全会〗之后召开的一次重要会议。
安排专项资金〖×××万元〗，建成示范点〖×个〗。
`,
  stars: `
全年接待游客〖***万人次〗，旅游收入〖**亿元〗，增长〖**%〗。
〖**省〗〖**市〗代表团来我县考察，〖**企业〗负责人陪同。
到〖*月*日〗，全县累计完成投资〖*亿元〗。
〖＊＊县〗的经验说明，〖＊月底〗前完全可以完成。
各单位要对照〖**文件〗要求抓好整改。
`,
  'circles, squares and triangles': `
〖○○市〗税收收入〖○○亿元〗，比上年增长〖○○%〗。
〖○月○日〗上午，〖○○公司〗举行了开工仪式。
〖□□县〗新增企业〖□□家〗，吸纳就业〖□□人〗。
〖■■市〗与〖△△集团〗达成合作意向。
〖〇〇县〗有关情况另行通报。
`,
  lines: `
完成投资〖____〗亿元，增长〖____〗%。
今年以来新增市场主体〖＿＿＿〗户，注销〖__〗户。
〖____年__月__日〗召开动员会。
本次活动由〖______〗主办，〖______〗承办。
出席会议的有〖＿＿＿＿〗等领导同志。
`,
  'dots and question marks': `
实现税收〖……亿元〗，占一般公共预算收入的〖……%〗。
全年营业收入〖？？亿元〗，利润〖？？万元〗，用工〖？？万人〗。
到位资金为〖？？？〗，具体数以财务为准。
发放贷款〖...亿元〗，惠及〖...万户〗。
`,
  'somebody and some place': `
〖某某县〗的教训十分深刻，〖某某局〗负责人被问责。
向〖某某〗同志学习，以〖某某〗先生为榜样。
〖某某某〗同志从〖某某市〗调来我市工作。
`,
  'spaces inside': `
增长 〖x .x%〗，下降〖xx. x%〗，完成 〖XX 亿元〗。
〖20XX 年X 月〗，〖XX 市〗召开了现场会。
〖* 市〗的城市面貌焕然一新，〖X X 县〗也不甘落后。
要〖讲政 X〗、〖顾大 X〗，始终保持清醒。
贯彻〖第 XX 次〗全会精神，落实〖X 项〗任务。
`,
  'damaged by scanning': `
增加值（低〖o.x〗）、投资（高〖x.O〗）、消费（低〖x.o〗）。
税收（〖x低.O〗）、用电量（〖x高.o〗）都不理想。
出口增速低〖0.x个百分点〗，进口高〖x.0个百分点〗。
`,
  'blanks before units': `
完成投资〖　　亿元〗，同比增长〖　%〗，占年度计划的〖　　%〗。
新建农村公路〖    公里〗，改造危桥〖　　座〗。
全县脱贫〖　　户〗〖　　人〗，贫困发生率降到〖　%〗。
获得省级以上表彰〖　　项〗，其中国家级〖　　项〗。
共收到意见建议〖（　　）〗条，采纳〖（　　）〗条。
评审会定于〖　月　日〗召开，请提前准备。
`,
  'notes to colleagues': `
税收收入86亿元〖（财政局核）〗，增长4.2%〖（税务局再核）〗。
新增高新技术企业56家〖（请科技局核实）〗，增速全市第一〖（待核）〗。
〖【待补充】〗
〖（此处补充两个典型事例）〗要讲得具体生动。
签约项目23个〖（数据待更新）〗，开工18个〖（？）〗。
下一步打算〖（请发改委补充）〗要写实。
农业方面〖【请农业农村局提供材料】〗，工业方面已经写好。
这一段〖（此处待核）〗，会前必须定稿。
参会人数〖（办公室核实）〗，会场安排另行通知。
会议地点：〖待定〗。主持人：〖待确认〗。
〖TODO〗：补上民生部分的数字。
`,
  'fields of a template': `
我代表〖【单位名称】〗致以热烈祝贺，我叫〖[姓名]〗。
欢迎来到〖【城市】〗，今天是〖【日期】〗。
`,
  'in brackets, quotes and titles of works': `
印发了《〖XX市〗优化营商环境条例》和《〖××县〗乡村建设规划》。
打造“平安〖XX〗”“数字〖XX〗”，擦亮“〖xx制造〗”名片。
〖XX市〗（〖XX区〗）要先行一步，（〖XX局〗牵头）抓紧落实。
“十四五”期间累计投资〖XX亿元〗。
《〖20XX年〗工作要点》已经印发，“〖X大〗工程”全面铺开。
项目（总投资〖xx亿元〗）进展顺利，（占比〖xx%〗）较高。
`,
  'half-known figures': `
城镇化率达到〖6X.X%〗，森林覆盖率〖4×%〗。
常住人口〖1XX万人〗，户籍人口〖2XX.X万人〗。
〖202X年〗的目标是〖7.x%〗，〖202×年〗是〖8.x%〗。
`,
  'ordinals and places in a row': `
总量居全省〖第X位〗，增速居〖第x位〗，排名〖第XX〗。
市〖X届〗人大〖X次会议〗审议通过，县〖x届x次全会〗作出决定。
学习贯彻党的〖XX大〗和〖XX届X中全会〗精神。
荣获全国〖X等奖〗，荣立集体〖X等功〗。
召开〖第×次〗常务会议、〖第××次〗主席会议。
`,
  'words in part': `
力戒〖形式XX〗、〖官僚XX〗，坚决反对〖享乐××〗。
增强〖忧患意X〗、〖大局意X〗，提高〖政治X位〗。
谋划好“〖XX五〗”规划，抓好〖安全X产〗。
〖艰苦XX〗的作风不能丢，〖实事X是〗的路线要坚持。
`,
  'spans of days, years and values': `
〖X月X日至X月X日〗开展集中督导，〖X月下旬〗通报结果。
预计全年增长〖x%—x%〗，降幅收窄到〖X%至X%〗。
〖20XX—20XX年〗累计投入〖XX亿元〗，年均增长〖X.X%〗。
审批时限由〖XX天〗压缩到〖X天〗，材料由〖XX份〗减少到〖X份〗。
历时〖XX天〗、行程〖XXXX公里〗，走访企业〖XX家〗。
从教〖XX年〗来，她先后获得〖XX项〗荣誉。
`,
  'more than one family in a sentence': `
〖20xx年〗，〖××市〗完成投资〖**亿元〗，建成项目〖____〗个。
〖XX县〗〖（统计局核）〗不在此列，产值增长〖ＸＸ%〗。
〖x月x日〗，〖某某市委〗召开了〖第×次〗常委会会议。
〖○○县〗〖XX镇〗的群众把〖XXX同志〗送出很远。
〖XX市〗第一产业增长〖x.x%〗，第二产业增长〖×.×%〗，第三产业增长〖*.*%〗。
`,
  'mask and the noun that it masks': `
〖XX县〗中医院、〖XX县〗人民医院和〖XX大学〗附属医院结成联盟。
〖XX区〗乡镇卫生院条件得到改善，〖XX镇〗小学面貌一新。
充分发挥〖XX〗区位优势，做强〖XX〗县域经济。
〖XX机场〗、〖XX高铁站〗、〖XX大桥〗相继投用。
〖XX〗、〖XX〗、〖XX〗三县要联动发展。
〖XX总书记〗、〖XX董事长〗分别讲话，〖x总〗介绍情况。
`,
};

/** Finished wording that holds the same signs: nothing is marked. */
const SILENT = `
按照5W1H的要求，把任务分解到人，把责任落实到岗。
PM2.5浓度降到28微克，PM10浓度降到52微克，优良天数320天。
做好X光检查，配齐X光机，普及X线摄影，开展γ射线探伤。
R&D经费投入强度达到2.8%，R&D人员突破3万人。
材料用A4纸双面打印，图纸用A3纸，字号不小于小四。
实行3×8小时轮班、2×12小时值守，确保24小时有人。
启动“数据要素×”三年行动，探索“人工智能+”“互联网×”应用场景。
构建“10+X”产业体系、“7+3+X”政策体系、“1+N+X”制度体系。
实施“415X”先进制造业集群培育工程，完善“141X”治理体系。
打造4×4车道、6×100米接力、8×50米往返跑项目。
建设2×66万千瓦、2×100万千瓦超超临界机组。
PX项目、PTA项目、MDI项目一体推进。
二○二五年三月十八日，二○二四年，一九九○年，三○一国道。
□是□否，□同意　□不同意，□有 □无
某些干部作风不实，某种程度上影响了发展，某年某月曾有先例。
某地、某人、某事、某一天、某个部门，都要引以为戒。
**项目建设**要提速，**招商引资**要增效，*务实*是根本。
注：带*的为约束性指标，其余为预期性指标。
地区生产总值*、进出口总额*等指标为预计数。
Linux系统、XML格式、X86服务器、XGBoost模型、X.509证书。
Next、Matrix、Excel、Box、Fax、Max、text、index等词不译。
iPhone X、Model X、Space X、SpaceX、Windows XP、XP系统。
GB/T 9704—2012、ISO 9001、5G-A、6G、C919、ARJ21、Z世代、Y染色体。
“X”因素、X轴和Y轴、变量X、方案X、X为变量、函数f(x)=x+1。
甲×乙=丙，单价×数量=总价，长×宽×高。
“文旅×体育×农业”融合，“金融×科技”赋能。
1920×1080像素、3840×2160分辨率、210×297毫米。
答对的打√，答错的打×，弃权的画○。
● 强化责任　● 狠抓落实　■ 严格考核
※ 请提前十分钟入场。★ 重点任务
采用“互联网+”“标准地+”“双X”模式的地方越来越多。
三校生、三支一扶、三农工作、四好农村路、五个必由之路。
扩大内需、稳住外需，做到两手抓、两促进、两不误。
二〇二五年一月，二〇二四年十二月，第二〇〇号文件。
一〇七国道、三〇一医院、一〇〇亿斤粮仓。
按1:500、1∶1000的比例尺绘图，配比为3∶2∶1。
**一是**抓落实，**二是**抓督查，**三是**抓考核。
* 第一，抓项目。
· 坚持稳字当头　· 坚持稳中求进
每千人口执业医师数达到3.2人（*不含乡村医生）。
三项指标*、五项任务*，详见附件。
话没有说完……大家都明白……这里不多讲。
这样行不行？？？大家想一想！！！
（一）（二）（三）分别由三个组负责，（ ）内为去年数。
请在（　）内填写序号，请在□内打√。
各项任务要逐条核实、逐项核对，待补短板要抓紧补齐。
待定事项提交会议研究，待补充的材料会后报送。
（以统计局核定数为准）（数据来源：市统计局）
【新华社电】【本报讯】〔2024〕12号、[1]、[2]
李某某、王某、赵某因受贿被查处，某某中心之类的牌子要清理。
时任副县长王某某违纪违法案警示教育大会召开。
一个X因素、两个O型血、三个T台。
一带一路、二十国集团、三个代表、四个全面。
WTO、GDP、CPI、PPI、PMI、FDI、RCEP、EPC+O、BOT、PPP、TOD、EOD。
网址是www.example.com，邮箱是xx_office@example.com。
电话：0371-12345678转8001，车牌豫A·12345。
宽带提速到1000M，电压等级10kV，主变容量2×50MVA。
维生素C、维生素D、B超、CT、AI、APP、LED、VIP、NO.1。
学习小组、XYZ公司、ABC级景区、AAAA级景区、5A级景区。
`;

const lines = (block: string): readonly string[] => block.trim().split('\n');

function assertFound(marked: string): void {
  const { text } = readMarked(marked);
  const found = readPlaceholders(text);
  assert.equal(
    mark(
      text,
      found.map(({ span }) => span),
    ),
    marked,
  );
}

describe('families of placeholders: exactly the marked places', () => {
  for (const [family, block] of Object.entries(FAMILIES)) {
    describe(family, () => {
      for (const line of lines(block)) it(line, () => assertFound(line));
    });
  }
  describe('silent', () => {
    for (const line of lines(SILENT)) it(line, () => assertFound(line));
  });
});

describe('a clean sentence with one thing masked', () => {
  const FIGURES = [
    ['全市完成固定资产投资', '亿元', '，增势良好。'],
    ['规上工业增加值增长', '%', '，高于预期。'],
    ['新建高标准农田', '万亩', '，超额完成任务。'],
    ['城镇新增就业', '万人', '，形势总体稳定。'],
    ['改造老旧小区', '个', '，惠及上万居民。'],
    ['空气优良天数达到', '天', '，创历史最好水平。'],
  ] as const;
  const NAMES = [
    ['会前，我们考察了', '县', '，收获很大。'],
    ['要学习借鉴', '市', '的成功经验。'],
    ['近日，', '公司', '与我市签订了协议。'],
    ['昨天下午，', '书记', '主持召开了会议。'],
    ['加快推进', '大桥', '建设，确保年底通车。'],
  ] as const;
  const sign = fc.constantFrom('x', 'X', '×', 'Ｘ', 'ｘ', '*', '＊', '○');
  const check = (before: string, masked: string, after: string): void => {
    const text = before + masked + after;
    assert.equal(
      mark(
        text,
        readPlaceholders(text).map(({ span }) => span),
      ),
      `${before}〖${masked}〗${after}`,
    );
  };

  it('its figure, with its unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIGURES),
        sign,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 2 }),
        ([before, unit, after], one, whole, decimals) => {
          const figure = one.repeat(whole) + (decimals > 0 ? `.${one.repeat(decimals)}` : '');
          check(before, figure + unit, after);
        },
      ),
    );
  });

  it('its name, with its noun', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        sign,
        fc.integer({ min: 2, max: 4 }),
        ([before, noun, after], one, length) => check(before, one.repeat(length) + noun, after),
      ),
    );
  });
});
