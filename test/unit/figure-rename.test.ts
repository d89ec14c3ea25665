import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import { slice } from '../../server/src/draft/span.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { decimalOf } from '../../server/src/engine/figures/decimal.ts';
import { hanNumber } from '../../server/src/engine/figures/han.ts';
import { figureAt, mentionsOf } from '../../server/src/engine/figures/mentions.ts';
import { type FigureRename, renameFigure } from '../../server/src/engine/figures/rename.ts';
import { writeLike } from '../../server/src/engine/figures/write.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { parseHan } from '../../server/src/facts/figures/numerals.ts';

const memory = createFactMemory();
const read = (text: string) => readDraft(text, 'text');

/** Renames the figure that `at` begins in the text. */
function rename(text: string, at: string, typed: string): FigureRename {
  const draft = read(text);
  const speech = draft.speeches[0]!;
  const one = figureAt(memory.ofSpeech(speech).figures, text.indexOf(at));
  assert.ok(one, `no figure at ${at}`);
  return renameFigure({ draft, speech, one, memory, read }, typed);
}

function renamed(text: string, at: string, typed: string): string {
  const result = rename(text, at, typed);
  assert.ok('edits' in result, 'refusal' in result ? result.refusal : '');
  return applyEdits(text, result.edits);
}

function refusal(text: string, at: string, typed: string): string {
  const result = rename(text, at, typed);
  assert.ok('refusal' in result, JSON.stringify(result));
  return result.refusal;
}

