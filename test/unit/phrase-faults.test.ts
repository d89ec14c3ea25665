import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import phraseRepeat from '../../server/src/rules/phrase-repeat.ts';
import stockPhrase from '../../server/src/rules/stock-phrase.ts';
import { loadWords } from '../../server/src/words/load.ts';

const loaded = loadWords();
const active = [phraseRepeat, stockPhrase];
const checker = createChecker(active, { words: () => ('words' in loaded ? loaded.words : undefined) });
const settings = presetSettings(active);
const check = (lines: readonly string[]) =>
  checker.check(checker.read(['在全县水利会上的讲话', '同志们：', ...lines].join('\n'), 'text'), settings)
    .findings;

const SOUND = [
  '柳河灌区清淤12公里，水到了田头。',
  '泵站3座月底前检修，由水务局负责。',
  '沿线27个村各派一名管水员，4月起上岗。',
  '水费按亩计收，每亩18元，账目每季公示。',
  '去年旱情里，两个乡镇靠抗旱井保住了苗。',
  '老渠的闸门今年全部换新，钱已拨到乡镇。',
];
const sound = fc.shuffledSubarray(SOUND, { minLength: 4, maxLength: SOUND.length });
const RUN = { seed: 3, numRuns: 60 } as const;

describe('one fault of wording, one finding', () => {
  it('a sound text has none', () => {
    fc.assert(
      fc.property(sound, (lines) => assert.deepEqual(check(lines), [])),
      RUN,
    );
  });

  it('a phrase put in once too often', () => {
    fc.assert(
      fc.property(sound, fc.constantFrom('攻坚克难', '狠抓落实', '齐抓共管', '真抓实干'), (lines, phrase) => {
        const said = (count: number) => lines.map((line, i) => (i < count ? `要${phrase}，${line}` : line));
        assert.deepEqual(check(said(3)), []);
        const found = check(said(4));
        assert.deepEqual(
          found.map(({ ruleId, messageId }) => `${ruleId} ${messageId}`),
          ['stock-phrase repeated'],
        );
      }),
      RUN,
    );
  });

  it('a sentence of set phrases put in anywhere', () => {
    fc.assert(
      fc.property(sound, fc.nat(), (lines, pick) => {
        const at = pick % lines.length;
        const found = check([...lines.slice(0, at), '要凝心聚力、攻坚克难，真抓实干。', ...lines.slice(at)]);
        assert.deepEqual(
          found.map(({ ruleId, messageId }) => `${ruleId} ${messageId}`),
          ['stock-phrase sentence'],
        );
      }),
      RUN,
    );
  });

  it('an addressee put before sentence after sentence', () => {
    fc.assert(
      fc.property(sound, (lines) => {
        const found = check(lines.map((line, i) => (i < 3 ? `各县（市、区）要记住：${line}` : line)));
        assert.deepEqual(
          found.map(({ ruleId, messageId }) => `${ruleId} ${messageId}`),
          ['phrase-repeat addressee'],
        );
      }),
      RUN,
    );
  });
});
