import assert from 'node:assert/strict';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import stockPhrase from '../../server/src/rules/stock-phrase.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;

/** Findings under options of one's own. */
function under(options: Readonly<Record<string, unknown>>, text: string): readonly Finding[] {
  const checker = createChecker([stockPhrase], { words: () => words });
  const { options: defaults } = presetSettings([stockPhrase])['stock-phrase']!;
  const settings = { 'stock-phrase': { level: 'info' as const, options: { ...defaults, ...options } } };
  const { findings, failures } = checker.check(checker.read(text, 'text'), settings);
  assert.deepEqual(failures, []);
  return findings;
}

const REPEATED = ['各乡镇', '各部门', '各村', '园区', '学校'].map(
  (who, i) => `${who}要狠抓落实，${i + 1}月底前交出${i + 3}份清单。`,
);

describe('stock-phrase', () => {
  it('is off before signing', () => {
    assert.equal(presetSettings([stockPhrase], 'hegao:final')['stock-phrase']?.level, 'off');
  });

  it('a phrase beyond its budget, at the first place beyond', () =>
    assertMarked(
      stockPhrase,
      '各乡镇要狠抓落实。\n各部门要狠抓落实。\n各村要狠抓落实。\n园区要〖狠抓落实〗，6月底前修好3座泵站。',
      words,
    ));

  it('says the figures and offers plainer wording that may be looked at', () => {
    const [finding] = findingsOf(stockPhrase, REPEATED.join('\n'), words);
    assert.match(finding!.message, /^“狠抓落实”本稿用了5次，同类讲话一般不超过3次，可酌情精简。/);
    assert.ok(!finding!.message.includes('套话'));
    assert.deepEqual(
      finding!.fixes.map(({ safety, edits }) => [safety, edits[0]!.newText]),
      [
        ['suggestion', '抓好落实'],
        ['suggestion', '落实好'],
      ],
    );
    assert.equal(finding!.related.length, 4);
  });

  it('one finding a section', () => {
    const section = (n: string): string =>
      `${n}、抓好春耕\n${REPEATED.join('\n')}\n要凝心聚力、攻坚克难，真抓实干。`;
    const found = findingsOf(
      stockPhrase,
      ['在农业会上的讲话', '同志们：', section('一'), section('二')].join('\n'),
      words,
    );
    assert.equal(found.length, 2);
    assert.deepEqual(
      found.map(({ messageId }) => messageId),
      ['repeated', 'sentence'],
    );
  });

  it('a sentence of nothing else', () =>
    assertMarked(stockPhrase, '渠已修通。〖要凝心聚力、攻坚克难，真抓实干〗。水到了田头。', words));

  for (const [name, text] of Object.entries({
    'a figure': '要凝心聚力、攻坚克难，真抓实干，修渠12公里。',
    'a date': '要凝心聚力、攻坚克难，真抓实干，年底见分晓。',
    'a place': '要凝心聚力、攻坚克难，真抓实干，让柳河镇先通水。',
    'a document': '要凝心聚力、攻坚克难，真抓实干，照《灌区章程》办。',
    'an action': '要凝心聚力、攻坚克难，真抓实干，把水渠清淤、泵站检修和管护经费三件事一起办好。',
    'fixed wording': '要增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
    'a quotation': '墙上写着“凝心聚力、攻坚克难、真抓实干”。',
    'a greeting': '预祝会议圆满成功，祝大家身体健康、工作顺利、阖家幸福。',
  }))
    it(`is silent with ${name}`, () => assertMarked(stockPhrase, text, words));

  it('leaves the words of the title and of level-1 headings alone', () => {
    const subject = ['在全市狠抓落实推进会上的讲话', '同志们：', ...REPEATED].join('\n');
    assert.deepEqual(findingsOf(stockPhrase, subject, words), []);
  });

  it('fixed wording is never counted and has no fix', () => {
    const text = Array.from(
      { length: 9 },
      (_, i) => `第${i + 1}期培训班学习了“两个确立”，做到“两个维护”。`,
    ).join('\n');
    assert.deepEqual(findingsOf(stockPhrase, text, words), []);
  });

  it('a section too dense, with the figure of published reports', () => {
    const dense = Array.from(
      { length: 12 },
      (_, i) =>
        `要统筹兼顾，在第${i + 1}片区${['精心组织', '多措并举', '群策群力', '举一反三', '未雨绸缪', '率先垂范'][i % 6]}，落实${i + 2}个村的包联任务和经费。`,
    );
    const [finding] = under({ times: 100 }, dense.join('\n'));
    assert.equal(finding?.messageId, 'dense');
    assert.match(
      finding!.message,
      /^本篇每千字有\d+\.\d处现成说法，31份已发表的政府工作报告中一般不超过25处/,
    );
    assert.deepEqual(under({ times: 100, density: 1000 }, dense.join('\n')), []);
  });

  it('budgets are options', () => {
    assert.deepEqual(under({ times: 5 }, REPEATED.join('\n')), []);
    assert.equal(under({ times: 1 }, REPEATED.join('\n')).length, 1);
    assert.deepEqual(under({ sentence: 4 }, '要凝心聚力、攻坚克难，真抓实干。'), []);
  });

  it("a team's own phrases count as well", () => {
    const text = ['沙河', '柳河', '清河', '白河']
      .map((place) => `${place}要以担当为笔，修渠3公里。`)
      .join('\n');
    assert.deepEqual(under({}, text), []);
    const [finding] = under({ phrases: ['以…为笔=写好'] }, text);
    assert.match(finding!.message, /^“以…为笔”本稿用了4次/);
    assert.equal(finding!.fixes[0]!.edits[0]!.newText, '写好');
  });
});
