import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import { createAuthority } from '../../server/src/facts/passages/authority.ts';
import { sharedPassages } from '../../server/src/facts/passages/match.ts';
import { createMemoryFinder } from '../../server/src/facts/passages/memory-finder.ts';
import { figureAt, normalise, WILD } from '../../server/src/facts/passages/normal.ts';
import { readPassages } from '../../server/src/facts/passages/read.ts';
import { sourceSpan, storeDraft } from '../../server/src/facts/passages/stored.ts';
import { SHORTEST, winnow } from '../../server/src/facts/passages/winnow.ts';

const words = (text: string): string =>
  [...normalise(text).codes].map((code) => (code === WILD ? '#' : String.fromCharCode(code))).join('');

describe('normalised text', () => {
  for (const [text, expected] of [
    ['“新建”道路，25 项。', '新建道路#项'],
    ['新建道路XX项', '新建道路#项'],
    ['增长１２.５％，', '增长#'],
    ['增长x x.x%', '增长##'],
    ['增长xx.x%', '增长#'],
    ['第二十次全会', '第#次全会'],
    ['第x次全会', '第#次全会'],
    ['十分关心', '十分关心'],
    ['ＧＤＰ和Excel', 'gdp和excel'],
    ['某某镇、×镇、*镇', '#镇#镇#镇'],
    ['1,200亩', '#亩'],
    ['1、2组', '##组'],
    ['', ''],
  ] as const) {
    it(`of ${text}`, () => assert.equal(words(text), expected));
  }

  it('knows where each character stands', () => {
    const normal = normalise('其中，25.5％是旧数');
    assert.equal(figureAt(normal, 2), '25.5');
    assert.deepEqual([normal.starts[3], normal.ends[3]], [8, 9]);
  });
});

/** Texts over few letters, so that they share much by chance, with a common run put in. */
const sharing = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸'), maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸'), maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'子丑寅卯辰巳午未申酉'), minLength: SHORTEST, maxLength: 120 }),
    fc.nat(),
    fc.nat(),
  )
  .map(([a, b, run, i, j]) => [insert(a, run, i), insert(b, run, j)] as const);

function insert(text: string, run: string, at: number): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + run + text.slice(place);
}

