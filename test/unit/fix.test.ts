import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChecker } from '../../server/src/engine/check.ts';
import { fix } from '../../server/src/engine/fix.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Edit, Finding, Fix } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';

const found = (fixes: readonly Fix[]): Finding => ({
  ruleId: 'typo',
  messageId: 'x',
  severity: 'info',
  message: '',
  span: { start: 0, end: 0 },
  related: [],
  fixes,
});
const safe = (edits: readonly Edit[]): Finding => found([{ title: '', safety: 'safe', edits }]);
const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

/** A check that wants every occurrence of a left side replaced by the right side. */
const rewriting =
  (pairs: readonly (readonly [string, string])[]) =>
  (text: string): readonly Finding[] =>
    pairs.flatMap(([from, to]) =>
      [...text.matchAll(new RegExp(from, 'g'))].map(({ index }) =>
        safe([edit(index, index + from.length, to)]),
      ),
    );

describe('fix', () => {
  it('makes what does not touch in one round, the rest after another look', () => {
    const result = fix('，，甲，，，，乙', rewriting([['，，', '，']]), ['safe']);
    assert.deepEqual(result, { text: '，甲，乙', count: 4 });
  });

  it('makes a fix whole or not at all', () => {
    const check = (text: string): readonly Finding[] =>
      text === '甲乙丙丁' ? [safe([edit(1, 2, '一')]), safe([edit(0, 1, '零'), edit(2, 3, '二')])] : [];
    assert.equal(fix('甲乙丙丁', check, ['safe']).text, '甲一丙丁');
  });

  it('takes the kinds asked for, the first fix of a finding that is of one', () => {
    const both = (text: string): readonly Finding[] =>
      text === '甲'
        ? [
            found([
              { title: '', safety: 'suggestion', edits: [edit(0, 1, '乙')] },
              { title: '', safety: 'safe', edits: [edit(0, 1, '丙')] },
            ]),
          ]
        : [];
    assert.equal(fix('甲', both, ['safe']).text, '丙');
    assert.equal(fix('甲', both, ['safe', 'suggestion']).text, '乙');
    assert.deepEqual(fix('甲', both, []), { text: '甲', count: 0 });
  });

  it('does not make edits that lie outside the text or across each other', () => {
    const bad = () => [
      safe([edit(0, 9, '')]),
      safe([edit(0, 2, 'x'), edit(1, 3, 'y')]),
      safe([edit(2, 1, 'z')]),
    ];
    assert.deepEqual(fix('甲乙丙', bad, ['safe']), { text: '甲乙丙', count: 0 });
  });

  it('ends and is idempotent even where fixes undo each other or never stop', () => {
    const side = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 2 });
    const pairs = fc.array(fc.tuple(side, fc.oneof(side, fc.constant(''))), { maxLength: 4 });
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 12 });
    fc.assert(
      fc.property(texts, pairs, (text, list) => {
        const check = rewriting(list);
        const once = fix(text, check, ['safe']).text;
        assert.equal(fix(once, check, ['safe']).text, once);
      }),
      { seed: 11, numRuns: 2000 },
    );
    assert.deepEqual(fix('a', rewriting([['a', 'aa']]), ['safe']), { text: 'a', count: 0 });
  });

  it('with the rules themselves: twice is once, and no fix touches a figure or a mark in it, and safe ones take no letter away', () => {
    const checker = createChecker(rules, { words: () => undefined });
    const settings = presetSettings(rules);
    const check = (text: string) => checker.check(checker.read(text, 'text'), settings).findings;
    const piece = fc.constantFrom(
      '讲话\n',
      '同志们：\n',
      '一、抓项目\n',
      '三、抓落实\n',
      '全市投资增长5.2%',
      ',',
      '，，',
      '。。',
      '，',
      '。',
      '\n',
      ' ',
      '- 3 -\n',
      '深人推进',
      '”强县“',
      '（市、区',
      '一是抓',
      '三是管',
      '12,345',
      'XX亿元',
      '：:',
    );
    const figures = (text: string) =>
      text.replace(/^ *- 3 - *$/gm, '').match(/\d(?:[^\p{Script=Han}\s]?\d)*/gu);
    const bare = (text: string) => text.replace(/^ *- 3 - *$/gm, '').replace(/[^\p{Script=Han}\d]/gu, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const kinds of [['safe'], ['safe', 'suggestion']] as const) {
          const once = fix(text, check, kinds).text;
          assert.equal(fix(once, check, kinds).text, once);
          assert.deepEqual(figures(once), figures(text));
          if (kinds.length === 1) assert.equal(bare(once), bare(text));
        }
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});
