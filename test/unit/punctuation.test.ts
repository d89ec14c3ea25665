import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChecker } from '../../server/src/engine/check.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Edit, Finding, Rule } from '../../server/src/engine/types.ts';
import pair from '../../server/src/rules/pair-unbalanced.ts';
import repeat from '../../server/src/rules/punctuation-repeat.ts';
import width from '../../server/src/rules/punctuation-width.ts';
import direction from '../../server/src/rules/quote-direction.ts';
import space from '../../server/src/rules/stray-space.ts';
import { findingsOf } from '../support/marked.ts';

const rules: readonly Rule[] = [pair, direction, width, repeat, space];
const checker = createChecker(rules, { words: () => undefined });
const check = (text: string): readonly Finding[] => {
  const { findings, failures } = checker.check(checker.read(text, 'text'), presetSettings(rules));
  assert.deepEqual(failures, []);
  return findings;
};
const firstFixes = (findings: readonly Finding[]): readonly Edit[] =>
  findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []);

/** Sound paragraphs with marks of all kinds. */
const SOUND = [
  '要用好“一张图”，管好“一张网”，把“一件事一次办”落到实处。',
  '各县（市、区）要对照《任务清单》逐项落实，主要负责同志亲自抓；牵头部门（市发改委）每月通报。',
  '上半年完成投资27.6亿元，同比增长11.9%；新开工项目126个，开工率达到98.6%。',
  '要深入一线调查研究，帮助企业解决用地、用工、融资等难题，切实优化营商环境。',
  '会议强调：要把《城市更新条例》执行好，推广“一网通办”“跨省通办”，让群众少跑腿。',
];
const draftOf = (picks: readonly number[]): string =>
  ['在全市重点工作推进会上的讲话', '同志们：', ...picks.map((i) => SOUND[i]!), '谢谢大家！'].join('\n');
const sound = fc
  .array(fc.nat(SOUND.length - 1), { minLength: 1, maxLength: 12 })
  .map((picks) => draftOf([...picks, 0, 1]));

/** Offsets of the characters of a text that a pattern finds. */
const offsets = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(({ index }) => index);

/** One fault a rule: what is done to the text at a place of the pattern. */
const FAULTS: readonly {
  readonly name: string;
  readonly rule: Rule;
  readonly at: RegExp;
  readonly put: (mark: string) => string;
  readonly restores: boolean;
}[] = [
  { name: 'a lost quotation mark', rule: pair, at: /[“”]/g, put: () => '', restores: false },
  { name: 'a lost bracket', rule: pair, at: /[（）《》]/g, put: () => '', restores: false },
  { name: 'an opening mark turned', rule: direction, at: /“/g, put: () => '”', restores: true },
  { name: 'a closing mark turned', rule: direction, at: /”/g, put: () => '“', restores: true },
  { name: 'a half-width comma', rule: width, at: /，/g, put: () => ',', restores: true },
  { name: 'a half-width bracket', rule: width, at: /（/g, put: () => '(', restores: true },
  { name: 'a half-width semicolon', rule: width, at: /；/g, put: () => ';', restores: true },
  { name: 'a straight quotation mark', rule: width, at: /[“”]/g, put: () => '"', restores: true },
  { name: 'a doubled mark', rule: repeat, at: /[，。；、]/g, put: (mark) => mark + mark, restores: true },
  { name: 'two marks for one', rule: repeat, at: /，/g, put: () => '、，', restores: true },
  {
    name: 'a space in a word',
    rule: space,
    at: /(?<=切)实|(?<=清单》逐项)落|(?<=营商)环/g,
    put: (c) => ` ${c}`,
    restores: true,
  },
];

describe('punctuation: one fault, one finding', () => {
  it('sound text has none', () => {
    fc.assert(
      fc.property(sound, (text) => assert.deepEqual(check(text), [])),
      { seed: 1 },
    );
  });
  for (const { name, rule, at, put, restores } of FAULTS) {
    it(name, () => {
      fc.assert(
        fc.property(sound, fc.nat(), (text, pick) => {
          const places = offsets(text, at);
          const place = places[pick % places.length]!;
          const bad = text.slice(0, place) + put(text[place]!) + text.slice(place + 1);
          const found = check(bad);
          assert.deepEqual(
            found.map((f) => f.ruleId),
            [rule.meta.id],
            bad,
          );
          if (restores) assert.equal(applyEdits(bad, firstFixes(found)), text);
        }),
        { seed: 2 },
      );
    });
  }
});

const PIECES = [
  ...'“”‘’"＂＇\'｀（）()【】[]《》〔〕，。；：、！？,;:.!? 　',
  '要',
  '抓好',
  '落实',
  '项目建设',
  '李',
  '3',
  '14:30',
  '1,000',
  '5.1%',
  'GDP',
  'x.x',
  '。。。',
  '...',
  '一是',
  '\n',
  '\n-3-\n',
  'http://a.cn/b,c',
];
const rough = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((pieces) => `同志们：\n${pieces.join('')}`);
const digits = (text: string): string => text.replace(/\D/g, '');
const between = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=\d)[^\d\n](?=\d)/g)].map(([mark]) => mark);

