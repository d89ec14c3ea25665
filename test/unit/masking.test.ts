import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readKey, writeKey } from '../../server/src/engine/masking/key.ts';
import { kindsOf, type MaskWord } from '../../server/src/engine/masking/kinds.ts';
import { type Masking, maskText, originalOf } from '../../server/src/engine/masking/mask.ts';
import { unmaskText } from '../../server/src/engine/masking/unmask.ts';
import { createEntityReader } from '../../server/src/facts/entities/read.ts';
import { loadWords } from '../../server/src/words/load.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const read = createEntityReader(words);
const EVERYTHING: readonly MaskWord[] = [
  'names',
  'places',
  'bodies',
  'documents',
  'sessions',
  'figures',
  'dates',
];

interface Wish {
  readonly what?: readonly MaskWord[];
  readonly keep?: readonly string[];
  readonly also?: readonly string[];
  readonly numbered?: boolean;
}

function masked(text: string, { what, keep = [], also = [], numbered = false }: Wish = {}): Masking {
  return maskText(text, read(text, { kinds: kindsOf(what), keep, also }), numbered);
}

const SPEECH = [
  '在临江市重点项目推进会上的讲话',
  '市长　郭建民',
  '（2026年4月9日）',
  '同志们：',
  '前天，我同贺长青同志到沙洋县、柳河镇走了走，看了云川集团的两条生产线。',
  '刚才，沙洋县委书记岳小满、云川集团董事长常东升作了发言，贺长青同志讲得很实在。',
  '一季度，临江市完成投资86.4亿元，增长9.3%，沙洋县完成投资12.5亿元。临江的家底不厚。',
  '要落实临政发〔2026〕5号文件，有事找汪主任，电话13800001234。',
  '市委七届九次全会已有部署，郭建民、贺长青、温立夏同志包联的项目要先开工。',
].join('\n');

