import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readNumber, readWhole } from '../../server/src/facts/aloud/numerals.ts';
import { spoken } from '../../server/src/facts/aloud/spoken.ts';
import { countSyllables } from '../../server/src/facts/aloud/syllables.ts';
import { readPlaceholders } from '../../server/src/facts/placeholders/read.ts';

/** As written, and as it is read. */
const CASES: readonly (readonly [string, string])[] = [
  ['增长8.5%', '增长百分之八点五'],
  ['增长３．５％', '增长百分之三点五'],
  ['万分之三、5‰', '万分之三、千分之五'],
  ['2025年1-8月', '二零二五年一至八月'],
  ['2024—2025年', '二零二四至二零二五年'],
  ['2024、2025年', '二零二四、二零二五年'],
  ['2025—2027年、2030年前', '二零二五至二零二七年、二零三零年前'],
  ['历时25年，有1500年历史，2000多户', '历时二十五年，有一千五百年历史，二千多户'],
  ['66.7亿元，1,350,000元', '六十六点七亿元，一百三十五万元'],
  ['占1/3，比例为3:2，1∶2∶4', '占三分之一，比例为三比二，一比二比四'],
  ['5～10%，5%—10%', '百分之五至十，百分之五至百分之十'],
  ['“十五五”开局，GDP、PPI', '“十五五”开局，GDP、PPI'],
  ['120km²，35㎡，-5℃，3kV', '一百二十平方公里，三十五平方米，负五摄氏度，三千伏'],
  ['PM2.5为35μg/m³，5G基站', 'PM二点五为三十五微克每立方米，五G基站'],
  ['600元/吨，和/或', '六百元每吨，和或'],
  ['14:30开始，9:05，8:00-9:00', '十四点三十分开始，九点零五分，八点至九点'],
  ['2个项目，2万人，第2个，12月', '两个项目，两万人，第二个，十二月'],
  ['3·15，12345热线，0931-1234567', '三一五，一二三四五热线，零九三一一二三四五六七'],
  ['2×66万千瓦，≥95%，±5', '二乘六十六万千瓦，大于等于百分之九十五，正负五'],
  ['国发〔2026〕3号，No5', '国发〔二零二六〕三号，No五'],
  ['2025-01-05召开', '二零二五年一月五日召开'],
  ['10+X，100+个，“互联网+”', '十加X，一百多个，“互联网加”'],
  ['示范区-7.9%，由-3%到2%', '示范区负百分之七点九，由负百分之三到百分之二'],
  ['①抓项目，第Ⅲ类', '一抓项目，第三类'],
  ['一般的话，没有数字。', '一般的话，没有数字。'],
  ['', ''],
];

const DIGITS = '零一二三四五六七八九';

/** The value of a reading, taken back from its characters. */
function amountOf(read: string): number {
  const [high, low] = read.includes('亿') ? read.split('亿') : ['', read];
  const [ten, one] = low!.includes('万') ? low!.split('万') : ['', low];
  return (high === '' ? 0 : fourOf(high!) * 1e8) + (ten === '' ? 0 : fourOf(ten!) * 1e4) + fourOf(one!);
}

function fourOf(read: string): number {
  let total = 0;
  let digit = 1;
  for (const character of read) {
    const place = '十百千'.indexOf(character);
    if (place >= 0) {
      total += digit * 10 ** (place + 1);
      digit = 0;
    } else digit = DIGITS.indexOf(character);
  }
  return /[十百千]$/.test(read) || read === '' ? total : total + digit;
}

/** How many 零 a number is read with: one for each gap, but none where a gap ends with the section it stands in. */
function gapsOf(value: number): number {
  const written = String(value);
  return Array.from(written.matchAll(/(?<=[1-9])0+(?=[1-9])/g)).filter(({ index, 0: gap }) => {
    const place = written.length - (index + gap.length) - 1;
    return place % 4 !== 3 || gap.length >= 4;
  }).length;
}

