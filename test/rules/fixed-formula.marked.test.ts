import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { readFixedLists } from '../../server/src/lexicon/fixed-lists.ts';
import { FORMULAS } from '../../server/src/lexicon/formulas.ts';
import fixedFormula from '../../server/src/rules/fixed-formula.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

const THOUGHT = '习近平新时代中国特色社会主义思想';
const around = (formula: string): string => `各级党组织要坚持以${formula}为指导，把各项工作抓实抓细。`;
const speech = (date: string, body: string): string =>
  `在全市工作会议上的讲话\n（${date}）\n同志们：\n${body}\n要把各项任务抓紧抓实。`;

describe('fixed-formula', () => {
  describe('reports wording that was altered', () => {
    for (const sentence of [
      '用〖习近平总书记新时代中国特色社会主义思想〗武装头脑。',
      '学习〖新时代习近平中国特色社会主义思想〗，坚持〖习近平中国特色社会主义思想〗。',
      '以〖习近平新时代中国特色社会主义〗为指导。',
      '团结在〖以习近平总书记为核心的党中央〗周围，在〖以习近平同志为中心的党中央〗领导下。',
      '要〖做到“四个意识”〗、〖做到“四个自信”〗，〖坚定“两个维护”〗。',
      '要〖增强“三个意识”、坚定“四个自信”〗、做到“两个维护”。',
      '要增强“四个意识”、〖坚定“四个自信”、做到“三个维护”〗。',
      '〖统筹推进“五位一体”战略布局〗、〖协调推进“四个全面”总体布局〗。',
      '坚持〖毛泽东思想、“三个代表”重要思想〗。',
      '〖邓小平理论、科学发展观、“三个代表”重要思想〗是一脉相承的。',
      '不断提高〖政治领悟力、政治判断力、政治执行力〗，做到〖尊重自然、保护自然、顺应自然〗。',
      '贯彻〖创新、绿色、协调、开放、共享〗的新发展理念，〖全面、准确、完整〗贯彻新发展理念。',
      '认真〖学习近平〗新时代中国特色社会主义思想，落实〖习近平总书纪〗要求。',
      '迎接〖中国共产党第二十一届全国代表大会〗，开好〖第十四次全国人民代表大会〗。',
      '开展〖“不忘初心，牢记使命”主题教育〗，〖不忘初心、忘记使命〗。',
      '践行〖青山绿水就是金山银山〗，应对〖百年未遇之大变局〗，构建〖人类共同命运体〗，发展〖全程人民民主〗。',
    ])
      it(sentence, () => assertMarked(fixedFormula, sentence));
  });

  describe('is silent on short forms, names of their own and free wording', () => {
    for (const sentence of [
      '学习贯彻习近平新时代中国特色社会主义经济思想，贯彻习近平强军思想、习近平法治思想。',
      '深刻把握习近平总书记关于中国特色社会主义的重要论述，习近平同志关于社会主义文化思想的阐述。',
      '高举新时代中国特色社会主义伟大旗帜，坚持和发展新时代中国特色社会主义思想。',
      '树牢“四个意识”，不断增强“四个自信”，践行“两个维护”，坚定“两个维护”的政治自觉。',
      '做到“四个意识”强、“四个自信”足，真正把做到“两个确立”的要求想明白。',
      '增强“三个意识”：大局意识、责任意识、服务意识，树立“五个自信”。',
      '推进“五位一体”总体布局和“四个全面”战略布局，我市“五位一体”战略布局初见成效。',
      '坚持马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观，全面贯彻习近平新时代中国特色社会主义思想。',
      '学习马克思主义、毛泽东思想，学习邓小平理论和科学发展观。',
      '绿色、创新、共享、开放、协调的办会要求，自由、平等、法治、公正的环境。',
      '不忘初心，牢记使命，继续前进；绿水青山既是自然财富，也是金山银山。',
      '党的第二十次全国代表大会，第二十届中央委员会第三次全体会议，第十四届全国人民代表大会第三次会议。',
      '世界百年变局加速演进，百年不遇的洪水，自学习近平原地区的经验以来。',
      '政治判断力、政治领悟力和政治执行力，提高政治执行力、政治领悟力。',
    ])
      it(sentence, () => assertMarked(fixedFormula, sentence));
  });

  describe('goes by the date of the speech', () => {
    it('wording right for its year', () => {
      assertMarked(
        fixedFormula,
        speech(
          '2015年3月6日',
          '在以习近平同志为总书记的党中央领导下，筑牢中华民族共同体意识，坚持道路自信、制度自信、理论自信。',
        ),
      );
      assertMarked(fixedFormula, '在以习近平同志为总书记的党中央领导下，我们开局良好。');
    });
    it('and wrong for a later one', () =>
      assertMarked(
        fixedFormula,
        speech(
          '2024年3月6日',
          '在〖以习近平同志为总书记的党中央〗领导下。2014年，在以习近平同志为总书记的党中央领导下开展了教育实践活动。',
        ),
      ));
  });

  it('is silent on every formula that is right', () => {
    for (const formula of FORMULAS) assertMarked(fixedFormula, around(formula));
    for (const { items } of readFixedLists()) assertMarked(fixedFormula, around(items.join('、')));
  });

  it('finds the guiding thought with any one character lost, and puts it right', () => {
    for (let at = 0; at < THOUGHT.length; at++) {
      const text = around(THOUGHT.slice(0, at) + THOUGHT.slice(at + 1));
      const findings = findingsOf(fixedFormula, text);
      assert.equal(findings.length, 1, text);
      const [fix] = findings[0]!.fixes;
      if (fix) assert.equal(applyEdits(text, fix.edits), around(THOUGHT));
    }
  });

  it('finds it with any one character changed inside', () => {
    for (let at = 3; at < THOUGHT.length; at++) {
      const text = around(`${THOUGHT.slice(0, at)}某${THOUGHT.slice(at + 1)}`);
      assert.equal(findingsOf(fixedFormula, text).length, 1, text);
    }
  });

  it('finds every fixed list in any other order, and puts it right', () => {
    const list = fc.constantFrom(...readFixedLists());
    const shuffled = list.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray([...one.items], { minLength: one.items.length })),
    );
    fc.assert(
      fc.property(shuffled, ([{ items, near = '' }, order]) => {
        const text = `要坚持${order.join('、')}，落实${near}。`;
        const right = `要坚持${items.join('、')}，落实${near}。`;
        const findings = findingsOf(fixedFormula, text);
        assert.equal(findings.length, text === right ? 0 : 1);
        assert.equal(
          applyEdits(
            text,
            findings.flatMap(({ fixes }) => fixes[0]!.edits),
          ),
          right,
        );
      }),
      { seed: 11 },
    );
  });
});
