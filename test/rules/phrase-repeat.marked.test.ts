import assert from 'node:assert/strict';
import fc from 'fast-check';
import { outcome } from '../../server/src/engine/define.ts';
import { findRepeats } from '../../server/src/facts/repeats/find.ts';
import { maximalRuns } from '../../server/src/facts/repeats/suffixes.ts';
import { readTokens } from '../../server/src/facts/repeats/tokens.ts';
import phraseRepeat from '../../server/src/rules/phrase-repeat.ts';
import { loadWords } from '../../server/src/words/load.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

const loaded = loadWords();
const words = 'words' in loaded ? loaded.words : undefined;

describe('phrase-repeat', () => {
  it('an addressee that opens sentence after sentence', () =>
    assertMarked(
      phraseRepeat,
      '〖各乡镇各部门要〗抓紧动手。各乡镇各部门要备足种子。各乡镇各部门要修好水渠，各家包好地块。',
      words,
    ));

  it('what stands in every member of a row', () =>
    assertMarked(
      phraseRepeat,
      '存款较多的有建设〖银行柳河支行〗、农业银行柳河支行、交通银行柳河支行、中信银行柳河支行、工商银行柳河支行等。',
      words,
    ));

  it('three times within a few lines', () =>
    assertMarked(
      phraseRepeat,
      '要严防〖农田违规取土〗。对农田违规取土的，乡镇先停工；发现农田违规取土不报的，也要通报。',
      words,
    ));

  it('the longest form alone', () => {
    const found = findingsOf(
      phraseRepeat,
      '先修通田间机耕道路再谈耕作。有人问谁来修通田间机耕道路，答案是村里修通田间机耕道路。',
      words,
    );
    assert.deepEqual(
      found.map(({ message }) => /“(.+?)”/.exec(message)?.[1]),
      ['修通田间机耕道路'],
    );
  });

  for (const [name, text] of Object.entries({
    'the words of the title': [
      '在整治农田违规取土会上的讲话',
      '同志们：',
      ...['查', '管', '罚'].map((verb) => `先${verb}农田违规取土。`),
    ].join('\n'),
    'a name': '市农业农村局报名。市农业农村局培训。市农业农村局发证。市农业农村局回访。',
    'an office-holder': '请分管副县（市、区）长带队，分管副县（市、区）长签字，分管副县（市、区）长督办。',
    'an indicator': '社会消费品零售总额增长3%，城镇社会消费品零售总额增长4%，乡村社会消费品零售总额增长5%。',
    'a deliberate parallel':
      '（一）坚持从小事做起抓卫生。扫好门前。\n（二）坚持从小事做起抓绿化。栽好树苗。\n（三）坚持从小事做起抓停车。画好车位。',
    'what is said twice': '要疏通老城排水管网。年底前疏通老城排水管网。',
  }))
    it(`is silent about ${name}`, () => assertMarked(phraseRepeat, text, words));

  it('at most five findings a speech', () => {
    const lines = [
      '清理河道两岸垃圾',
      '加固水库大坝坡面',
      '疏通老城排水管网',
      '补栽公路两旁树木',
      '更换村口破旧路灯',
      '核对农户补贴账目',
      '检修乡镇供水泵站',
    ];
    const text = lines.map((line) => `先${line}。乡镇${line}。村里也${line}。`).join('\n');
    assert.equal(findingsOf(phraseRepeat, text, words).length, 5);
  });

  it('needs words', () => assert.deepEqual(findingsOf(phraseRepeat, '要修渠引水。'.repeat(9)), []));
});

describe('maximal runs', () => {
  const small = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 });

  it('are those that a search of all runs finds', () => {
    fc.assert(
      fc.property(small, (numbers) => {
        const key = (from: number, length: number): string => numbers.slice(from, from + length).join(',');
        const expected = new Set<string>();
        for (let length = 1; length < numbers.length; length++) {
          const places = new Map<string, number[]>();
          for (let from = 0; from + length <= numbers.length; from++) {
            if (numbers.slice(from, from + length).includes(0)) continue;
            places.set(key(from, length), [...(places.get(key(from, length)) ?? []), from]);
          }
          for (const [run, all] of places) {
            if (all.length < 2) continue;
            const same = (at: (place: number) => number | undefined): boolean => {
              const first = at(all[0]!);
              return first !== undefined && first !== 0 && all.every((place) => at(place) === first);
            };
            if (!same((place) => numbers[place - 1]) && !same((place) => numbers[place + length]))
              expected.add(`${run}@${all.join(' ')}`);
          }
        }
        const found: string[] = [];
        outcome(
          maximalRuns(Uint32Array.from(numbers), 1, ({ length, places }) => {
            found.push(`${key(places[0]!, length)}@${places.join(' ')}`);
          }),
        );
        assert.deepEqual(new Set(found), expected);
        assert.equal(found.length, expected.size);
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('grow linearly with the text', function () {
    this.timeout(60_000);
    const text = (copies: number): string => '各村要清理河道两岸垃圾，疏通老城排水管网。'.repeat(copies);
    const time = (copies: number): number => {
      const whole = text(copies);
      const paragraph = {
        text: whole,
        role: 'body',
        breaks: [],
        quoted: false,
        span: { start: 0, end: whole.length },
      } as const;
      const tokens = readTokens(whole, words!.cut(whole));
      const from = process.hrtime.bigint();
      outcome(findRepeats([{ paragraph: { ...paragraph, toSource: (span) => span }, tokens }], 6));
      return Number(process.hrtime.bigint() - from);
    };
    const best = (copies: number): number => Math.min(...Array.from({ length: 7 }, () => time(copies)));
    best(500);
    assert.ok(best(6000) / best(1500) < 8, 'four times the text costs more than eight times the time');
  });
});