describe('figures: rename', () => {
  const text =
    '上半年，全市固定资产投资完成1.2亿元，增长5%。\n上半年，固定资产投资12000万元，增长百分之五。\n';

  it('changes every mention of the same value, each in its own unit', () => {
    const expected = text.replace('1.2亿元', '1.3亿元').replace('12000万元', '13000万元');
    for (const typed of ['1.3', '1.3亿元', '13000万元', '1.3亿', '一点三亿元', '１．３']) {
      assert.equal(renamed(text, '1.2亿元', typed), expected, typed);
    }
    assert.equal(renamed(text, '12000万元', '13000'), expected);
  });

  it('keeps Chinese numerals Chinese', () => {
    const expected = text.replace('5%', '6.5%').replace('百分之五', '百分之六点五');
    for (const typed of ['6.5', '6.5%', '百分之六点五']) assert.equal(renamed(text, '5%', typed), expected);
    assert.equal(renamed(text, '百分之五', '6.5%'), expected);
  });

  it('keeps commas, zeros at the end and the words around', () => {
    const one = '全市常住人口约12,340人。\n全市常住人口12340人左右。\n';
    assert.equal(renamed(one, '12340', '9870'), '全市常住人口约9,870人。\n全市常住人口9870人左右。\n');
    const two = '上半年，利润总额增长7.0%。\n上半年，利润总额增长7%。\n';
    assert.equal(renamed(two, '7%', '8'), '上半年，利润总额增长8.0%。\n上半年，利润总额增长8%。\n');
    assert.equal(renamed(two, '7%', '8.00'), '上半年，利润总额增长8.0%。\n上半年，利润总额增长8.00%。\n');
  });

  it('knows that a fall is written without a minus', () => {
    const both = '上半年，利润总额下降3.1%。\n上半年，利润总额增速为-3.1%。\n';
    const expected = '上半年，利润总额下降2.4%。\n上半年，利润总额增速为-2.4%。\n';
    assert.equal(renamed(both, '3.1%。\n上', '2.4'), expected);
    assert.equal(renamed(both, '-3.1', '-2.4%'), expected);
  });

  it('leaves other values of the same key alone, and other speeches', () => {
    const other = '上半年，利润总额增长7%。\n上半年，利润总额增长8%。\n';
    assert.equal(renamed(other, '7%', '9'), '上半年，利润总额增长9%。\n上半年，利润总额增长8%。\n');
  });

  it('refuses where a mention cannot say the value', () => {
    const area = '全市粮食播种面积达到1500亩。\n全市粮食播种面积100公顷。\n';
    assert.match(refusal(area, '1500', '1600'), /第2段的“100公顷”照原来的单位和写法写不出“1600”/);
    assert.equal(renamed(area, '1500', '1800'), area.replace('1500', '1800').replace('100公', '120公'));
    const homes = '脱贫人口三千二百户。\n脱贫人口3200户。\n';
    assert.match(refusal(homes, '3200', '1.5'), /写不出/);
    const twice = '全市粮食播种面积翻一番。\n';
    assert.match(refusal(twice, '翻一番', '60'), /“翻一番”照原来的单位和写法写不出“60”/);
    assert.equal(renamed(twice, '翻一番', '300%'), '全市粮食播种面积翻两番。\n');
    const tenths = '今年，一般公共预算收入增长两成。\n';
    assert.equal(renamed(tenths, '两成', '30%'), tenths.replace('两成', '三成'));
    assert.match(refusal(tenths, '两成', '15%'), /改成“15%”之后，.*会读成别的数据，没有改动/);
    const fall = '上半年，利润总额下降3.1%。\n';
    assert.match(refusal(fall, '3.1%', '-2'), /写不出/);
  });

  it('refuses what is no number, another unit, a blurred number and a range', () => {
    assert.match(refusal(text, '1.2亿元', '很多'), /“很多”读不出一个数/);
    for (const doubtful of ['一千六', '一千六亿元', '一亿两千万元'])
      assert.match(refusal(text, '1.2亿元', doubtful), /读不出一个数/);
    assert.match(refusal(text, '1.2亿元', 'xx亿元'), /读不出一个数/);
    assert.match(refusal(text, '1.2亿元', '1.3吨'), /单位与原文的“亿元”不能换算/);
    assert.match(refusal(text, '1.2亿元', '约1.3亿元'), /读不出一个数/);
    assert.match(refusal(text, '1.2亿元', '1.3亿元左右'), /不是一个确定的数/);
    assert.match(refusal('上半年，利润总额增长15%—20%。\n', '15%', '16'), /是一个区间/);
    assert.match(refusal('今年安排了30个。\n', '30', '31'), /说的是什么指标没有把握/);
  });

  it('keeps every other character of the draft, and every mention says the new value', () => {
    const units = [
      ['亿元', 1],
      ['万元', 10_000],
      ['元', 100_000_000],
    ] as const;
    const value = fc.integer({ min: 1, max: 99_999 });
    const mention = fc.constantFrom(...units);
    const prose = fc.constantFrom('', '大家要看到成绩。', '　', '（据统计）', '😀，');
    fc.assert(
      fc.property(
        value,
        value,
        fc.array(fc.tuple(mention, prose), { minLength: 1, maxLength: 5 }),
        (old, next, parts) => {
          const written = parts.map(([[unit, factor]]) => `${(old * factor) / 100}${unit}`);
          const before = parts
            .map(([, words], i) => `${words}固定资产投资完成${written[i]}。${words}\n`)
            .join('');
          const draft = read(before);
          const speech = draft.speeches[0]!;
          const { figures } = memory.ofSpeech(speech);
          const one = figures.find(({ key }) => key !== undefined);
          fc.pre(one !== undefined && mentionsOf(figures, one).length === parts.length);
          const result = renameFigure({ draft, speech, one, memory, read }, `${next / 100}亿元`);
          assert.ok('edits' in result);
          const after = applyEdits(before, result.edits);
          const expected = parts
            .map(
              ([[unit, factor], words]) =>
                `${words}固定资产投资完成${(next * factor) / 100}${unit}。${words}\n`,
            )
            .join('');
          assert.equal(after, expected);
          for (const { span } of result.edits) assert.match(slice(before, span), /^[\d.]+$/);
        },
      ),
      { seed: 20, numRuns: 150 },
    );
  });
});

describe('figures: numbers in words', () => {
  it('says what the reader of Chinese numbers reads', () => {
    const numbers = fc.tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom('', '.5', '.07'));
    fc.assert(
      fc.property(numbers, fc.boolean(), ([whole, fraction], counts) => {
        assert.equal(parseHan(hanNumber(`${whole}${fraction}`, counts)), Number(`${whole}${fraction}`));
      }),
      { seed: 7, numRuns: 500 },
    );
    assert.equal(hanNumber('20050', true), '两万零五十');
    assert.equal(hanNumber('12', true), '十二');
    assert.equal(hanNumber('2', false), '二');
    assert.equal(hanNumber('210.5', true), '两百一十点五');
  });

  it('writes in the form of the number that stood there', () => {
    const like = (old: string, value: number) => writeLike(old, decimalOf(value));
    assert.equal(like('１２', 13.5), '１３．５');
    assert.equal(like('1,234', 1234567), '1,234,567');
    assert.equal(like('－3.1', -2), '－2');
    assert.equal(like('负三', -2), '负两');
    assert.equal(like('百分之二十', 25), '百分之二十五');
    assert.equal(like('千分之三', 0.5), '千分之五');
    assert.equal(like('三分之一', 50), undefined);
    assert.equal(like('一半', 60), undefined);
    assert.equal(like('3', -1), undefined);
    assert.equal(like('三', 12000), undefined);
  });
});
