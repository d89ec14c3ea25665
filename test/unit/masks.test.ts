import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import type { MaskEntity } from '../../server/src/facts/masks/types.ts';

function masksOf(text: string): readonly MaskEntity[] {
  const memory = createFactMemory();
  return readDraft(text).speeches.flatMap((speech) => memory.ofSpeech(speech).masks);
}

const shown = (text: string): string[] =>
  masksOf(text).map(({ label, places, several }) => `${label} ${places.length}${several ? ' several' : ''}`);

const values = (text: string): string[] =>
  masksOf(text).flatMap(({ label, value, places }) => {
    if (!value) return [];
    if (value.how === 'written') assert.equal(text.slice(value.span.start, value.span.end), value.text);
    return `${label} = ${value.text}; ${places.map(({ fill }) => fill ?? '-').join(' ')}`;
  });

describe('masks: what asks for the same', () => {
  it('a place, its party committee and its government, in any form', () =>
    assert.deepEqual(shown('XX市地处平原。xx市委高度重视。\nＸＸ市政府带头。\n××市民风淳朴。'), ['XX市 4']));

  it('the holder of a post', () =>
    assert.deepEqual(shown('x书记讲了话。\n要落实xx书记的要求。\nXX市长作了部署。'), [
      'x书记 2',
      'XX市长 1',
    ]));

  it('a firm, by the number of its signs', () =>
    assert.deepEqual(shown('XX公司投产。\nxx公司扩产。\nXXX公司停产。'), ['XX公司 2', 'XXX公司 1']));

  it('one mask in a list stands for several things', () =>
    assert.deepEqual(shown('对XX县、XX县和XX县的做法要推广。\nXX县要带头。'), ['XX县 4 several']));

  it('offices of one place, named side by side, are of one place', () =>
    assert.deepEqual(shown('XX市委、XX市政府联合发文。'), ['XX市 2']));

  it('a figure of one indicator', () =>
    assert.deepEqual(
      shown(
        '全市地区生产总值增长xx.x%，固定资产投资完成XX亿元，增长X.X%。\n回头看，全市地区生产总值增长X.X%；税收下降x%。\n' +
          '全市地区生产总值增长X.X%左右。',
      ),
      [
        'xx.x%（全市地区生产总值增速） 2',
        'XX亿元（固定资产投资） 1',
        'X.X%（固定资产投资增速） 1',
        'x%（税收降幅） 1',
        'X.X%（全市地区生产总值增速） 1',
      ],
    ));

  it('what is counted is called by its noun', () =>
    assert.deepEqual(shown('完成xx个重点项目，抓好x项指标。'), ['xx个重点项目 1', 'x项指标 1']));

  it('a congress by its owner and its term, a year by itself, a day by what happens on it', () =>
    assert.deepEqual(
      shown(
        '省委x届x次全会和市委x届x次全会。\n省委×届×次全会指出。\n20xx年以来，20XX年之前。\nx月x日召开会议，x月x日闭幕。',
      ),
      ['省委x届x次全会 2', '市委x届x次全会 1', '20xx年 2', 'x月x日（召开会议） 1', 'x月x日（闭幕） 1'],
    ));

  it('a blank is called by what it waits for', () =>
    assert.deepEqual(shown('全市完成投资　　亿元，新增就业____万人。'), [
      '____亿元（全市完成投资） 1',
      '____（新增就业） 1',
    ]));

  it('nothing crosses to another speech', () =>
    assert.deepEqual(
      shown(
        '第一篇：在动员会上的讲话\n同志们：\nXX市要抓落实。\n第二篇：在总结会上的讲话\n同志们：\nXX市抓得实。',
      ),
      ['XX市 1', 'XX市 1'],
    ));

  it('every placeholder is in just one entity, at its place', () => {
    const piece = fc.constantFrom(
      'XX市',
      'x书记',
      '增长xx.x%',
      '，',
      '。',
      '、',
      '第x次全会',
      '第九次全会',
      '20xx年',
      '讲x点意见',
      '\n',
      '一、抓落实\n',
      '____',
      '和',
      '要统一思想',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const memory = createFactMemory();
        for (const speech of readDraft(text).speeches) {
          const due = speech.paragraphs.flatMap((paragraph) =>
            memory.of(paragraph.text).placeholders.map(({ span }) => paragraph.toSource(span).start),
          );
          const found = memory
            .ofSpeech(speech)
            .masks.flatMap(({ places }) => places.map(({ span }) => span.start));
          assert.deepEqual(
            [...found].sort((a, b) => a - b),
            due,
          );
        }
      }),
      { seed: 7 },
    );
  });
});

