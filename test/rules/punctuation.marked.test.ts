import type { Rule } from '../../server/src/engine/types.ts';
import pair from '../../server/src/rules/pair-unbalanced.ts';
import repeat from '../../server/src/rules/punctuation-repeat.ts';
import width from '../../server/src/rules/punctuation-width.ts';
import direction from '../../server/src/rules/quote-direction.ts';
import space from '../../server/src/rules/stray-space.ts';
import { assertMarked, readMarked } from '../support/marked.ts';

const RULES = { pair, direction, width, repeat, space } as const;
type Kind = keyof typeof RULES;

/** One draft a line, ⏎ for a line end: its rule reports exactly the marks, the others nothing. */
const CASES: Readonly<Record<Kind, string>> = {
  pair: `
要用好〖“〗一张图，管好“一张网”，建好“一个库”。
要用好一张图〖”〗，管好“一张网”，建好“一个库”。
要用好“一张图”，管好“一张网”，建好〖“〗一个库。
落实〖《〗关于推进乡村振兴的意见，抓好《任务清单》。
各县〖（〗市、区要逐项落实，市级部门（单位）要加强指导。
要加快建设综合服务中心3个（含改建1个），便民站点60个〖）〗。
坚持问题导向〖（〗专班牵头，（部门配合），逐项销号。
对照清单【住建、城管、水务〖]〗，逐项落实。
对照清单（住建、城管、水务〖]〗，逐项落实。
要加强‘一老一小’服务，办好〖‘〗幸福食堂，让群众满意。
重点抓好三件事：1）修渠；2）铺路〖（〗含桥；3）引水。
老支书说：〖“〗这条路修了三年。⏎要把这样的精神传下去。⏎要把这样的经验推开去。
`,
  direction: `
要正确处理〖”〗六项关系”，牢固树立“系统观念”，用好“一张图”。
要正确处理“六项关系〖“〗，牢固树立“系统观念”，用好“一张图”。
要推广〖”一线工作法“〗，让干部沉下去。
一体推进〖”〗放管服”改革、〖”〗双随机”监管，实现“一网通办〖“〗。
要做到〖’〗应保尽保’，兜牢底线。
他说：“要做到‘应保尽保〖‘〗。”
〖”〗一网通办”要向基层延伸。
`,
  width: `
要统一思想〖,〗压实责任，狠抓落实，务求实效。
全年增长3%〖,〗高于预期；投资增长5%〖,〗快于去年，消费平稳，出口回升。
经过努力〖;〗我们做到了“两个确保”；今后还要巩固。
各位代表〖:〗⏎现在报告工作：请审议。
全线通车〖:〗202国道已经完工，配套设施要跟上：要快。
怎么办〖?〗大家要想一想：靠什么？
要坚决完成任务〖!〗我们有信心！
落实规划〖(草案)〗要求，完善（试行）办法。
落实规划〖(〗草案）要求，完善（试行）办法。
要用好〖"一张图"〗，管好“一张网”。
要用好〖＂〗一张图”，管好“一张网”。
要用好〖｀一老一小＇〗政策，办好“幸福食堂”。
一要（见附件3〖)〗〖.〗二要抓紧（见附件4）。
完成了GDP核算〖,〗工作扎实，数据可靠，进度正常。
`,
  repeat: `
要加强领导〖，，〗压实责任。
要加强领导〖，。〗压实责任。
办不成事〖。，〗做事要担当。
修路〖、、〗架桥、引水。
修路〖、，〗架桥、引水。
任务完成〖。。〗下一步要巩固。
成效明显〖；；〗问题也不少。
修路、架桥〖。。。〗都是实事。
修路、架桥〖...〗都是实事。
修路、架桥〖......〗都是实事。
他说：“要干就干好〖。”。〗
要统一思想〖,,〗压实责任。
决不能等〖！。〗要马上办。
`,
  space: `
年内完成重点市场改扩建〖 〗任务，确保开业。
要切〖 〗实抓好防汛工作，加强值守。
要加强领导，〖 〗压实责任。
要加强领导〖 〗，压实责任。
三、坚持结果导向，抢抓发展〖 〗机遇，加快补齐短板
全年完成投资20亿元、新开工项目86个、竣工40个，建成道路12公里、桥梁3座，拨付资金5亿元，惠及8万人，其中共有〖 〗9个镇。
`,
};

const SILENT = `
老支书说：“这条路修了三年。⏎“头一年自己背石头。⏎“第二年通了车，第三年通了水。”
他在信中写道：“家乡变化很大。⏎路通了，水也通了。”
重点抓好：1）修渠；2）铺路；a）引水；（3）架桥。
“一网通办”“跨省通办”“掌上办”，《意见》《办法》（试行）【案例】〔2025〕18号
他说：“要记住‘实干兴邦’这句话。”
他问：“那句“功成不必在我”是谁说的？”
身高5’10，it’s fine，workers’ club
区间为[0,1)和(0,100]，误差在（0,1]之内。
增加值1,200万元，上午14:30开会，收入比3:2，ISO 9001:2015，R&D (research) 投入。
网址http://www.example.gov.cn/a,b?c=d:e，邮箱li.si@example.com，版本V2.0.1，见www.example.cn/x,y。
(一)提高认识⏎(二)加强领导
难道还要等吗？！绝不能等！！！修路……架桥——都是实事。他说：“好！”
“要干就干好。”他说。“再难也要干！”
李　强、王　伟、欧阳　华等同志出席，请市长李 明同志讲话。
（提 纲）
提高政治站位 强化责任担当⏎要统一思想，压实责任。
喊响“解放思想 实事求是”口号，落实（市发改委 市财政局）责任。
责任单位：市发改委 市财政局 市住建局，完成时限为6月底。
第一章 总则要写清楚，第二部分 任务要写具体。
一是 要加强领导，压实责任。
指标　亿元　增速，单位　百分比，全年
从 3 月到 5 月，完成 20 亿元，占 GDP 比重为 5%，推广 5G 应用。
增长xx.x%，完成XX亿元，完成投资　　亿元，向【】报送，印发《　　》（　　）件，____年__月。
`;

const lines = (block: string): string[] =>
  block
    .trim()
    .split('\n')
    .map((line) => `同志们：\n要抓好落实。\n${line.replaceAll('⏎', '\n')}\n谢谢大家！`);

describe('punctuation: exactly the marked places', () => {
  for (const [kind, rule] of Object.entries(RULES) as [Kind, Rule][]) {
    describe(rule.meta.id, () => {
      for (const draft of lines(CASES[kind])) {
        it(draft.slice(12, -6), () => {
          const plain = readMarked(draft).text;
          for (const other of Object.values(RULES)) assertMarked(other, other === rule ? draft : plain);
        });
      }
    });
  }
});

describe('punctuation: silent on sound text', () => {
  for (const draft of lines(SILENT)) {
    it(draft.slice(12, -6), () => {
      for (const rule of Object.values(RULES)) assertMarked(rule, draft);
    });
  }
});
