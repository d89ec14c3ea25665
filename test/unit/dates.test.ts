import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chineseOrdinal } from '../../server/src/draft/numerals.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import { daysIn, parseYear, weekdayOf } from '../../server/src/facts/dates/figures.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { createCalendar, yearOf } from '../../server/src/lexicon/calendar.ts';
import rule from '../../server/src/rules/date-conflict.ts';
import { findingsOf } from '../support/marked.ts';

const memory = createFactMemory();
const mentions = (text: string) =>
  memory.of(text).dates.mentions.map(({ text: said, kind, resolved }) => [said, kind, resolved ?? '']);

describe('date expressions', () => {
  it('are read with what the calendar says of them', () => {
    assert.deepEqual(
      mentions(
        '去年7月，党的二十届三中全会召开；2021—2025年是“十四五”时期，二〇二五年是收官之年，前八个月、1—7月、上半年都好。',
      ),
      [
        ['去年', 'relative', ''],
        ['7月', 'date', ''],
        ['党的二十届三中全会', 'plenum', '2024-07'],
        ['2021—2025年', 'range', ''],
        ['“十四五”', 'plan', '2021—2025'],
        ['二〇二五年', 'date', ''],
        ['前八个月', 'period', ''],
        ['1—7月', 'period', ''],
        ['上半年', 'period', ''],
      ],
    );
    assert.deepEqual(mentions('“十五五”规划开局之年，建党105周年，第40个教师节，十四届全国人大四次会议。'), [
      ['“十五五”规划开局之年', 'plan', '2026'],
      ['建党105周年', 'anniversary', '2026'],
      ['第40个教师节', 'festival', '2024'],
      ['十四届全国人大四次会议', 'npc', '2026'],
    ]);
  });

  it('are not read into other words', () => {
    for (const text of [
      '未来年均增长5%。',
      '2025户农民。',
      '走过去年月已久。',
      '以前年度结余。',
      '今年轻人回乡。',
      '吃月饼，发月薪。',
      '第一五金厂。',
    ])
      assert.deepEqual(mentions(text), [], text);
  });

  it('years in all four kinds of figures', () => {
    for (const text of ['2024', '２０２４', '二〇二四', '二○二四', '二零二四'])
      assert.equal(parseYear(text), 2024, text);
    for (const text of ['1024', '20x4', '202', '20245', '二十二四'])
      assert.equal(parseYear(text), undefined, text);
  });

  it('the weekday is that of Date.UTC', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6 }), fc.boolean(), (date, off, brackets) => {
        const [year, month, dayOfMonth] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        assert.equal(weekdayOf(year, month, dayOfMonth), date.getUTCDay());
        assert.ok(dayOfMonth <= daysIn(month, year));
        const name = `星期${'日一二三四五六'[(date.getUTCDay() + off) % 7]}`;
        const text = `定于${year}年${month}月${dayOfMonth}日${brackets ? `（${name}）` : name}开会。`;
        assert.equal(findingsOf(rule, text).length, off === 0 ? 0 : 1, text);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('the day after the last of a month is no day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        assert.equal(findingsOf(rule, `${year}年${month}月${last}日验收。`).length, 0);
        assert.equal(findingsOf(rule, `${year}年${month}月${last + 1}日验收。`).length, 1);
      }),
      { seed: 7 },
    );
  });
});

describe('the day of a speech', () => {
  const spoken = (text: string) => {
    const date = memory.ofSpeech(readDraft(text).speeches[0]!).dates.spoken;
    return date && [date.known, date.year, date.month, text.slice(date.span.start, date.span.end)];
  };

  it('stands in the date line, in the title, or follows from the text', () => {
    assert.deepEqual(spoken('在2025年全市会议上的讲话\n（2024年12月28日）\n同志们：\n开会。'), [
      'byline',
      2024,
      12,
      '2024年12月28日',
    ]);
    assert.deepEqual(spoken('在2025年全市会议上的讲话\n同志们：\n开会。'), [
      'title',
      2025,
      undefined,
      '2025年',
    ]);
    assert.deepEqual(spoken('同志们：\n今年是“十五五”开局之年。'), [
      'implied',
      2026,
      undefined,
      '今年是“十五五”开局之年',
    ]);
    assert.equal(spoken('同志们：\n2026年很重要。'), undefined);
  });
});

