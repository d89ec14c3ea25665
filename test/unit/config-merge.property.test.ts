import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createConfigLoader } from '../../server/src/config/loader.ts';
import { joinTerms } from '../../server/src/config/term-join.ts';
import type { TermEntry } from '../../server/src/facts/terms/types.ts';
import { rules } from '../../server/src/rules/index.ts';

/** Lists of terms that speak of some of the same words. */
const TERMS: Readonly<Record<string, string>> = {
  '/a/甲.yaml': '- 改用: 经营主体\n  原词: [市场主体, 商户]\n- 禁用: [老板, 商贩]\n- 必有: 安全第一\n',
  '/a/乙.yaml':
    '- 禁用: 商户\n  级别: 建议\n- 改用: 企业家\n  原词: 老板\n  止: 2024\n- 统一: [抓手, 着力点]\n',
  '/a/丙.yaml': '- 改用: 摊主\n  原词: [商贩, 商户]\n- 改用: 负责人\n  原词: 老板\n- 必有: 安全第一\n',
};
const DRAFTS = ['/a/稿.txt', '/a/主持词/稿.txt', '/a/定稿/稿.txt', '/a/旧/稿.txt'];

const level = fc.constantFrom('off', 'error', 'warning', 'info', 'hint');
const options: Readonly<Record<string, fc.Arbitrary<Readonly<Record<string, unknown>>>>> = {
  'phrase-repeat': fc.record(
    { times: fc.integer({ min: 4, max: 9 }), length: fc.integer({ min: 6, max: 9 }), severity: level },
    { requiredKeys: [] },
  ),
  'speech-part': fc.record({ kind: fc.constantFrom('自动', '主持词', '党课') }, { requiredKeys: [] }),
  'team-terms': fc.record({ entries: fc.constant([]), severity: level }, { requiredKeys: [] }),
  'line-broken': fc.record({ severity: level }, { requiredKeys: [] }),
};
const ruleSettings = fc.record(
  Object.fromEntries(Object.entries(options).map(([id, given]) => [id, fc.oneof(level, given)])),
  { requiredKeys: [] },
);
const kind = fc.constantFrom('自动', '主持词', '党课');
const override = fc.record(
  { files: fc.subarray(['主持词/', '定稿/**', '*.txt'], { minLength: 1 }), kind, rules: ruleSettings },
  { requiredKeys: ['files'] },
);
/** What a file may say, `extends` apart. */
const content = fc.record(
  {
    rules: ruleSettings,
    kind,
    overrides: fc.array(override, { maxLength: 2 }),
    ignore: fc.subarray(['旧/', '!旧/稿.txt', '*.md']),
    segmenter: fc.record({ words: fc.subarray(['甲乙', '丙丁']) }, { requiredKeys: [] }),
    terms: fc.subarray(['甲.yaml', '乙.yaml', '丙.yaml'], { minLength: 1 }),
    archive: fc.constantFrom('档案一', '档案二'),
  },
  { requiredKeys: [] },
);
const preset = fc.constantFrom('hegao:draft', 'hegao:final', 'hegao:masked');

/** Everything that holds for some drafts. `files` are configurations by name; `.hegao.json` is the one that is found. */
async function settled(files: Readonly<Record<string, unknown>>): Promise<readonly unknown[]> {
  const texts = Object.entries(files).map(([name, one]) => [`/a/${name}`, JSON.stringify(one)] as const);
  const all = { ...TERMS, ...Object.fromEntries(texts) } as Readonly<Record<string, string>>;
  const loader = createConfigLoader(rules, (file) => all[file]);
  return Promise.all(
    DRAFTS.map(async (draft) => {
      const one = await loader.settingsFor(draft);
      assert.equal(one.problems, undefined, JSON.stringify(one.problems));
      return one;
    }),
  );
}

describe('laying whole configurations over each other', () => {
  it('is associative: however they are grouped and whoever extends whom, the order alone counts', () =>
    fc.assert(
      fc.asyncProperty(content, content, content, async (a, b, c) => {
        const [A, B, C, AB, BC] = ['./a.json', './b.json', './c.json', './ab.json', './bc.json'];
        const base = { 'a.json': a, 'b.json': b, 'c.json': c };
        const flat = await settled({ ...base, '.hegao.json': { extends: [A, B, C] } });
        const grouped: readonly Readonly<Record<string, unknown>>[] = [
          { ...base, 'ab.json': { extends: [A, B] }, '.hegao.json': { extends: [AB, C] } },
          { ...base, 'bc.json': { extends: [B, C] }, '.hegao.json': { extends: [A, BC] } },
          { ...base, '.hegao.json': { ...c, extends: [A, B] } },
          { ...base, 'ab.json': { ...b, extends: A }, '.hegao.json': { ...c, extends: AB } },
          { ...base, 'bc.json': { ...c, extends: B }, '.hegao.json': { extends: [A, BC] } },
        ];
        for (const files of grouped) assert.deepEqual(await settled(files), flat);
      }),
      { seed: 88, numRuns: 150 },
    ));

  it('has the same end twice over, and a preset wipes what stands below it', () =>
    fc.assert(
      fc.asyncProperty(content, preset, async (a, name) => {
        const once = await settled({ '.hegao.json': { ...a, extends: name } });
        const layers = { 'a.json': a, '.hegao.json': { extends: [name, './a.json'] } };
        assert.deepEqual(await settled(layers), once);
        const { overrides: _, ...plain } = a;
        const twice = { 'a.json': plain, '.hegao.json': { extends: [name, './a.json', './a.json'] } };
        const [first] = await settled({ '.hegao.json': { ...plain, extends: name } });
        assert.deepEqual((await settled(twice))[0], first);
      }),
      { seed: 89, numRuns: 80 },
    ));
});

describe('joining lists of terms', () => {
  const form = fc.constantFrom('老板', '商户', '商贩', '抓手');
  const bounds = fc.record(
    { from: fc.constantFrom('2018', '2022'), to: fc.constant('2024'), title: fc.constant(['安全']) },
    { requiredKeys: [] },
  );
  const entry: fc.Arbitrary<TermEntry> = fc
    .tuple(
      fc.constantFrom('banned', 'preferred', 'required', 'agree', 'order'),
      fc.uniqueArray(form, { minLength: 1, maxLength: 2 }),
      bounds,
      fc.constantFrom('error', 'info'),
    )
    .map(([kind, forms, limits, severity]) => ({ kind, forms, severity, ...limits }) as TermEntry);
  const list = fc.array(entry, { maxLength: 5 });

  it('is associative, and a list twice over is the list', () =>
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        assert.deepEqual(joinTerms(joinTerms(a, b), c), joinTerms(a, joinTerms(b, c)));
        assert.deepEqual(joinTerms(a, a), a);
      }),
      { seed: 90, numRuns: 500 },
    ));

  it('keeps both, and of one wording the later', () => {
    const banned = (forms: readonly string[], more: Partial<TermEntry> = {}): TermEntry => ({
      kind: 'banned',
      forms,
      severity: 'warning',
      ...more,
    });
    const own = banned(['老板'], { severity: 'error' });
    assert.deepEqual(joinTerms([banned(['老板', '商贩'])], [own]), [banned(['商贩']), own]);
    assert.deepEqual(joinTerms([banned(['老板'], { to: '2020' })], [own]), [own]);
    const old = banned(['老板'], { to: '2020' });
    assert.deepEqual(joinTerms([own], [old]), [own, old]);
  });
});