describe('masks: what the same speech gives for them', () => {
  it('the number of a meeting', () => {
    const text = '要贯彻第x次全会精神。\n第九次全会意义重大，第九次全会的精神要学透。';
    assert.deepEqual(values(text), ['第x次全会 = 第九次全会; 第九次']);
    assert.equal(masksOf(text)[0]!.value!.all.length, 2);
    assert.deepEqual(values('学习市委x届x次全会精神。\n市委十二届九次全会指出。'), [
      '市委x届x次全会 = 十二届九次全会; 十二届九次全会',
    ]);
    assert.deepEqual(values('学习党的二十届x中全会精神。\n党的二十届四中全会召开。'), [
      '党的二十届x中全会 = 二十届四中全会; 二十届四中全会',
    ]);
  });

  it('no number of another meeting', () => {
    for (const text of [
      '学习省委x届x次全会精神。\n市委十二届九次全会指出。',
      '学习第x次全会精神。\n市委第九次全会指出。',
      '学习第x次全会精神。\n第八次全会和第九次全会指出。',
      '学习第x次全会精神。\n第八次全会以来，自第八次全会召开。',
      '学习党的二十届x中全会精神。\n党的十九届四中全会召开。',
      '组织第x次集中学习。\n第九次全会指出。',
    ])
      assert.deepEqual(values(text), [], text);
  });

  it('the number of parts, of items of a series, of a list', () => {
    assert.deepEqual(
      values(
        '同志们：\n下面，我讲x点意见。\n一、统一思想\n要重视。\n二、狠抓落实\n要抓实。\n三、加强领导\n要带头。',
      ),
      ['x点意见 = 三点; 三点'],
    );
    assert.deepEqual(
      values('下面，我强调两点要求，其中要完成x项指标：生产总值、工业产值、财政收入、居民收入。'),
      ['x项指标 = 四项; 四项'],
    );
    assert.deepEqual(values('下面，我讲x点意见。\n要重视。'), []);
  });

  it('the year of the title, where the words that follow are the same', () => {
    const title = '在2025年全市经济工作会议上的讲话\n同志们：\n';
    assert.deepEqual(values(`${title}20xx年全市经济工作会议今天召开。`), ['20xx年 = 2025年; 2025年']);
    assert.deepEqual(values(`${title}20xx年全市经济工作会议确定的任务已经完成。`), []);
    assert.deepEqual(values(`${title}20xx年，我们取得了好成绩。`), []);
  });

  it('a name in the same frame, with what the masks have besides', () => {
    const real = '大家都在为推动临江市高质量发展而努力。';
    assert.deepEqual(values(`大家都在为推动XX市高质量发展而努力。xx市委要带头。\n${real}`), [
      'XX市 = 临江市; 临江市 临江市委',
    ]);
    assert.deepEqual(values('我们要认真学习XX县的成功经验做法。\n大家还要认真学习睢县的成功经验做法。'), [
      'XX县 = 睢县; 睢县',
    ]);
  });

  it('a county for the mask in its frame alone: there may be others', () =>
    assert.deepEqual(
      values('我们要认真学习XX县的成功经验做法。\n刚才XX县作了发言。\n大家还要认真学习睢县的成功经验做法。'),
      ['XX县 = 睢县; 睢县 -'],
    ));

  it('no name that may be another', () => {
    for (const text of [
      // In one sentence, of another frame, of no name, two names in the frame.
      '大力推动XX市高质量发展，才能大力推动临江市高质量发展。',
      '大力推动XX市高质量发展。\n大力推动周边市高质量发展。',
      '要推动XX市高质量发展。\n临江市的发展也很快。',
      '大力推动XX市高质量发展。\n大力推动全市高质量发展。\n大力推动各市高质量发展。',
      '大力支持XX区加快发展步伐。\n大力支持工业园区加快发展步伐。',
      '大力支持XX区加快发展步伐。\n大力支持临江区加快发展步伐。\n大力支持沙河区加快发展步伐。',
      'XX市委书记张三讲话。\n临江市委书记张三讲话。',
    ])
      assert.deepEqual(values(text), [], text);
  });

  it('a figure behind the same clause, its period told', () => {
    assert.deepEqual(
      values('上半年全市工业投资增长xx.x%，势头良好。\n上半年全市工业投资增长7.2%，来之不易。'),
      ['xx.x%（上半年全市工业投资增速） = 7.2%; 7.2%'],
    );
    assert.deepEqual(
      values('全市工业投资同比增长xx.x%，势头良好。\n全市工业投资同比增长7.2%，来之不易。'),
      [],
    );
  });

  it('even forms: the rarer one is told the usual one', () => {
    const even = (text: string): string[] =>
      masksOf(text).flatMap(({ places }) => places.flatMap((p) => (p.even ? [`${p.text}→${p.even}`] : [])));
    assert.deepEqual(even('XX市很好。\nXX市委很强。\nxx市政府很实。\n×市很美。'), [
      'xx市政府→XX市政府',
      '×市→XX市',
    ]);
    assert.deepEqual(even('XX市和××市结对。\nXX市很好。'), []);
    assert.deepEqual(even('XX市的做法好，比××市的做法更早。\nXX市很好。'), []);
    assert.deepEqual(even('XX公司投产，XXX公司停产。'), []);
  });
});