describe('levels', () => {
  const levels = (text: string) =>
    findingsOf(rule, text).map(({ messageId, severity }) => [messageId, severity]);

  it('what the draft says outright is a warning, what is inferred is not', () => {
    assert.deepEqual(levels('2024年是“十四五”收官之年。'), [['statement', 'warning']]);
    assert.deepEqual(levels('“十五五”时期（2025—2030年）大有可为。'), [['statement', 'info']]);
    const speech = (...lines: string[]) => ['在市政府会议上的讲话', ...lines, '要抓好落实。'].join('\n');
    assert.deepEqual(levels(speech('同志们：', '今年是“十一五”开局之年。', '产量比2024年多2万吨。')), [
      ['year', 'warning'],
    ]);
    assert.deepEqual(levels(speech('同志们：', '今年是“十一五”开局之年。', '做好2024年项目工作。')), [
      ['year', 'info'],
    ]);
    assert.deepEqual(levels(speech('（2025年5月10日）', '同志们：', '上半年，投资同比增长6%。')), [
      ['period', 'warning'],
    ]);
    assert.deepEqual(levels(speech('（2025年5月10日）', '同志们：', '上半年，投资增长6%。')), [
      ['period', 'info'],
    ]);
  });

  it('the message tells the evidence and links the other place', () => {
    const text = '2024年是“十四五”收官之年。';
    const [finding] = findingsOf(rule, text);
    assert.equal(finding!.message, '“十四五”规划期为2021—2025年，收官之年应为2025年，此处作2024年。请核对。');
    assert.deepEqual(
      finding!.related.map(({ span }) => text.slice(span.start, span.end)),
      ['2024年'],
    );
  });

  it('one cause is one finding: every place of a wrong year is linked', () => {
    const text = '同志们：\n今年是“十一五”开局之年。\n产量比2024年多2万吨。\n2024年度荣获2024年科技奖。';
    const findings = findingsOf(rule, text);
    assert.equal(findings.length, 1);
    assert.deepEqual(
      findings[0]!.related.map(({ span }) => text.slice(span.start, span.end)),
      ['今年是“十一五”开局之年', '2024年', '2024年'],
    );
  });
});

interface Statement {
  readonly year: number;
  readonly say: (year: string) => string;
}

const calendar = createCalendar()();

/** Sentences that say in which year something is; `say` puts the year in. */
const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...calendar.plans.values()), fc.integer({ min: 0, max: 4 }), fc.boolean())
    .map(([{ name, start, end }, nth, full]) => {
      const phases = ['开局之年', '第二年', '第三年', '第四年', '收官之年'];
      const scheme = full ? (end > 2005 ? '规划' : '计划') : '';
      return {
        year: start + nth,
        say: (year: string) => `${year}是我市实施“${name}”${scheme}的${phases[nth]}，各项工作扎实推进。`,
      };
    }),
  fc
    .tuple(
      fc.constantFrom('建党', '新中国成立', '改革开放', '建军', '五四运动', '香港回归祖国'),
      fc.integer({ min: 1, max: 100 }),
      fc.boolean(),
    )
    .map(([event, count, arabic]) => ({
      year: calendar.bases.get(event)! + count,
      say: (year: string) => `${year}是${event}${arabic ? count : chineseOrdinal(count)}周年，意义重大。`,
    })),
  fc.constantFrom(...calendar.congresses).map(([number, held]) => ({
    year: yearOf(held.from),
    say: (year: string) => `${year}召开的党的${chineseOrdinal(number)}大描绘了宏伟蓝图。`,
  })),
  fc.constantFrom(...calendar.plenums).map(([key, held]) => {
    const [congress, session] = key.split('.').map(Number);
    return {
      year: yearOf(held.from),
      say: (year: string) =>
        `${year}召开的党的${chineseOrdinal(congress!)}届${chineseOrdinal(session!)}中全会作出重大部署。`,
    };
  }),
);

const inFigures = (year: number): string => `${year}年`;

describe('statements made from the calendar', () => {
  it('are silent with the right year, in figures and as 今年, 去年, 明年 of the date line', () => {
    fc.assert(
      fc.property(statement, fc.integer({ min: -1, max: 1 }), ({ year, say }, offset) => {
        assert.deepEqual(findingsOf(rule, say(inFigures(year))), []);
        const word = ['去年', '今年', '明年'][offset + 1]!;
        const speech = `在全市会议上的讲话\n（${year - offset}年11月20日）\n同志们：\n${say(word)}\n要抓好落实。`;
        assert.deepEqual(findingsOf(rule, speech), [], speech);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it('are found with a wrong year', () => {
    let found = 0;
    let all = 0;
    const off = fc.constantFrom(-10, -5, -2, -1, 1, 2, 5, 10);
    fc.assert(
      fc.property(statement, off, ({ year, say }, by) => {
        const wrong = say(inFigures(year + by));
        const dated = `在全市会议上的讲话\n（${year + by}年11月20日）\n同志们：\n${say('今年')}\n要抓好落实。`;
        for (const text of [wrong, dated]) {
          all++;
          if (findingsOf(rule, text).some(({ severity }) => severity === 'warning')) found++;
        }
      }),
      { seed: 13, numRuns: 400 },
    );
    assert.ok(found / all >= 0.95, `${found} of ${all}`);
  });
});
