import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../server/src/draft/read.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { compareDrafts, type PlacedChange } from '../../server/src/engine/rounds.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { createFactMemory } from '../../server/src/facts/facts.ts';
import halfUpdated from '../../server/src/rules/half-updated.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { repeatingDraft } from '../support/round-drafts.ts';
import { type Injected, inject } from '../support/rounds.ts';
import { createSpeechMaker, seeded } from '../support/speeches.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const memory = createFactMemory(() => words);
const compare = (old: string, now: string): readonly PlacedChange[] =>
  compareDrafts(readDraft(old), readDraft(now), memory);
const said = (old: string, now: string): readonly string[] =>
  compare(old, now).map(
    ({ kind, way, old: a, now: b }) => `${kind} ${way} ${a?.text ?? ''}→${b?.text ?? ''}`,
  );

const checker = createChecker([halfUpdated], { words: () => words });
const settings = presetSettings([halfUpdated]);
const halves = (old: string, now: string): readonly Finding[] =>
  checker.check(checker.read(now, 'text'), settings, checker.read(old, 'text')).findings;

const HEAD = '在全县农业工作会议上的讲话\n同志们：\n';

describe('comparing two versions', () => {
  it('names what was changed by kind, with both values', () => {
    const old = `${HEAD}今天讲三点意见。\n一、抓春耕\n全县粮食播种面积35.2万亩，完成投资xx亿元。3月底以前备足种子。\n二、抓水利\n县水利局要把泵站修好。\n`;
    const now = `${HEAD}今天讲四点意见。\n一、抓好春耕\n全县粮食播种面积36.8万亩，完成投资2.4亿元。4月底以前备足种子。\n二、抓水利\n县水务局要把泵站修好。\n`;
    assert.deepEqual(said(old, now), [
      'promise changed 三点意见→四点意见',
      'heading changed 一、抓春耕→一、抓好春耕',
      'figure changed 35.2万亩→36.8万亩',
      'placeholder filled xx亿元→2.4亿元',
      'date changed 3月→4月',
      'name changed 水利局→水务局',
    ]);
  });

  it('tells paragraphs that were moved, added and deleted, and nothing else', () => {
    const [a, b, c] = [
      '头一段说的是春耕备耕的事情。',
      '第二段说的是水利冬修的事情。',
      '第三段说的是农机检修的事情。',
    ];
    assert.deepEqual(said(`${HEAD}${a}\n${b}\n${c}\n`, `${HEAD}${b}\n${c}\n${a}\n`), [
      `paragraph moved ${a}→${a}`,
    ]);
    assert.deepEqual(said(`${HEAD}${a}\n${c}\n`, `${HEAD}${a}\n${b}\n${c}\n`), [`paragraph added →${b}`]);
    assert.deepEqual(said(`${HEAD}${a}\n${b}\n${c}\n`, `${HEAD}${a}\n${c}\n`), [`paragraph deleted ${b}→`]);
  });

  it('takes blanks and line ends for no substance', () => {
    const text = `${HEAD}今年，全县粮食播种面积35.2万亩，比往年好。\n`;
    assert.deepEqual(said(text, text.replaceAll('\n', '\r\n\r\n').replace('今年', '　　今年')), []);
  });

  it('gives places in words for both sides', () => {
    const old = `${HEAD}一、抓春耕\n粮食播种面积35.2万亩，比往年好。\n`;
    const [change] = compare(
      old,
      old.replace('一、抓春耕\n', '一、抓春耕\n先把道理说在前头。\n').replace('35.2', '36.8'),
    ).filter(({ kind }) => kind === 'figure');
    assert.deepEqual([change?.oldPlace, change?.nowPlace], ['一、第1段', '一、第2段']);
  });

  it('pairs the speeches of a collection by title', () => {
    const speech = (name: string, area: string) =>
      `在${name}工作会议上的讲话\n同志们：\n今年的播种面积是${area}万亩，比往年好，请大家抓紧落实。\n`;
    const old = `${speech('春耕', '35.2')}\n${speech('秋收', '12.1')}`;
    const now = `${speech('秋收', '12.1')}\n${speech('春耕', '36.8')}`;
    const figures = compare(old, now).filter(({ kind }) => kind === 'figure');
    assert.deepEqual(
      figures.map(({ old: a, now: b }) => [a?.text, b?.text]),
      [['35.2万亩', '36.8万亩']],
    );
  });

  const edited = fc
    .record({
      seed: fc.nat(40),
      edits: fc.array(fc.record({ at: fc.nat(), how: fc.nat(4) }), { maxLength: 12 }),
    })
    .map(({ seed, edits }) => {
      const old = repeatingDraft(seed).text;
      const lines = old.split('\n');
      const below = seeded(seed + 7);
      for (const { at, how } of edits) {
        const i = at % lines.length;
        if (how === 0) lines.splice(i, 1);
        else if (how === 1) lines.splice(i, 0, ...lines.splice((i + 5) % lines.length, 1));
        else if (how === 2) lines.splice(i, 0, `新写的第${at}句话，说的是另一件事。`);
        else if (how === 3) lines[i] = (lines[i] ?? '').replace(/\d+/, String(1 + below(900)));
        else lines[i] = (lines[i] ?? '').replace(/抓紧|逐户|分批/, '马上');
      }
      return { old, now: lines.join('\n') };
    });

  it('finds nothing between a draft and itself', () => {
    fc.assert(
      fc.property(edited, ({ now }) => assert.deepEqual(said(now, now), [])),
      { seed: 31, numRuns: 25 },
    );
  });

  it('is the same both ways, with the sides exchanged', () => {
    const MIRROR: Readonly<Record<string, string>> = {
      added: 'deleted',
      deleted: 'added',
      filled: 'opened',
      opened: 'filled',
    };
    const rows = (changes: readonly PlacedChange[], mirrored: boolean): readonly string[] =>
      changes
        .map(({ kind, way, old, now }) => {
          const [a, b] = mirrored ? [now, old] : [old, now];
          const how = mirrored ? (MIRROR[way] ?? way) : way;
          return `${kind} ${how} ${a?.span.start}:${a?.text} → ${b?.span.start}:${b?.text}`;
        })
        .sort();
    fc.assert(
      fc.property(edited, ({ old, now }) =>
        assert.deepEqual(rows(compare(old, now), false), rows(compare(now, old), true)),
      ),
      { seed: 32, numRuns: 60 },
    );
  });

  it('accounts for every edit of a figure in a paragraph that stayed', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(), (seed, at) => {
        const { text, things } = repeatingDraft(seed);
        const figures = things.filter(({ kind }) => kind === 'figure').flatMap(({ places }) => places);
        const place = figures[at % Math.max(1, figures.length)];
        if (!place) return;
        const now = applyEdits(text, [{ span: place, newText: '7531' }]);
        const found = compare(text, now);
        assert.equal(found.length, 1);
        assert.equal(found[0]?.kind, 'figure');
        assert.ok(found[0]?.now?.text.includes('7531'));
      }),
      { seed: 33, numRuns: 60 },
    );
  });

  it('keeps to a second for 50,000 characters', () => {
    const old = createSpeechMaker(5).speech(50_000);
    const below = seeded(9);
    const now = old.replace(/\d+处/g, (number) => (below(10) === 0 ? `${below(900) + 10}处` : number));
    const fresh = createFactMemory(() => words);
    const began = performance.now();
    const found = compareDrafts(readDraft(old), readDraft(now), fresh);
    const took = performance.now() - began;
    assert.ok(found.length > 100);
    assert.ok(took < 1000, `${took} ms`);
  });

  it('stays linear where nothing is alike', () => {
    const time = (length: number): number => {
      const [old, now] = [createSpeechMaker(1).speech(length), createSpeechMaker(2).speech(length)];
      const [a, b] = [readDraft(old), readDraft(now)];
      const began = performance.now();
      compareDrafts(
        a,
        b,
        createFactMemory(() => words),
      );
      return performance.now() - began;
    };
    time(20_000);
    const [one, four] = [time(40_000), time(160_000)];
    assert.ok(four < one * 10 + 200, `${one} ms, ${four} ms`);
  });
});

