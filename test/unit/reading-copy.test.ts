import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import { readingCopyPage } from '../../server/src/engine/reading-copy/page.ts';
import { createReadingsReader } from '../../server/src/facts/aloud/readings.ts';
import { copyOf, visible, wordsOf } from '../support/reading-copy.ts';
import { createSpeechMaker } from '../support/speeches.ts';

const FRONT = '在睢县工作会议上的讲话\n县长　任志强\n（2025年5月8日）\n同志们：\n';

describe('a reading copy', () => {
  it('holds each paragraph in the element for what it is', () => {
    const html = copyOf(
      `${FRONT}今天开会。\n一、抓紧\n（一）早动手。要早。\n（二）快动手\n要快。\n二、抓好\n| 甲 | 乙 |`,
    );
    const elements = [...html.matchAll(/^<(\w+)(?: class="([^"]*)")?/gm)].map(
      ([, tag, name = '']) => tag + name,
    );
    assert.deepEqual(elements, [
      'article',
      'h1',
      'pbyline',
      'pbyline',
      'psalutation',
      'p',
      'h2',
      'p',
      'h3',
      'p',
      'h2',
      'prow',
    ]);
  });

  it('keeps figures and names together, and boxes what is not filled in', () => {
    const html = copyOf(`${FRONT}1至8月，蔚州区完成66.7亿元，增长xx.x%，还差____亿元，任志强县长到场。`, {
      pinyin: 'off',
    });
    for (const kept of ['8月', '66.7亿元', '2025年5月8日', '任志强', '睢县'])
      assert.match(html, new RegExp(`<span class="keep">[^<]*${kept}`), kept);
    assert.match(html, /<span class="keep"><mark>xx\.x%<\/mark><\/span>/);
    assert.match(html, /<span class="keep"><mark>____<\/mark>亿元<\/span>/);
  });

  it('gives readings over the character, in brackets, or not at all', () => {
    const text = `${FRONT}恪尽职守。`;
    assert.match(copyOf(text), /<ruby>恪<rt>kè<\/rt><\/ruby>尽职守/);
    assert.match(copyOf(text), /<ruby>睢<rt>suī<\/rt><\/ruby>县/);
    assert.match(copyOf(text, { pinyin: 'bracket' }), /恪<span class="reading">（kè）<\/span>尽职守/);
    assert.doesNotMatch(copyOf(text, { pinyin: 'off' }), /ruby|reading/);
  });

  it('says in the margin how long the whole and each section take, where that is asked for', () => {
    const text = `${FRONT}今天开会。\n一、抓紧\n要早。\n二、抓好\n要快。`;
    assert.doesNotMatch(copyOf(text), /data-time/);
    const times = [...copyOf(text, { rate: 60 }).matchAll(/<(\w+)[^>]* data-time="([^"]*)"/g)];
    assert.deepEqual(
      times.map(([, tag, time]) => `${tag} ${time}`),
      ['p 全篇约17秒', 'h2 约5秒', 'h2 约5秒'],
    );
  });

  it('begins a section on a new page where that is asked for', () => {
    const text = `${FRONT}今天开会。\n一、抓紧\n要早。\n（一）早\n要早。`;
    assert.deepEqual(copyOf(text, { sectionPages: true }).match(/<h\d class="new-page">/g), [
      '<h2 class="new-page">',
    ]);
    assert.doesNotMatch(copyOf(text), /new-page/);
  });

  it('shows what looks like HTML as it is written', () => {
    const html = copyOf(
      `在<script>alert(1)</script>会上的讲话\n同志们：\n"<img src=x onerror=alert(1)>"&amp;<b>5亿元</b>\0。`,
    );
    assert.doesNotMatch(html, /<(?:script|img|b)\b/);
    assert.match(readingCopyPage({ title: '<i>', style: '', body: html }), /<title>&#60;i&#62;<\/title>/);
  });

  it('shows the draft and nothing else', () => {
    const piece = fc.constantFrom(
      '全县',
      '完成',
      '66.7亿元',
      '增长8.5%',
      '，',
      '。',
      '\n',
      '\n一、抓好落实\n',
      '睢县',
      '任志强县长',
      'xx.x%',
      '____',
      '<b>',
      '&lt;',
      '"',
      '《政府工作报告》',
      '“十五五”',
      '\n-3-\n',
      '2025年1月5日',
      '1-8月',
      '赓续',
      '𠮷',
      '　',
      'GDP',
      '（统计局核）',
      '百分之五',
      '同志们：\n',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.integer({ min: 1, max: 1_000_000 }).map((seed) => createSpeechMaker(seed).speech(600)),
      fc.string({ unit: 'binary', maxLength: 60 }).filter((string) => !/[\0-\x1f\ufffe\uffff]/.test(string)),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('ruby', 'bracket', 'off'), fc.boolean(), (draft, pinyin, timed) => {
        const html = copyOf(draft, { pinyin, rate: timed ? 200 : undefined, sectionPages: timed });
        assert.equal(visible(html), wordsOf(readDraft(draft)));
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it('cost grows with the length of a paragraph', () => {
    const time = (length: number): number => {
      const text = '睢县完成66.7亿元，增长xx.x%，恪尽职守；'.repeat(length);
      const start = performance.now();
      copyOf(text);
      return performance.now() - start;
    };
    time(500);
    assert.ok(time(4000) < 40 * Math.max(5, time(500)));
  });
});

describe('readings that may be missed', () => {
  const read = createReadingsReader();
  const marked = (text: string): string =>
    read(text).reduceRight(
      (shown, { at, reading }) => `${shown.slice(0, at + 1)}（${reading}）${shown.slice(at + 1)}`,
      text,
    );

  for (const [text, expected] of [
    ['睢县、蔚县、单县、亳州', '睢（suī）县、蔚（yù）县、单（shàn）县、亳（bó）州'],
    ['六安、乐亭、大埔、铅山、东阿', '六（lù）安、乐（lào）亭、大埔（bù）、铅（yán）山、东阿（ē）'],
    ['乐清、台州、丽水、监利、珲春', '乐（yuè）清、台（tāi）州、丽（lí）水、监（jiàn）利、珲（hún）春'],
    ['简单县情、第六安置区、担任县长、新任县长', '简单县情、第六安置区、担任县长、新任县长'],
    ['仇书记、任志强县长、单主任', '仇（qiú）书记、任（rén）志强县长、单（shàn）主任'],
    ['市长　任志强', '市长　任（rén）志强'],
    ['曾任县长，单位负责同志，应急局局长，解放思想', '曾任县长，单位负责同志，应急局局长，解放思想'],
    ['供给侧、提供给企业、畜牧业、牲畜', '供给（jǐ）侧、提供给企业、畜（xù）牧业、牲畜（chù）'],
    ['未雨绸缪、窨井、圩堤、圩镇', '未雨绸缪（móu）、窨（yìn）井、圩（wéi）堤、圩（xū）镇'],
    ['喆、犇、垚、祎', '喆（zhé）、犇（bēn）、垚（yáo）、祎（yī）'],
    ['深圳、崛起、砥砺、暨', '深圳、崛起、砥（dǐ）砺、暨'],
    ['恪守，恪守', '恪（kè）守，恪守'],
    ['行业长远发展，重要会议，处理得当', '行业长远发展，重要会议，处理得当'],
    ['女女女𠮷abc１２３', '女女女𠮷abc１２３'],
  ] as const)
    it(expected, () => assert.equal(marked(text), expected));
});
