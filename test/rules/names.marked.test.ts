import assert from 'node:assert/strict';
import fc from 'fast-check';
import abbrevFirst from '../../server/src/rules/abbrev-first.ts';
import nameVariant from '../../server/src/rules/name-variant.ts';
import selfReference from '../../server/src/rules/self-reference.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

describe('name-variant', () => {
  for (const text of [
    '文化和旅游局牵头，〖文化旅游局〗配合，文化和旅游局汇总。',
    '市发展和改革委员会牵头。\n〖发展与改革委员会〗汇总。',
    '落实《全市生态环境保护条例实施办法》。\n对照《〖全市生态环保护条例实施办法〗》。',
    '《〖促进中小企业发展办法〗》《促进中小企业发展的办法》《促进中小企业发展的办法》。',
    '文化旅游部门和文化和旅游部都来了人，工业和信息化局、工业信息化建设一起抓。',
    '《第一批重点项目清单目录》《第二批重点项目清单目录》《重点项目建设管理办法》《重点项目管理办法》。',
    '《全市产业发展总体规划》《全市产业发展体规划纲要》《生产安全事故应急条例》《安全生产事故应急条例》。',
    '《市公共数据管理办法》《公共数据管理办法》《条例》《条列》。',
  ])
    it(text.replaceAll('\n', '⏎'), () => assertMarked(nameVariant, text));

  it('finds a small word lost anywhere in a title, at the form that stands less often', () => {
    const title = '关于支持民营企业的发展和壮大的若干措施';
    const at = fc.constantFrom(...[...title].flatMap((c, i) => ('的和'.includes(c) ? [i] : [])));
    fc.assert(
      fc.property(at, (i) => {
        const lost = title.slice(0, i) + title.slice(i + 1);
        assertMarked(nameVariant, `落实《${title}》，学习《${title}》，兑现《〖${lost}〗》。`);
      }),
      { seed: 3 },
    );
  });

  it('compares thousands of titles in a moment', () => {
    const text = Array.from({ length: 4000 }, (_, i) => `《第${i}批产业发展扶持实施办法》`).join('，');
    assert.deepEqual(findingsOf(nameVariant, text), []);
  });
});

describe('abbrev-first', () => {
  for (const text of [
    '抓好〖“双提升”〗。\n实施能力素质提升和服务质量提升行动（以下简称“双提升”）。',
    '用好《若干措施》。'.replace('《', '〖《').replace('》', '》〗') +
      '\n出台《关于稳外贸的若干政策措施》（以下简称《若干措施》）。',
    '双提升很重要。\n实施能力素质提升和服务质量提升行动（以下简称“双提升”）。抓好“双提升”。',
    '江北新区开发。\n加快江北新区产业示范园（以下简称“江北新区”）建设。',
    '江北产业新城建设提速。'.replace('江北产业新城', '〖江北产业新城〗') +
      '\n加快建设江北产业融合示范区（以下简称“江北产业新城”）。',
    '关于江北产业新城建设的讲话\n同志们：\n加快建设江北产业融合示范区（以下简称“江北产业新城”）。江北产业新城要提速。',
  ])
    it(text.replaceAll('\n', '⏎'), () => assertMarked(abbrevFirst, text));
});

describe('self-reference', () => {
  const speech = (title: string, ...body: readonly string[]): string =>
    [title, '同志们：', ...body].join('\n');
  for (const text of [
    speech(
      '在全市经济工作会议上的讲话',
      '全市上下奋力拼搏，我市主要指标好于预期，我市要再接再厉。',
      '〖我区〗、〖我镇〗的问题要正视。',
    ),
    speech('在全省防汛工作会议上的讲话', '我省江河众多，全省要早动手。', '〖我市〗的堤防还有短板。'),
    speech(
      '在临江市教育工作会议上的讲话',
      '要加快发展，〖云山市委、市政府决定〗设立专项资金。'.replace('决定〗', '〗决定'),
    ),
    speech(
      '在全市经济工作会议上的讲话',
      '我市面对自我区分难题，我区域优势明显，我市场主体活跃，我县级财力不足。'.replace(
        '我县级财力不足',
        '忘我镇定',
      ),
    ),
    speech('在全市经济工作会议上的讲话', '我县抓好三件事，我县的短板要补，全市支持我县。'),
    speech('在全县经济工作会议上的讲话', '全县上下努力，我县要争先，我市、我省给予支持。'),
    speech('在全市招商推介会上的推介', '全市欢迎你，我县更欢迎你。'),
    speech(
      '在临江市对口协作座谈会上的讲话',
      '感谢云山市委、市政府的支持，临江市委、市政府决定扩大合作，各市委、市政府要求一致。',
    ),
    speech('在工业大会上的讲话', '我县、我市、云山市委、市政府决定。'),
  ])
    it(text.replaceAll('\n', '⏎'), () => assertMarked(selfReference, text));
});
