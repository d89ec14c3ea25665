import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFrameReader } from '../../server/src/facts/phrases/frames.ts';
import { matchPhrases, type PhraseHit } from '../../server/src/facts/phrases/match.ts';
import { FIXED, PHRASE_GROUPS } from '../../server/src/lexicon/phrase-groups.ts';
import { indexPhrases, readEntry } from '../../server/src/lexicon/phrase-index.ts';
import { openLexicon } from '../../server/src/lexicon/phrase-lexicon.ts';
import { allPhrases } from '../../server/src/lexicon/phrase-lists.ts';
import { loadWords } from '../../server/src/words/load.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;
const lexicon = openLexicon();
const read = (text: string): string[] =>
  matchPhrases(text, [lexicon], words?.cut(text)).map(({ span }) => text.slice(span.start, span.end));

describe('the list of set phrases', () => {
  it('has at least 1,500 entries, each once, each in a group', () => {
    const phrases = allPhrases().map(({ entry }) => entry.split('=')[0]!);
    assert.ok(phrases.length >= 1500, String(phrases.length));
    assert.deepEqual(
      phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i),
      [],
    );
    assert.deepEqual(
      allPhrases().filter(({ group }) => !PHRASE_GROUPS[group]),
      [],
    );
  });

  it('fixed wording has no plainer form; a plainer form is another one and has no figure', () => {
    for (const { entry, group } of allPhrases()) {
      const { phrase, plainer, key } = readEntry(entry, group);
      assert.ok(key.length >= 2, entry);
      if (group === FIXED) assert.deepEqual(plainer, [], entry);
      for (const form of plainer) assert.ok(form !== phrase && form !== '' && !/[\d…]/.test(form), entry);
    }
  });

  it('is found whole once compiled', () => {
    for (const { entry, group } of allPhrases()) {
      const { phrase } = readEntry(entry, group);
      const text = phrase.replace('…', '甲');
      const hits = matchPhrases(text, [lexicon], undefined);
      assert.deepEqual(
        hits.map(({ span }) => span),
        [{ start: 0, end: text.length }],
        entry,
      );
      assert.equal(hits[0]!.group, group, entry);
    }
  });
});

describe('matching set phrases', () => {
  it('takes the longest', () => assert.deepEqual(read('要认真贯彻落实到位'), ['认真贯彻落实']));

  it('stays within words', () => {
    assert.deepEqual(read('要抓落实'), ['抓落实']);
    assert.deepEqual(read('他会干事'), []);
    assert.deepEqual(read('实现新突破口的选择'), ['突破口']);
  });

  it('fills gaps within a sentence only', () => {
    assert.deepEqual(read('要以项目建设为抓手。'), ['以项目建设为抓手']);
    assert.deepEqual(read('以后再说。项目为抓手。'), []);
  });

  it('knows what is cited', () => {
    const text = '墙上写着“狠抓落实”，手上也狠抓落实';
    assert.deepEqual(
      matchPhrases(text, [lexicon], words?.cut(text)).map(({ quoted }) => quoted),
      [true, false],
    );
  });

  it('finds in order, without overlap, what a plain search finds', () => {
    const list = ['甲乙', '甲乙丙', '乙丙丁', '丙丁', '丁甲乙丙', '乙甲'];
    const index = indexPhrases(list, 'z');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁', '。'), maxLength: 60 }),
        (text) => {
          const found = matchPhrases(text, [index], undefined).map(({ span }) => span);
          const expected: PhraseHit['span'][] = [];
          for (let at = 0; at < text.length; ) {
            const [longest] = list.filter((p) => text.startsWith(p, at)).sort((a, b) => b.length - a.length);
            if (longest) expected.push({ start: at, end: at + longest.length });
            at += longest?.length ?? 1;
          }
          assert.deepEqual(found, expected);
        },
      ),
      { seed: 7 },
    );
  });

  it('is no slower with 50,000 phrases than with 2,000', function () {
    this.timeout(60_000);
    let seed = 11;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % below;
    };
    const character = (): string => String.fromCharCode(0x4e00 + next(2500));
    const many = Array.from({ length: 50_000 }, () =>
      Array.from({ length: 4 + next(3) }, character).join(''),
    );
    const few = many.slice(0, 2000);
    const text = Array.from({ length: 200_000 }, (_, i) =>
      i % 250 === 0 ? few[next(2000)]! : character(),
    ).join('');
    const [small, large] = [few, many].map((list) => indexPhrases(list, 'z'));
    const time = (index: ReturnType<typeof indexPhrases>): number => {
      const from = process.hrtime.bigint();
      assert.ok(matchPhrases(text, [index], undefined).length >= 800);
      return Number(process.hrtime.bigint() - from);
    };
    const times: number[][] = [[], []];
    for (let round = 0; round < 15; round++)
      [small!, large!].forEach((index, i) => {
        times[i]!.push(time(index));
      });
    const [base, grown] = times.map((all) => Math.min(...all));
    assert.ok(grown! / base! <= 1.5, `${base} and ${grown} ns`);
  });
});

describe('parallel frames', () => {
  const frames = createFrameReader();
  const texts = (text: string): string[] => frames(text).map(({ span }) => text.slice(span.start, span.end));

  it('finds frames and rows built alike', () => {
    assert.deepEqual(texts('要以改革促发展，扬优势、补短板，同部署、同检查、同落实。'), [
      '以改革促发展',
      '扬优势、补短板',
      '同部署、同检查、同落实',
    ]);
    assert.deepEqual(texts('既要管当前，又要管长远。'), ['既要管当前，又要管长远']);
  });

  it('leaves names in a row alone', () =>
    assert.deepEqual(texts('新能源、新材料；东城区、西城区；小麦、玉米、大豆。'), []));
});