describe('masking', () => {
  it('masks people, places, bodies, document numbers, sessions and telephones in the manner of offices', () => {
    const { text } = masked(SPEECH);
    assert.equal(
      text,
      [
        '在XX市重点项目推进会上的讲话',
        '市长　XXX',
        '（2026年4月9日）',
        '同志们：',
        '前天，我同XXX同志到XX县、XX镇走了走，看了XX集团的两条生产线。',
        '刚才，XX县委书记XXX、XX集团董事长XXX作了发言，XXX同志讲得很实在。',
        '一季度，XX市完成投资86.4亿元，增长9.3%，XX县完成投资12.5亿元。XX的家底不厚。',
        '要落实XX〔20xx〕x号文件，有事找XXX主任，电话xxxxxxxx。',
        '市委x届x次全会已有部署，XXX、XXX、XXX同志包联的项目要先开工。',
      ].join('\n'),
    );
  });

  it('masks figures and dates where they are asked for', () => {
    const { text } = masked(
      '2026年4月9日，全市新开工37个项目，投资增长9.3%，二〇二五年底已开工5G基站120个。',
      {
        what: ['figures', 'dates'],
      },
    );
    assert.equal(text, '20xx年x月x日，全市新开工xx个项目，投资增长x.x%，二〇xx年底已开工5G基站xxx个。');
  });

  it('leaves alone what every office says, list numbers and names of things', () => {
    for (const sentence of [
      '深入学习贯彻习近平新时代中国特色社会主义思想，弘扬延安精神。',
      '融入京津冀协同发展、长江经济带和粤港澳大湾区建设。',
      '全面推进乡村振兴，坚持绿水青山就是金山银山，实现共同富裕，中华人民共和国和人民解放军。',
      '各位来宾，各级党委书记要抓好示范镇、中心村和智慧社区建设。',
      '全市上下、全县各乡镇、我市各部门要迎难而上。',
      '打造“1+3+N”体系，推广5G应用，PM2.5浓度下降。',
    ])
      assert.equal(masked(sentence, { what: EVERYTHING }).text, sentence);
  });

  it('gives one entity one mask everywhere, and with numbers no other the same', () => {
    for (const numbered of [false, true]) {
      const { entities, places } = masked(SPEECH, { numbered });
      for (const [i, { name }] of entities.entries()) {
        const mentions = places.filter(({ entity }) => entity === i);
        assert.ok(mentions.length >= 1, name);
      }
      const named = entities.filter(({ kind }) => /^(?:person|place|body)$/.test(kind));
      assert.ok(named.length >= 8);
      if (numbered) assert.equal(new Set(named.map(({ mask }) => mask)).size, named.length);
    }
    const { text } = masked(SPEECH, { numbered: true });
    assert.equal(text.split('XX①').length - 1, 3, text);
    assert.ok(text.includes('XX①的家底'));
  });

  it('takes no number that the text has already', () => {
    const { text, entities } = masked('XX①市是旧稿的写法，临江市是今天的写法。', { numbered: true });
    assert.equal(text, 'XX①市是旧稿的写法，XX②市是今天的写法。');
    assert.equal(entities.length, 1);
  });

  it('keeps the words that are to stay, and masks those asked for', () => {
    const text = '临江市和沙洋县共建望海楼，望海楼要建好。';
    assert.equal(masked(text, { keep: ['沙洋'] }).text, 'XX市和沙洋县共建望海楼，望海楼要建好。');
    assert.equal(masked(text, { also: ['望海楼'] }).text, 'XX市和XX县共建XX，XX要建好。');
  });

  it('finds names without words too', () => {
    const { text } = maskText(
      SPEECH,
      createEntityReader(undefined)(SPEECH, { kinds: kindsOf(), keep: [], also: [] }),
    );
    assert.ok(text.includes('在XX市') && text.includes('XX县') && !text.includes('13800001234'));
  });

  it('takes time in proportion to the text', () => {
    const cost = (n: number): number => {
      const text = Array.from({ length: n }, () => SPEECH).join('\n');
      const start = performance.now();
      const masking = masked(text, { what: EVERYTHING });
      unmaskText(`${masking.text}。`, masking);
      return performance.now() - start;
    };
    cost(20);
    const small = Math.min(cost(20), cost(20), cost(20));
    assert.ok(cost(160) < 40 * small + 100);
  });
});