function assertRead(value: number): void {
  const read = readWhole(String(value));
  assert.equal(amountOf(read), value, `${value} ${read}`);
  assert.equal(read.match(/零/g)?.length ?? 0, value === 0 ? 1 : gapsOf(value), `${value} ${read}`);
  assert.doesNotMatch(read, /零零|零[十百千万亿]|零$|^一十/, `${value} ${read}`.replace(/^0 零$/, ''));
}

describe('a draft as it is read aloud', () => {
  for (const [written, read] of CASES) it(`${written} → ${read}`, () => assert.equal(spoken(written), read));

  it('whole numbers mean what is written, with a 零 for each gap', () => {
    assert.equal(readWhole('0'), '零');
    assert.equal(readWhole('100001000'), '一亿零一千');
    assert.equal(readWhole('120005000'), '一亿二千万五千');
    for (const value of [5, 10, 12, 20, 100, 101, 110, 111, 1000, 1001, 1010, 10000, 10010, 12000])
      assertRead(value);
    const values = fc.integer({ min: 0, max: 11 }).chain((size) => fc.integer({ min: 1, max: 10 ** size }));
    const gapped = fc
      .array(fc.constantFrom('0', '0', '0', '1', '2', '9'), { minLength: 1, maxLength: 11 })
      .map((digits) => Number(`1${digits.join('')}`));
    fc.assert(fc.property(fc.oneof(values, gapped), assertRead), { seed: 9, numRuns: 3000 });
  });

  it('decimals are read figure by figure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.stringMatching(/^\d{1,4}$/), (whole, decimals) => {
        const [before, after] = readNumber(`${whole}.${decimals}`).split('点');
        assert.equal(amountOf(before!), whole);
        assert.equal(Array.from(after!, (digit) => DIGITS.indexOf(digit)).join(''), decimals);
      }),
      { seed: 9 },
    );
  });

  it('no figure is left, and what is no figure stays', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '全市',
        '增长',
        '，',
        '。',
        '年',
        '月',
        '%',
        '亿元',
        '-',
        '—',
        '～',
        '/',
        ':',
        '×',
        '.',
        '+',
        'X',
      ),
      fc.integer({ min: 0, max: 99_999 }).map(String),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const read = spoken(pieces.join(''));
        assert.doesNotMatch(read, /\d/);
        const words = (text: string) => text.match(/[全市增长，。]/g)?.join('') ?? '';
        assert.equal(words(read), words(pieces.join('')));
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('cost grows with the length', () => {
    const time = (length: number): number => {
      const text = '2025年1-8月完成66.7亿元，增长8.5%；'.repeat(length);
      const runs = [1, 2, 3].map(() => {
        const start = performance.now();
        spoken(text);
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    assert.ok(time(8000) < 20 * Math.max(1, time(2000)));
  });
});

describe('syllables', () => {
  const count = (text: string): number => countSyllables(text, readPlaceholders(text));

  for (const [text, syllables] of [
    ['增长8.5%。', 8],
    ['2025年', 5],
    ['66.7亿元', 7],
    ['1-8月', 4],
    ['1/3', 4],
    ['3:2', 3],
    ['“十五五”', 3],
    ['GDP', 3],
    ['120km²', 8],
    ['5℃', 4],
    ['WiFi', 2],
    ['《条例（草案）》', 4],
    ['二〇二五年', 5],
    ['𠮷林', 2],
    ['（掌声）谢谢大家！（长时间鼓掌）', 4],
    ['完成投资（统计局核）', 4],
    ['| 指标 | 数值 |', 0],
    ['……——', 0],
    ['', 0],
  ] as const)
    it(`${text}: ${syllables}`, () => assert.equal(count(text), syllables));

  it('two paragraphs take as long as both', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CASES), fc.constantFrom(...CASES), ([one], [other]) => {
        assert.equal(count(`${one}。${other}`), count(one) + count(other));
      }),
      { seed: 3 },
    );
  });
});
