import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFrame } from '../../server/src/facts/dates/frame.ts';

/** No sentence is followed further than this. */
const REACH = 400;

function walked(text: string, at: number, marks: string): readonly [number, number] {
  let start = at;
  while (start > 0 && at - start < REACH && !marks.includes(text[start - 1]!)) start--;
  let end = at;
  while (end < text.length && end - at < REACH && !marks.includes(text[end]!)) end++;
  return [start, end];
}

describe('the frame of a date', () => {
  it('has the sentence and the clause that walking from sign to sign finds', () => {
    const sign = fc.constantFrom('甲', '。', '，', '\n', '：', '乙'.repeat(300));
    const texts = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), (text, place) => {
        const at = place % (text.length + 1);
        const { sentenceStart, sentenceEnd, clauseStart, clauseEnd } = readFrame(text, []);
        assert.deepEqual([sentenceStart(at), sentenceEnd(at)], walked(text, at, '。！？\n'));
        assert.deepEqual([clauseStart(at), clauseEnd(at)], walked(text, at, '。！？\n，；：'));
      }),
      { seed: 10, numRuns: 500 },
    );
  });
});
