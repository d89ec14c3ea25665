import page from '../../server/src/rules/leftover-page-number.ts';
import web from '../../server/src/rules/leftover-web-text.ts';
import { assertMarked, readMarked } from '../support/marked.ts';

/** Each case is a draft of its own: sentences around it keep it from being a title. */
const draft = (line: string): string => `同志们：\n要抓好落实。\n${line}\n谢谢大家！`;

const PAGE = [
  '要加快项目建设，〖-5-〗推动产业升级。',
  '〖-4-〗确保年内完工。',
  '〖— 3 —〗',
  '〖－ 12 －〗',
  '〖--8--〗',
  '〖第 3 页 共 10 页〗',
  '〖Page 3 of 12〗',
  '要狠抓落实。〖— 5 —〗各级各部门要高度重视。',
];

const WEB = [
  '〖第2篇：校长在开学典礼上的讲话〗',
  '〖篇一：〗',
  '〖【篇二】〗',
  '〖范文一：在安全生产会议上的讲话〗',
  '〖院长在年终总结会上的讲话 第2篇〗',
  '在全市经济工作会议上的讲话〖[大全]〗',
  '在全市经济工作会议上的讲话〖（精选5篇）〗',
  '在全市经济工作会议上的讲话〖（三篇）〗',
  '〖下一篇：无〗',
  '〖【返回列表】〗',
  '〖当前位置：首页 > 范文 > 领导讲话〗',
  '〖来源：市政府办公室 发布时间：2024-03-05 浏览次数：123〗',
  '〖作者：佚名〗',
  '〖版权归原作者所有，如有侵权请联系删除〗',
  '〖本文来源于网络，仅供参考〗',
  '让我们携手奋进！〖精品文档〗',
  '〖下载后可自行编辑修改〗',
  '发展环境〖&nbsp;〗持续优化。',
  '〖<br/>〗要抓好落实。',
  '〖下面是小编为大家整理的局长讲话稿，欢迎阅读。〗',
];

const SILENT = [
  '妥善处理“4·10”事故善后事宜，电话0931-1234567，手机138-0000-1111。',
  '1-7月，全市外贸进出口下降-7.9%，气温-5—3℃，房号为3-1-201。',
  '第一篇章已经翻开，我们要写好发展篇、民生篇。',
  '1/3以上的企业完成改制。',
  '3/12',
  '先进事迹（三篇）',
  '最佳组织奖（推荐）',
  '考核结果（优秀）',
  '请大家登录政务服务网下载办事指南。',
  '市民可通过应用商店免费下载安装。',
  '本文使用的数据截至2024年底，软件下载后使用手机号登录即可。',
  '版权归企业所有，收益归集体所有。',
  '平台要履行主体责任，对侵权内容及时通知删除。',
  '上一篇文章里我们讲过，当前位置不变。',
  '来源：新华社',
  '资料来源：市统计局',
  '以上就是我要讲的全部内容，谢谢大家。',
  '各新媒体小编要提高业务能力。',
  'R&D投入强度达到2.6%，温度<5℃，湿度>60%。',
];

describe('leftovers: exactly the marked places', () => {
  for (const [title, rule, other, cases] of [
    ['leftover-page-number', page, web, PAGE],
    ['leftover-web-text', web, page, WEB],
  ] as const) {
    describe(title, () => {
      for (const line of cases) {
        it(line, () => {
          assertMarked(rule, draft(line));
          assertMarked(other, readMarked(draft(line)).text);
        });
      }
    });
  }
  describe('silent', () => {
    for (const line of SILENT) {
      it(line, () => {
        assertMarked(page, draft(line));
        assertMarked(web, draft(line));
      });
    }
  });
});