describe('unmasking', () => {
  it('gives the original back character for character', () => {
    const pieces = [
      '临江市',
      '沙洋县',
      '郭建民同志',
      '汪主任',
      'XX市',
      'x.x%',
      '9.3%',
      '2026年',
      '，',
      '。\r\n',
      '\n',
      '要抓好',
      'XXX',
      '安徽合肥',
      '沪苏浙皖',
      '①',
      '“',
      '　',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        fc.boolean(),
        (parts, numbered) => {
          const text = parts.join('');
          const masking = masked(text, { what: EVERYTHING, numbered });
          assert.equal(unmaskText(masking.text, masking).text, text);
          assert.equal(originalOf(masking), text);
        },
      ),
      { seed: 9, numRuns: 300 },
    );
  });

  it('changes nothing outside the masks', () => {
    const { text, places, entities } = masked(SPEECH, { what: EVERYTHING });
    let from = 0;
    let at = 0;
    for (const place of places) {
      const between = text.slice(from, place.at);
      assert.equal(SPEECH.slice(at, at + between.length), between);
      assert.equal(SPEECH.slice(at + between.length).startsWith(place.text), true);
      at += between.length + place.text.length;
      from = place.at + entities[place.entity]!.mask.length;
    }
    assert.equal(SPEECH.slice(at), text.slice(from));
  });

  const masking = masked(SPEECH, { what: EVERYTHING });
  const restoredAfter = (edit: (text: string) => string): string =>
    unmaskText(edit(masking.text), masking).text;

  it('goes by the words around where paragraphs were put in, left out or moved', () => {
    const lines = masking.text.split('\n');
    const moved = [
      ...lines.slice(0, 4),
      lines[6]!,
      '这是新加的一段，没有记号。',
      lines[4]!,
      ...lines.slice(7),
    ];
    const of = SPEECH.split('\n');
    const { text, open } = unmaskText(moved.join('\n'), masking);
    assert.equal(
      text,
      [...of.slice(0, 4), of[6]!, '这是新加的一段，没有记号。', of[4]!, ...of.slice(7)].join('\n'),
    );
    assert.deepEqual(open, []);
  });

  it('goes by one side where the words on the other were changed', () => {
    assert.ok(restoredAfter((text) => text.replace('有事找', '遇到难处就找')).includes('遇到难处就找汪主任'));
    assert.ok(restoredAfter((text) => text.replace('的家底不厚', '底子薄')).includes('临江底子薄'));
  });

  it('leaves what it is not certain of, and says where', () => {
    const list = masked('要学习临江市、沙洋县、永城市、灵璧县抓项目的经验。\n请大家鼓掌。');
    const edited = list.text.replace('XX市、XX县、', '');
    const { text, open } = unmaskText(edited, list);
    assert.equal(text, edited);
    assert.deepEqual(
      open.map(({ span }) => edited.slice(span.start, span.end)),
      ['XX', 'XX'],
    );
  });

  it('gives nothing for a mask that was written in later', () => {
    const added = `${masking.text}\n还要到XX县、找XXX同志问一问，再增长x.x%才行。`;
    const { text, open } = unmaskText(added, masking);
    assert.ok(text.endsWith('还要到XX县、找XXX同志问一问，再增长x.x%才行。'));
    assert.equal(open.length, 3);
  });

  it('gives nothing for words that were written twice with the masks in them', () => {
    const { open } = unmaskText(
      masking.text.replace('XX县完成投资xx.x亿元', 'XX县完成投资xx.x亿元，XX县完成投资xx.x亿元'),
      masking,
    );
    assert.ok(open.length >= 2);
  });

  it('does not take the words of one place for those of another that changed places with it', () => {
    const two = masked('临江市建成了三座新水厂，沙洋市修好了两条旧公路。');
    const swapped = 'XX市修好了两条旧公路，XX市建成了三座新水厂。';
    const { text } = unmaskText(swapped, two);
    assert.ok(!text.includes('临江市修好') && !text.includes('沙洋市建成'), text);
  });

  it('goes by the number of a numbered mask wherever it stands', () => {
    const numbered = masked(SPEECH, { numbered: true });
    const { text } = unmaskText(`请${numbered.entities[1]!.mask}同志先讲。`, numbered);
    assert.equal(text, '请郭建民同志先讲。');
  });

  it('is never wrong, whatever is left out', () => {
    const truth = new Map<string, string>();
    const original = Array.from({ length: 12 }, (_, i) => {
      const city = ['临江', '永城', '沙洋', '灵璧'][i % 4]!;
      const task = `${'甲乙丙丁戊己庚辛壬癸子丑'[i]}片区的重点工程`;
      truth.set(task, city);
      return `今年由${city}市牵头推进${task}，年底以前必须见效。`;
    });
    const whole = masked(original.join('\n'));
    const lines = whole.text.split('\n');
    fc.assert(
      fc.property(fc.shuffledSubarray(lines), (kept) => {
        for (const line of unmaskText(kept.join('\n'), whole).text.split('\n')) {
          const [, city, task] = /由(..)市牵头推进(.+?)，/.exec(line) ?? [];
          if (task !== undefined && city !== 'XX') assert.equal(city, truth.get(task));
        }
      }),
      { seed: 3 },
    );
  });
});

describe('the key', () => {
  it('is read back, and refused where it is none or was changed', async () => {
    const masking = masked(SPEECH);
    const key = await writeKey(masking);
    assert.deepEqual(await readKey(key), masking);
    for (const other of [
      '',
      '{}',
      '[]',
      key.replace('"text": "郭建民"', '"text": "郭建军"'),
      key.replace('的家底不厚', '的家底厚'),
    ])
      assert.ok('mistake' in (await readKey(other)), other.slice(0, 20));
  });
});
