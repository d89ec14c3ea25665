import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entryToAppend, type IgnoreEntry } from '../../server/src/config/ignore-file.ts';
import { createIgnoreLoader } from '../../server/src/config/ignores.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { fingerprint } from '../../server/src/engine/fingerprint.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { silence } from '../../server/src/engine/silence.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';

const checker = createChecker(rules, { words: () => undefined });
const settings = presetSettings(rules);
const findingsOf = (text: string): readonly Finding[] =>
  checker.check(checker.read(text, 'text'), settings).findings;

const DRAFT = '在XX市座谈会上的讲话\n同志们：\n全市工业投资增长xx.x%。\nXX市要带好头，XX市更要作表率。\n';
const RULE_IDS = rules.map(({ meta }) => meta.id);

const loaderOf = (files: Readonly<Record<string, string>>) =>
  createIgnoreLoader(RULE_IDS, (file) => files[file]);

async function problemsOf(text: string): Promise<readonly string[]> {
  const { problems } = await loaderOf({ '/a/.hegao-ignore.yaml': text }).silencesFor('/a/稿.txt');
  return (problems ?? []).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('the fingerprint of a place', () => {
  it('is the same wherever the place is moved, and another when what is around it changes', () => {
    const at = (text: string) => {
      const start = text.indexOf('xx.x%');
      return fingerprint('placeholder-number', text, { start, end: start + 5 });
    };
    const sentence =
      '上半年，全市规模以上工业增加值同比增长xx.x%，比一季度加快，形势总体平稳，好于全省平均水平。';
    const known = at(sentence);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (above) => {
        assert.equal(at(`${above.replaceAll('x', '')}\n${sentence}\n${above}`), known);
      }),
    );
    assert.equal(at(sentence.replace('工业', '工 　业')), known);
    assert.notEqual(at(sentence.replace('工业', '农业')), known);
    assert.notEqual(at(sentence.replace('加快', '放缓')), known);
  });

  it('looks at 24 characters on each side, blanks left out, among the nearest 96, and never past its line', () => {
    const at = (before: string, after: string): string =>
      fingerprint('a', `${before}词${after}`, { start: before.length, end: before.length + 1 });
    const side = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地'];
    const near = side.join('');
    assert.equal(side.length, 24);
    const known = at(near, near);
    assert.equal(at(`远${near}`, `${near}远`), known);
    assert.notEqual(at(near.replace('甲', '远'), near), known);
    assert.notEqual(at(near, near.replace('地', '远')), known);
    assert.notEqual(at(near.slice(1), near), known);
    const spread = side.map((one) => `   ${one}`).join('');
    assert.equal(at(`${spread}    `, near), at(near.slice(1), near));
    assert.equal(at(spread, spread), known);
    assert.equal(at(`${'　'.repeat(40)}${near}`, near), known);
    for (const end of ['\n', '\r\n', '\r']) {
      assert.equal(at(`另一行${end}${near}`, `${near}${end}另一行`), known);
      assert.equal(at(`另一行${end}乙`, `乙${end}另一行`), at('乙', '乙'));
    }
  });

  it('spreads: a hundred thousand places, no two alike', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 100_000; i++) seen.add(fingerprint('a', `${i}`, { start: 0, end: 1 }));
    assert.equal(seen.size, 100_000);
  });

  it('is FNV-1a of rule, text and both sides: files keep it, so it never changes', () => {
    assert.equal(fingerprint('level-skip', '一、甲\n1.乙', { start: 4, end: 6 }), 'f39df0d34de02c4b');
  });
});

describe('decisions to keep quiet', () => {
  const found = findingsOf(DRAFT);

  it('silence one place, or a rule in the whole draft', () => {
    const name = found.find(({ ruleId }) => ruleId === 'placeholder-name')!;
    const context = fingerprint(name.ruleId, DRAFT, name.span);
    const here = silence(found, DRAFT, [{ rule: name.ruleId, context }]);
    assert.deepEqual(
      here.findings,
      found.filter((finding) => finding !== name),
    );
    assert.deepEqual(here.unused, []);
    const all = silence(found, DRAFT, [{ rule: 'placeholder-name' }]);
    assert.deepEqual(
      all.findings,
      found.filter(({ ruleId }) => ruleId !== 'placeholder-name'),
    );
  });

  it('that silence nothing are told', () => {
    const unused = [{ rule: 'level-skip' }, { rule: 'placeholder-name', context: '0'.repeat(16) }];
    assert.deepEqual(silence(found, DRAFT, unused), { findings: found, silenced: [], unused });
  });

  it('survive edits above and below', () => {
    const [name] = found.filter(({ ruleId }) => ruleId === 'placeholder-number');
    const context = fingerprint('placeholder-number', DRAFT, name!.span);
    const edited = `（会后收回）\n${DRAFT}以上意见，请一并抓好。\n`;
    const { unused } = silence(findingsOf(edited), edited, [{ rule: 'placeholder-number', context }]);
    assert.deepEqual(unused, []);
  });
});

describe('.hegao-ignore.yaml', () => {
  it('reads what it writes, whatever stands in the draft', async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const entry: fc.Arbitrary<IgnoreEntry> = fc.record(
      {
        rule: fc.constantFrom(...RULE_IDS),
        file: fc.constant('稿 1：终.txt'),
        text: word,
        context: word,
        reason: word,
      },
      { requiredKeys: ['rule', 'file'], noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (entries) => {
        const text = entries.reduce(
          (before: string | undefined, own) => (before ?? '') + entryToAppend(before, own),
          undefined,
        );
        const { silences } = await loaderOf({ '/a/.hegao-ignore.yaml': text! }).silencesFor(
          '/a/稿 1：终.txt',
        );
        assert.deepEqual(
          silences?.map(({ line, ...own }) => own),
          entries,
        );
      }),
    );
  });

  it('is the nearest upward, and counts drafts from its folder', async () => {
    const loader = loaderOf({
      '/a/.hegao-ignore.yaml': '- rule: level-skip\n  file: b/稿.txt\n',
      '/a/c/.hegao-ignore.yaml': '[]\n',
    });
    const of = async (draft: string) => (await loader.silencesFor(draft)).silences?.map(({ line }) => line);
    assert.deepEqual(await of('/a/b/稿.txt'), [1]);
    assert.deepEqual(await of('/a/稿.txt'), []);
    assert.deepEqual(await of('/a/c/b/稿.txt'), []);
    assert.deepEqual(await of('/x/稿.txt'), []);
  });

  const mistakes: readonly (readonly [string, string, RegExp])[] = [
    ['no list', 'rule: level-skip\n', /^1:1 这个文件应为列表/],
    ['no file', '- rule: level-skip\n', /^1:3 每一条都要写明 file。$/],
    [
      'unknown rule',
      '- rule: level-skp\n  file: a.txt\n',
      /^1:3 没有名为“level-skp”的规则，是否要写“level-skip”？/,
    ],
    ['unknown key', '- rule: level-skip\n  file: a.txt\n  line: "3"\n', /^3:3 没有“line”这一项，/],
    [
      'number',
      '- rule: level-skip\n  file: a.txt\n  context: 12\n',
      /^3:12 context 应为文字（数字样的要加引号）/,
    ],
    ['no YAML', '- rule: [\n', /^1:9 “\[”没有对应的“\]”/],
  ];
  for (const [what, text, expected] of mistakes) {
    it(`${what}: one sentence, in its place`, async () => {
      const found = await problemsOf(text);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0]!, expected);
    });
  }
});
