import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/engine/edit.ts';
import rule from '../../server/src/rules/heading-glued.ts';
import duplicate from '../../server/src/rules/numbering-duplicate.ts';
import { assertMarked, findingsOf } from '../support/marked.ts';

const BODY = '要统一思想认识，把各项任务抓紧抓实。';
const items = (count: number, work: string): string[] =>
  [...'一二三四五六'.slice(0, count)].map((n) => `（${n}）抓好${work}。${BODY}`);

describe('heading-glued: the line that is opened looks like the others', () => {
  for (const [name, gap] of [
    ['blank lines', '\n\n'],
    ['an indent', '\n　　'],
    ['Windows line ends', '\r\n'],
    ['blank lines and an indent', '\r\n\r\n    '],
  ] as const) {
    it(`${name}, before a heading`, () => {
      const sound = ['同志们：', '一、工作', ...items(4, '防火')].join(gap);
      const glued = sound.replace(`${gap}（三）`, '（三）');
      const [finding, ...more] = findingsOf(rule, glued);
      assert.deepEqual(more, []);
      assert.equal(applyEdits(glued, finding!.fixes[0]!.edits), sound);
    });

    it(`${name}, before a body`, () => {
      const lines = [...'一二三'].flatMap((n) => [`（${n}）抓好这一项工作`, BODY.repeat(2)]);
      const sound = ['同志们：', '一、工作', ...lines].join(gap);
      const glued = sound.replace(`（二）抓好这一项工作${gap}`, '（二）抓好这一项工作。');
      const [finding, ...more] = findingsOf(rule, glued);
      assert.deepEqual(more, []);
      assert.equal(
        applyEdits(glued, finding!.fixes[0]!.edits),
        sound.replace('（二）抓好这一项工作', '（二）抓好这一项工作。'),
      );
    });
  }
});

describe('a second run of numbers under one heading', () => {
  const speech = (...between: readonly string[]): string =>
    ['一、工作', ...items(5, '防火'), ...between, ...items(5, '防汛'), '二、要求', BODY].join('\n');

  it('is one finding', () =>
    assert.deepEqual(
      findingsOf(duplicate, speech()).map((f) => f.messageId),
      ['restart'],
    ));

  it('is announced by a sentence', () => {
    for (const bridge of [
      '以上五个方面的工作，要一并抓好。下面，就当前工作作个安排和强调。',
      '这里，我就当前几项工作再作个安排。',
      '借此机会，再讲讲近期的几件事。',
    ])
      assertMarked(duplicate, speech(BODY, bridge));
  });
});
