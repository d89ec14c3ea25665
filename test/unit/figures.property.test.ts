import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { parseArabic, parseHan } from '../../server/src/facts/figures/numerals.ts';

const RUN = { seed: 20250722, numRuns: 400 } as const;
const HAN = '零一二三四五六七八九';

/** A whole number from 0 to 9999 9999 9999 in Chinese. */
function han(value: number): string {
  if (value === 0) return '零';
  const sections = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4];
  let text = '';
  sections.forEach((section, i) => {
    if (section === 0) return;
    if (text !== '' && section < 1000) text += '零';
    text += thousands(section) + (['亿', '万', ''][i] ?? '');
  });
  return text;
}

function thousands(value: number): string {
  let text = '';
  let gap = false;
  for (const [scale, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / scale) % 10;
    if (digit === 0) gap = text !== '';
    else {
      text += (gap ? '零' : '') + HAN[digit] + name;
      gap = false;
    }
  }
  return text;
}

const readFigures = (text: string) => createFactMemory().of(text).figures;

describe('figures: what holds for all', () => {
  it('a Chinese number is read back as its value', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) =>
        assert.equal(parseHan(han(value)), value),
      ),
      RUN,
    ));

  it('a Chinese number with a point is read back', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 9 }), (whole, tenth) =>
        assert.equal(parseHan(`${han(whole)}点${HAN[tenth]}`), Number(`${whole}.${tenth}`)),
      ),
      RUN,
    ));

  it('money in 元, 万元 and 亿元 comes to one amount', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), (hundredMillions) => {
        const amounts = [
          `${hundredMillions}亿元`,
          `${hundredMillions * 1e4}万元`,
          `${hundredMillions * 1e8}元`,
        ].map((written) => readFigures(`税收收入${written}。`)[0]?.amount);
        assert.deepEqual(amounts, [hundredMillions * 1e8, hundredMillions * 1e8, hundredMillions * 1e8]);
      }),
      RUN,
    ));

  const number = fc.oneof(
    fc.integer({ min: 1, max: 99_999 }).map(String),
    fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 99 })).map(([a, b]) => `${a}.${b}`),
  );
  const piece = fc.oneof(
    fc
      .tuple(number, fc.constantFrom('亿元', '%', '个百分点', '家', '万亩', '', '年', '月', '位'))
      .map(([n, unit]) => n + unit),
    fc.constantFrom(
      '地区生产总值',
      '全市',
      '分别',
      '增长',
      '下降',
      '占',
      '的比重',
      '达到',
      '其中',
      '、',
      '，',
      '。',
      '（',
      '）',
      '和',
      '第',
      '睢县',
      '各',
      '近',
      '左右',
      '比上年',
      'xx.x%',
      'X',
      '二十',
      '三个亿',
      '百分之五',
      '一半',
      '-',
      '～',
      ' ',
      '“',
      '”',
    ),
  );

  it('spans lie in the text, in order, and hold the value that was read', () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const { span, numberSpan, text: written, value, range, clause } of readFigures(text)) {
          assert.ok(span.start >= 0 && span.end <= text.length && span.start < span.end, text);
          assert.equal(written, text.slice(span.start, span.end));
          assert.ok(span.start <= numberSpan.start && numberSpan.end <= span.end, text);
          assert.ok(clause.start <= span.start && span.end <= clause.end, text);
          assert.ok(numberSpan.start >= end, text);
          end = numberSpan.end;
          const digits = text.slice(numberSpan.start, numberSpan.end);
          if (/^[\d.]+$/.test(digits) && value !== undefined && !range)
            assert.equal(Math.abs(value), parseArabic(digits), text);
        }
      }),
      { ...RUN, numRuns: 3000 },
    ));
});
