import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import { describeDuration, syllablesBetween, timeSpeeches } from '../../server/src/facts/aloud/duration.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { createSpeechMaker } from '../support/speeches.ts';

const TEXT = [
  '在全县防汛工作会议上的讲话',
  '县长　李　强',
  '（2025年5月8日）',
  '同志们：',
  '今天开会。',
  '一、清醒看待',
  '去年雨量增长8.5%。',
  '（一）看到不足。物资差3处。',
  '（二）看到隐患',
  '水库2座。',
  '二、抓好落实',
  '各乡镇要上堤。',
  '-3-',
  '谢谢！',
].join('\n');

const times = (text: string) => timeSpeeches(readDraft(text), createFactMemory());

describe('how long a draft takes to read', () => {
  it('by section; title, speaker, date and page numbers are not read', () => {
    const [speech] = times(TEXT);
    assert.deepEqual(
      speech!.sections.map(({ name, level }) => `${level} ${name}`),
      ['1 开头', '1 一、清醒看待', '2 （一）看到不足', '2 （二）看到隐患', '1 二、抓好落实'],
    );
    const of = (name: string) => speech!.sections.find((section) => section.name.startsWith(name))!.syllables;
    assert.equal(of('开头'), '同志们今天开会'.length);
    assert.equal(of('（一）'), '一看到不足物资差三处'.length);
    assert.equal(of('（二）'), '二看到隐患水库两座'.length);
    assert.equal(of('一、'), '一清醒看待去年雨量增长百分之八点五'.length + of('（一）') + of('（二）'));
    assert.equal(of('二、'), '二抓好落实各乡镇要上堤谢谢'.length);
    assert.equal(speech!.syllables, of('开头') + of('一、') + of('二、'));
  });

  it('each speech of a collection by itself', () => {
    const file = `第1篇：在甲会上的讲话\n同志们：\n要抓好落实。\n第2篇：在乙会上的讲话\n同志们：\n要抓紧。\n`;
    assert.deepEqual(
      times(file).map(({ syllables }) => syllables),
      [8, 6],
    );
  });

  it('a table is not read', () => {
    assert.equal(
      times('同志们：\n| 指标 | 数值 |\n| --- | --- |\n| 产值 | 5亿元 |\n就这些。')[0]!.syllables,
      6,
    );
  });

  it('nothing takes no time', () => {
    assert.equal(
      times('').reduce((sum, { syllables }) => sum + syllables, 0),
      0,
    );
  });

  it('two parts of a draft take as long as the whole, wherever it is cut between characters that are read one by one', () => {
    const draft = readDraft(TEXT);
    const memory = createFactMemory();
    const whole = syllablesBetween(draft, { start: 0, end: TEXT.length }, memory);
    assert.equal(whole, times(TEXT)[0]!.syllables);
    for (let at = 0; at <= TEXT.length; at++) {
      if (/[\d.%]$/.test(TEXT.slice(0, at)) && /^[\d.%]/.test(TEXT.slice(at))) continue;
      const before = syllablesBetween(draft, { start: 0, end: at }, memory);
      const after = syllablesBetween(draft, { start: at, end: TEXT.length }, memory);
      // 2座 is 两座 together.
      assert.equal(before + after, whole, TEXT.slice(0, at));
    }
  });

  it('sections make up the whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const text = createSpeechMaker(seed).speech(3000);
        for (const { syllables, sections } of times(text)) {
          const top = sections.filter(({ level }) => level === 1);
          assert.equal(
            top.reduce((sum, section) => sum + section.syllables, 0),
            syllables,
          );
        }
      }),
      { seed: 2, numRuns: 40 },
    );
  });

  for (const [syllables, rate, text] of [
    [0, 200, '约1秒'],
    [100, 200, '约30秒'],
    [200, 200, '约1分钟'],
    [260, 200, '约1分20秒'],
    [1250, 200, '约6分20秒'],
    [2450, 200, '约12分钟'],
    [15000, 200, '约75分钟'],
    [220, 220, '约1分钟'],
  ] as const)
    it(`${syllables} at ${rate}: ${text}`, () => assert.equal(describeDuration(syllables, rate), text));
});