const touches = (found: readonly Finding[], { left }: Injected): boolean =>
  left.every((place) =>
    found.some(({ span, related }) =>
      [span, ...related.map((one) => one.span)].some((at) => at.start < place.end && place.start < at.end),
    ),
  );

describe('what was changed in one place and left in others', () => {
  const drafts = Array.from({ length: 40 }, (_, seed) => repeatingDraft(seed));

  it('is found in at least 95 of 100 cases', () => {
    const tally = { figure: [0, 0], name: [0, 0] };
    drafts.forEach(({ text, things }, i) => {
      for (const thing of things) {
        const at = i % thing.places.length;
        const made = inject(text, thing, (n) => n === at, i);
        tally[thing.kind][0]!++;
        if (touches(halves(text, made.text), made)) tally[thing.kind][1]!++;
      }
    });
    for (const [kind, [all, found]] of Object.entries(tally)) {
      assert.ok(all! > 50, `${kind}: only ${all} cases`);
      assert.ok(found! / all! >= 0.95, `${kind}: ${found} of ${all}`);
    }
  });

  it('is nothing where all mentions were changed, and nothing between equals', () => {
    drafts.forEach(({ text, things }, i) => {
      assert.deepEqual(halves(text, text), []);
      for (const thing of things) {
        const made = inject(text, thing, () => true, i);
        assert.deepEqual(
          halves(text, made.text).map(({ message }) => message),
          [],
        );
      }
    });
  });

  it('is nothing where sentences were moved or removed, or other figures rewritten', () => {
    drafts.forEach(({ text }, i) => {
      const below = seeded(i);
      const lines = text.split('\n');
      for (let n = 0; n < 5; n++) {
        const at = 2 + below(lines.length - 4);
        if (n % 2 === 0) lines.splice(at, 1);
        else lines.splice(at, 0, ...lines.splice(2 + below(lines.length - 4), 1));
      }
      const other = lines.map((line) =>
        line.replace(/(渠|园|库)\d+处/, (_, what: string) => `${what}${below(800) + 99}处`),
      );
      assert.deepEqual(
        halves(text, other.join('\n')).map(({ message }) => message),
        [],
      );
    });
  });

  it('is nothing between texts that are no versions of one', () => {
    const shared = repeatingDraft(3).text.split('\n');
    const now = [...shared.slice(0, 6), ...createSpeechMaker(77).speech(6000).split('\n')].join('\n');
    const injected = now.replace(/\d+\.\d亿元/, '999.9亿元');
    assert.deepEqual(halves(shared.join('\n'), injected), []);
  });

  it('offers the new value for the places left, in their own unit and form', () => {
    const old = `${HEAD}今年，全县农业总产值完成1.2亿元，好于预期。\n对全县农业总产值12000万元，要倍加珍惜。\n其余的话不多说了，请大家抓紧落实，一件一件办好。\n`;
    const now = old.replace('1.2亿元', '1.35亿元');
    const [found] = halves(old, now);
    const fixed = applyEdits(now, found?.fixes[0]?.edits ?? []);
    assert.equal(fixed, now.replace('12000万元', '13500万元'));
    assert.deepEqual(halves(old, fixed), []);
    assert.equal(found?.fixes[0]?.safety, 'suggestion');
  });

  it('offers nothing that could not be written', () => {
    const old = `${HEAD}今年，全县培育家庭农场示范主体1.2万家，好于预期。\n对全县家庭农场示范主体12000家，要倍加珍惜。\n其余的话不多说了，请大家抓紧落实，一件一件办好。\n`;
    const now = old.replace('1.2万家', '1.20005万家');
    for (const { fixes } of halves(old, now)) assert.deepEqual(fixes, []);
  });
});
