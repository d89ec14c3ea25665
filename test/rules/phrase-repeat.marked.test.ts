import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addTo } from '../../server/src/draft/lists.ts';
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
  /** Pieces of one long row of numbers, longer and shorter than what runs are told apart by. */
  const long = fc
    .array(fc.record({ from: fc.nat(8), length: fc.integer({ min: 58, max: 72 }), behind: fc.nat(2) }), {
      maxLength: 5,
    })
    .map((pieces) =>
      pieces.flatMap(({ from, length, behind }) => [
        ...Array.from({ length }, (_, i) => 10 + from + i),
        behind,
      ]),
    );

  for (const [name, sequences, numRuns] of [
    ['short runs', small, 500],
    ['runs of any length', long, 100],
  ] as const)
    it(`are those that a search of all runs finds: ${name}`, () => {
      fc.assert(
        fc.property(sequences, (numbers) => {
          const found: string[] = [];
          outcome(
            maximalRuns(Uint32Array.from(numbers), 1, ({ length, places }) => {
              found.push(told(numbers, length, [...places]));
            }),
          );
          assert.deepEqual(found.toSorted(), searched(numbers).toSorted());
        }),
        { seed: 5, numRuns },
      );
    });

  const told = (numbers: readonly number[], length: number, places: readonly number[]): string =>
    `${numbers.slice(places[0], places[0]! + length).join(',')}@${places.join(' ')}`;

  /** All runs of at most 64 numbers that stand several times and cannot be made longer without losing a place. */
  function searched(numbers: readonly number[]): string[] {
    const found: string[] = [];
    for (let length = 1; length <= Math.min(64, numbers.length - 1); length++) {
      const places = new Map<string, number[]>();
      for (let from = 0; from + length <= numbers.length; from++) {
        const run = numbers.slice(from, from + length);
        if (!run.includes(0)) addTo(places, run.join(','), from);
      }
      for (const all of places.values()) {
        const same = (at: (place: number) => number | undefined): boolean => {
          const first = at(all[0]!);
          return first !== undefined && first !== 0 && all.every((place) => at(place) === first);
        };
        const longer = length < 64 && same((place) => numbers[place + length]);
        if (all.length > 1 && !longer && !same((place) => numbers[place - 1]))
          found.push(told(numbers, length, all));
      }
    }
    return found;
  }

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
