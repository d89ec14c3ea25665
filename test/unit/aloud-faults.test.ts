import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/engine/edit.ts';
import clauseLong from '../../server/src/rules/clause-long.ts';
import readAloud from '../../server/src/rules/read-aloud.ts';
import { findingsOf } from '../support/marked.ts';
import { createSpeechMaker } from '../support/speeches.ts';

/** A form that is read as it stands, and the same made unreadable. */
const FAULTS: readonly (readonly [string, string])[] = [
  ['1至8月', '1-8月'],
  ['2021至2025年', '2021—2025年'],
  ['3至5个', '3～5个'],
  ['开发区下降7.9%', '开发区-7.9%'],
  ['零下12摄氏度', '-12℃'],
  ['不低于95%', '≥95%'],
  ['35平方米', '35㎡'],
];

describe('one fault, one finding: what cannot be read out', () => {
  const seed = fc.integer({ min: 1, max: 1_000_000 });

  it('a sound speech has none; a fault is found, and its fix undoes it', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom(...FAULTS), fc.nat(), (number, [right, wrong], at) => {
        const sound = createSpeechMaker(number).speech(3000);
        assert.deepEqual(
          findingsOf(readAloud, sound).map(({ span }) => sound.slice(span.start, span.end)),
          [],
        );
        const stops = [...sound.matchAll(/(?<=[\u4e00-\u9fff])。(?=.)/g)];
        const place = stops[at % stops.length]!.index;
        const write = (form: string) => `${sound.slice(0, place)}，${form}情况良好${sound.slice(place)}`;
        const bad = write(wrong);
        const found = findingsOf(readAloud, bad);
        assert.equal(found.length, 1, `${wrong} ${found.map(({ message }) => message).join()}`);
        assert.equal(applyEdits(bad, found[0]!.fixes[0]!.edits), write(right));
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('pauses taken out of a sentence make one finding', () => {
    fc.assert(
      fc.property(seed, fc.nat(), (number, at) => {
        const sound = createSpeechMaker(number).speech(3000);
        const sentences = [...sound.matchAll(/(?<=。)[^。\n“《（]{40,120}(?=。)/g)];
        fc.pre(sentences.length > 0);
        const { index, 0: sentence } = sentences[at % sentences.length]!;
        const joined = sentence.replace(/[，、；：！？—… ]/g, '');
        fc.pre(joined.length > 36);
        const bad = sound.slice(0, index) + joined + sound.slice(index + sentence.length);
        const before = findingsOf(clauseLong, sound).length;
        const after = findingsOf(clauseLong, bad);
        assert.ok(after.some(({ span }) => span.start === index && span.end === index + joined.length));
        assert.ok(after.length <= before + 1);
      }),
      { seed: 5, numRuns: 40 },
    );
  });
});