describe('punctuation: fixes', () => {
  for (const rule of rules) {
    describe(rule.meta.id, () => {
      it('change no figure and no mark between figures', () => {
        fc.assert(
          fc.property(rough, (text) => {
            for (const { fixes } of findingsOf(rule, text))
              for (const { edits } of fixes) {
                const fixed = applyEdits(text, edits);
                assert.equal(digits(fixed), digits(text));
                for (const { span } of edits)
                  assert.ok(!/\d.\d/.test(text.slice(span.start - 1, span.end + 1)), text);
                assert.deepEqual(between(fixed).slice(0, between(text).length), between(text));
              }
          }),
          { seed: 3, numRuns: 1500 },
        );
      });
      it('leave nothing to fix', () => {
        fc.assert(
          fc.property(rough, (text) => {
            const once = applyEdits(text, firstFixes(findingsOf(rule, text)));
            assert.deepEqual(firstFixes(findingsOf(rule, once)), [], JSON.stringify({ text, once }));
          }),
          { seed: 4, numRuns: 1500 },
        );
      });
      it('touch nothing but marks and spaces', () => {
        fc.assert(
          fc.property(rough, (text) => {
            for (const { span, newText } of firstFixes(findingsOf(rule, text)))
              assert.match(text.slice(span.start, span.end) + newText, /^[^\p{L}\p{N}\n-]{0,3}$/u);
          }),
          { seed: 5, numRuns: 500 },
        );
      });
    });
  }
});

describe('punctuation: habits of a whole draft', () => {
  const habit = Array.from({ length: 30 }, (_, i) => `要抓好第${i}件事,压实责任,务求实效;不能放松!`).join(
    '\n',
  );

  it('half-width throughout is one finding with one fix, every place related', () => {
    const found = findingsOf(width, `同志们:\n${habit}`);
    assert.equal(found.length, 1);
    const [{ related, fixes, span } = assert.fail()] = found;
    assert.equal(span.start, 3);
    const fixed = applyEdits(`同志们:\n${habit}`, fixes[0]!.edits);
    assert.equal(related.length, fixes[0]!.edits.length - 1);
    assert.doesNotMatch(fixed, /[,;:!]/);
  });

  it('a few slips are a finding each, and only commas between Chinese characters are safe', () => {
    const text = '同志们：\n要统一思想,压实责任。增长5%,快于去年，高于全省，好于预期。';
    assert.deepEqual(
      findingsOf(width, text).map(({ fixes }) => fixes[0]!.safety),
      ['safe', 'suggestion'],
    );
  });

  it('a collection is one draft: the habit is told once', () => {
    const text = ['第一篇：讲话', '同志们:', habit, '第二篇：讲话', '同志们:', habit].join('\n');
    assert.ok(checker.read(text, 'text').speeches.length > 1);
    assert.equal(findingsOf(width, text).length, 1);
  });

  it('spaces throughout are one finding', () => {
    const text = Array.from({ length: 12 }, () => '要切 实抓好落实，务求实效。').join('\n');
    const found = findingsOf(space, text);
    assert.equal(found.length, 1);
    assert.equal(applyEdits(text, firstFixes(found)), text.replaceAll(' ', ''));
  });

  it('spaces beside figures are told once where they are the exception, never where they are the rule', () => {
    const exception = '完成投资20亿元、新建12公里、改造8座、惠及5万人，另有 3 个在建，还有 6 个待建。';
    assert.equal(findingsOf(space, exception).length, 1);
    assert.deepEqual(findingsOf(space, '完成 20 亿元，新建 12 公里，改造 8 座，惠及5万人。'), []);
  });
});

describe('punctuation: Markdown', () => {
  it('markup is no punctuation of the text', () => {
    const text =
      '---\ntitle: a,b\n---\n# 讲话\n\n- [x] 要**抓好**[落实](http://a.cn/b,c "题")，见`a,b`。\n\n<!-- 注,意 -->\n';
    for (const rule of rules) assert.deepEqual(findingsOf(rule, text, undefined, 'markdown'), []);
  });
});

describe('punctuation: cost', () => {
  for (const sign of [
    '“',
    '”',
    '“”“',
    '"',
    '’',
    '（',
    '）',
    '（]',
    '1）',
    '【》',
    '，',
    ',',
    '要,',
    '。”。',
    '...',
    ' ',
    '要 ',
    '　',
    '要　',
    'a.',
    'a@',
    '5"',
    '[0,',
    '李 ',
    '“\n',
    '（\n】',
  ]) {
    it(`takes 100,000 characters of ${JSON.stringify(sign)}`, () => {
      const started = process.hrtime.bigint();
      check(`同志们：\n要抓好，${sign.repeat(100_000 / sign.length)}。`);
      assert.ok(Number(process.hrtime.bigint() - started) < 4e9);
    }).timeout(20_000);
  }
});
