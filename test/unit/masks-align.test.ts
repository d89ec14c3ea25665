import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import { valuesFrom } from '../../server/src/facts/masks/align.ts';

/** `记号=值` for every placeholder of `masked` that `other` has something for. */
function offered(masked: string, other: string): string[] {
  const memory = createFactMemory();
  return readDraft(masked).speeches.flatMap((speech) =>
    [...valuesFrom(speech, memory, readDraft(other))].map(([place, { text, span }]) => {
      if (!place.text.includes('（')) assert.equal(other.slice(span.start, span.end), text);
      return `${place.text}=${text}`;
    }),
  );
}

const HEAD = '在全市项目建设推进会上的讲话\n同志们：\n';

describe('values from a draft of the same text', () => {
  it('fills figures, dates, ordinals, names and blanks', () => {
    const masked =
      '上半年，全市完成固定资产投资xx.x亿元，同比增长x.x%，高于全省X个百分点。\n' +
      '20xx年x月xx日，市委召开了x届x次全会，对做好下半年工作作出全面部署。\n' +
      '在XX市委的坚强领导下，各级各部门迎难而上，新开工项目____个，x书记给予充分肯定。';
    const other =
      '上半年，全市完成固定资产投资86.4亿元，同比增长9.3%，高于全省2个百分点。\n' +
      '2025年7月18日，市委召开了五届九次全会，对做好下半年工作作出全面部署。\n' +
      '在临江市委的坚强领导下，各级各部门迎难而上，新开工项目37个，陈书记给予充分肯定。';
    assert.deepEqual(offered(HEAD + masked, HEAD + other), [
      'xx.x亿元=86.4亿元',
      'x.x%=9.3%',
      'X个百分点=2个百分点',
      '20xx年x月xx日=2025年7月18日',
      'x届x次全会=五届九次全会',
      'XX市委=临江市委',
      '____=37',
      'x书记=陈书记',
    ]);
  });

  it('goes by sentences where the paragraphs differ', () => {
    const masked = '会议开得很好。全市新建改建农村公路xxx公里，惠及群众XX万人。大家要再接再厉。';
    const other = '这次会议开得很成功。全市新建改建农村公路218公里，惠及群众35万人。希望同志们继续努力。';
    assert.deepEqual(offered(masked, other), ['xxx公里=218公里', 'XX万人=35万人']);
  });

  it('offers nothing where the text is another, is masked too, or says two things', () => {
    const masked = '全市新建改建农村公路xxx公里，惠及沿线群众。';
    assert.deepEqual(offered(masked, '全市新建改建城市道路218公里，惠及沿线群众。'), []);
    assert.deepEqual(offered(masked, '全市新建改建农村公路××公里，惠及沿线群众。'), []);
    assert.deepEqual(
      offered(
        masked,
        '全市新建改建农村公路218公里，惠及沿线群众。\n全市新建改建农村公路95公里，惠及沿线群众。',
      ),
      [],
    );
  });

  it('offers no name that is masked, nor one for a mask of several', () => {
    assert.deepEqual(offered('我们走访了XX公司的生产车间。', '我们走访了××公司的生产车间。'), []);
    assert.deepEqual(
      offered(
        'XX市、XX市都是友好城市。\n要认真学习XX市抓项目促投资的做法。',
        '要认真学习沙河市抓项目促投资的做法。',
      ),
      ['XX市=沙河市'],
    );
  });

  it('offers nothing for gaps that could be cut in two ways', () =>
    assert.deepEqual(
      offered('我们先后到XX和XX开展调查研究工作。', '我们先后到甲地和乙地和丙地开展调查研究工作。'),
      [],
    ));

  it('fills a name wherever it stands, unless one mask stands for two', () => {
    assert.deepEqual(
      offered(
        '奋力推动XX市高质量发展走在前列。\nXX市人民勤劳智慧，也热情好客。',
        '奋力推动临江市高质量发展走在前列。',
      ),
      ['XX市=临江市', 'XX市=临江市'],
    );
    assert.deepEqual(
      offered(
        '要学习XX县、XX县抓项目促投资的好做法。\nXX县要带头。',
        '要学习沙河县、石桥县抓项目促投资的好做法。',
      ),
      ['XX县=沙河县', 'XX县=石桥县'],
    );
  });

  it('finds every figure again that was masked', () => {
    const sentence = (figure: string, i: number): string =>
      `第${'甲乙丙丁戊己庚辛'[i]}片区累计完成各类项目投资${figure}亿元，进度快于去年同期。`;
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 9999 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('xx.x', 'XX', '××', '＊＊', '____'),
        (figures, mask) => {
          const values = figures.map((n) => (n / 10).toFixed(1));
          const lines = (of: (value: string) => string): string =>
            HEAD + values.map((value, i) => sentence(of(value), i)).join('\n');
          const unit = mask === '____' ? '' : '亿元';
          assert.deepEqual(
            offered(
              lines(() => mask),
              lines((value) => value),
            ),
            values.map((value) => `${mask}${unit}=${value}${unit}`),
          );
        },
      ),
    );
  });

  it('takes time in proportion to the text', () => {
    const line = (i: number, value: string): string =>
      `第${i}项重点工程累计完成投资${value}亿元，进度符合预期要求。`;
    const cost = (n: number): number => {
      const masked = Array.from({ length: n }, (_, i) => line(i, 'xx')).join('\n');
      const other = Array.from({ length: n }, (_, i) => line(i, String(i))).join('\n');
      const start = performance.now();
      assert.equal(offered(masked, other).length, n);
      return performance.now() - start;
    };
    cost(200);
    const small = Math.min(cost(200), cost(200), cost(200));
    assert.ok(cost(1600) < 60 * small + 50);
  });
});