describe('fingerprints', () => {
  it('are shared by any two texts that share a run of the shortest length', () => {
    fc.assert(
      fc.property(sharing, ([a, b]) => {
        const own = new Set(winnow(normalise(a).codes).hashes);
        return [...winnow(normalise(b).codes).hashes].some((hash) => own.has(hash));
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('are few: about two of a window and one', () => {
    const text = Array.from({ length: 20_000 }, (_, i) =>
      String.fromCharCode(0x4e00 + ((i * i * 7919) % 9973)),
    );
    const { length } = winnow(normalise(text.join('')).codes).hashes;
    assert.ok(length < 20_000 * 0.075, String(length));
  });
});

/** Length of the longest run that two texts share, gram by gram. */
function longestRun(a: string, b: string): number {
  const grams = new Set<string>();
  for (let i = 0; i + SHORTEST <= a.length; i++) grams.add(a.slice(i, i + SHORTEST));
  for (let i = 0; i + SHORTEST <= b.length; i++) if (grams.has(b.slice(i, i + SHORTEST))) return SHORTEST;
  return 0;
}

describe('shared passages', () => {
  it('are found exactly where a run of the shortest length is shared', () => {
    const runs = fc.string({
      unit: fc.constantFrom(...'子丑寅卯辰巳午未申酉戌亥'),
      minLength: SHORTEST - 4,
      maxLength: SHORTEST + 4,
    });
    const sides = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸'), maxLength: 150 });
    fc.assert(
      fc.property(sides, sides, runs, fc.nat(), fc.nat(), (a, b, run, i, j) => {
        const [own, other] = [insert(a, run, i), insert(b, run, j)];
        const found = sharedPassages(readPassages(own), readPassages(other));
        assert.equal(found.length > 0, longestRun(own, other) >= SHORTEST);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  const LONG =
    '这条路从镇上一直修到后山的茶园，沿线十来个村子的茶青、毛竹、笋干都指望它运出去，去年雨季塌了好几处，眼下正是补修的时候，能早一天通车就早一天见效';

  it('go on over a masked name and a slight change', () => {
    const own = `${LONG}，由XX镇牵头，路基、涵洞、护坡三项同时开工，年内完成30公里。`;
    const other = `${LONG}，由青石桥镇牵头，路基、涵洞、挡墙三项同时开工，年内完成25公里。`;
    const [shared, ...more] = sharedPassages(readPassages(own), readPassages(other));
    assert.deepEqual(more, []);
    assert.equal(own.slice(shared!.own.start, shared!.own.end), own);
    assert.equal(other.slice(shared!.other.start, shared!.other.end), other);
    assert.equal(shared!.figures.length, 1);
  });

  it('stop where the texts part', () => {
    const own = `${LONG}。茶园的事先说到这里，下面讲讲水库除险加固，这件事拖不得也急不得。`;
    const other = `${LONG}。山上的事另有安排，会后请各位支书留一留，把去年欠下的账对一对。`;
    const [shared] = sharedPassages(readPassages(own), readPassages(other));
    assert.equal(own.slice(shared!.own.start, shared!.own.end), LONG);
  });

  it('are not made of a long quotation or of formulas alone', () => {
    const quoted = `他写道：“${LONG}。”说得在理。`;
    assert.deepEqual(sharedPassages(readPassages(quoted), readPassages(quoted)), []);
    assert.equal(sharedPassages(readPassages(LONG), readPassages(LONG)).length, 1);
  });
});

describe('what is kept of a draft', () => {
  it('survives JSON and finds its way back to the source over line ends and page numbers', () => {
    const text =
      '在茶山的讲话\n同志们：\n　　这条路从镇上一直修到后山的茶园，沿线十来个村子的茶青、毛竹、笋干都指望\n- 3 -\n它运出去，去年雨季塌了好几处，眼下正是补修的时候，能早一天通车就早一天见效。\n';
    const stored = JSON.parse(JSON.stringify(storeDraft(readDraft(text)))) as ReturnType<typeof storeDraft>;
    const [paragraph] = stored.speeches[0]!.paragraphs;
    const at = paragraph!.text.indexOf('雨季');
    const { start, end } = sourceSpan(paragraph!, { start: at, end: at + 2 });
    assert.equal(text.slice(start, end), '雨季');
    const whole = sourceSpan(paragraph!, { start: 0, end: paragraph!.text.length });
    assert.equal(text.slice(whole.start, whole.end).replace(/\n- 3 -\n/, ''), paragraph!.text);
  });
});

describe('originals of quotations', () => {
  const text =
    '沿河单位对各自门前的河段负责，每月至少清理两次，清理情况记入台账，由水利站按季抽查并通报结果。';
  const authority = createAuthority([{ path: '办法.txt', draft: storeDraft(readDraft(text), 1) }]);

  it('of any stretch with few changes are found with their distance', () => {
    const normal = normalise(text);
    const letters = fc.constantFrom(...'天地玄黄宇宙洪荒');
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 12, max: 30 }),
        fc.nat(),
        letters,
        (from, length, at, letter) => {
          const start = from % (normal.codes.length - length);
          const words = text.slice(normal.starts[start], normal.ends[start + length - 1]);
          assert.equal(authority.originalOf(words)?.distance, 0);
          const place = normal.starts[start + 1 + (at % (length - 2))]! - normal.starts[start]!;
          const wrong = words.slice(0, place) + letter + words.slice(place + 1);
          assert.equal(authority.originalOf(wrong)?.distance, 1);
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });

  it('are none for other words', () => {
    assert.equal(authority.originalOf('谁挨着河谁负责，一个月清两回，还要有人来查'), undefined);
    assert.equal(authority.originalOf('每月至少清理两回'), undefined);
  });
});

const corpus = process.env.HEGAO_CORPUS;
if (corpus) {
  const folder = path.join(corpus, 'drafts');
  const drafts = fs
    .readdirSync(folder)
    .map((name) => readDraft(fs.readFileSync(path.join(folder, name), 'utf8')));
  const all = drafts.flatMap((draft, d) =>
    draft.speeches.flatMap(({ paragraphs }, s) =>
      paragraphs.map(({ text }, p) => ({ key: `${d}/${s}/${p}`, text, plain: words(text), speech: s })),
    ),
  );

  describe('real drafts', () => {
    it('share what a comparison of all pairs gram by gram says, and nothing else', () => {
      const [missed, extra]: [string[], string[]] = [[], []];
      let pairs = 0;
      for (const [i, a] of all.entries()) {
        for (const b of all.slice(i + 1)) {
          const due = longestRun(a.plain, b.plain) > 0;
          const found = sharedPassages(readPassages(a.text), readPassages(b.text)).length > 0;
          if (due) pairs++;
          if (due && !found) missed.push(`${a.key} ${b.key}`);
          if (!due && found) extra.push(`${a.key} ${b.key}`);
        }
      }
      assert.ok(pairs > 50, String(pairs));
      assert.deepEqual([missed, extra], [[], []]);
    }).timeout(120_000);

    it('hold masked copies, which are found from end to end', () => {
      const draft = drafts.at(-1)!;
      const finder = createMemoryFinder();
      finder.put('稿', storeDraft(draft));
      const known = finder.paragraphsOf('稿');
      const covered = known
        .filter(({ speech }) => speech === 6)
        .flatMap(({ passages }) => {
          const lengths = known
            .filter(({ speech }) => speech < 6)
            .map((other) =>
              sharedPassages(passages, other.passages).reduce((sum, { length }) => sum + length, 0),
            );
          const most = Math.max(...lengths);
          return most === 0 ? [] : [most / passages.normal.codes.length];
        });
      assert.ok(covered.length >= 15, String(covered.length));
      assert.deepEqual(
        covered.filter((part) => part < 0.9),
        [],
      );
    });
  });
}
