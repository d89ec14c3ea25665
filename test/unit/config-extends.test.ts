import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyWishes, type Layer } from '../../server/src/config/layers.ts';
import { type ConfigLayers, createConfigLoader } from '../../server/src/config/loader.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Level } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';

type Files = Readonly<Record<string, string>>;

const loaderOf = (files: Files, layers?: ConfigLayers) =>
  createConfigLoader(rules, (file) => files[file], layers);

async function settingsOf(files: Files, draft: string) {
  const { settings, problems } = await loaderOf(files).settingsFor(draft);
  assert.deepEqual(problems, undefined);
  return settings!;
}

async function problemsOf(files: Files): Promise<readonly string[]> {
  const { problems } = await loaderOf(files).settingsFor('/a/稿.txt');
  return (problems ?? []).map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

describe('extends', () => {
  it('lays a file over what it names, the later over the earlier', async () => {
    const settings = await settingsOf(
      {
        '/a/.hegao.json':
          '{"extends": ["hegao:final", "./公用/甲.yaml", "./公用/乙.json"], "rules": {"level-skip": "off"}}',
        '/a/公用/甲.yaml': 'rules:\n  level-skip: error\n  line-broken: hint\n  phrase-repeat: {times: 9}\n',
        '/a/公用/乙.json': '{"rules": {"line-broken": "info", "phrase-repeat": {"length": 8}}}',
      },
      '/a/稿.txt',
    );
    assert.equal(settings['level-skip']!.level, 'off');
    assert.equal(settings['line-broken']!.level, 'info');
    assert.equal(settings['placeholder-name']!.level, 'error');
    assert.deepEqual(settings['phrase-repeat']!.options, { length: 8, times: 9, near: 3, limit: 5 });
  });

  it('finds a package in node_modules upward, as a whole or by a path in it', async () => {
    const files = {
      '/a/b/.hegao.yaml': 'extends: ["@city/style", "office-style/final"]\n',
      '/a/node_modules/@city/style/hegao.json': '{"rules": {"level-skip": "error"}}',
      '/node_modules/office-style/final.yaml': 'rules: {line-broken: off}\n',
    };
    const settings = await settingsOf(files, '/a/b/稿.txt');
    assert.equal(settings['level-skip']!.level, 'error');
    assert.equal(settings['line-broken']!.level, 'off');
  });

  it('counts patterns of what is extended from the folder of the file that extends it', async () => {
    const loader = loaderOf({
      '/a/.hegao.json': '{"extends": "./公用/底.json"}',
      '/a/公用/底.json':
        '{"ignore": ["范文/"], "overrides": [{"files": ["定稿/"], "rules": {"line-broken": "error"}}]}',
    });
    const ignored = await loader.settingsFor('/a/范文/稿.txt');
    assert.equal(ignored.problems ? undefined : ignored.ignored, true);
    const { settings } = await loader.settingsFor('/a/定稿/稿.txt');
    assert.equal(settings!['line-broken']!.level, 'error');
  });

  it('refuses a circle, at the place that closes it', async () => {
    const problems = await problemsOf({
      '/a/.hegao.json': '{"extends": "./b.json"}',
      '/a/b.json': '{"extends":\n ["./.hegao.json"]}',
    });
    assert.deepEqual(problems, [
      '/a/b.json:2:3 extends 绕成了一圈：.hegao.json → b.json → .hegao.json，请去掉其中一处。',
    ]);
  });

  it('says what was not found, and shows a mistake in the file that has it', async () => {
    const [missing] = await problemsOf({ '/a/.hegao.json': '{"extends": "office-style"}' });
    assert.match(missing!, /^\/a\/\.hegao\.json:1:13 extends 里的“office-style”没有找到。/);
    const [wrong] = await problemsOf({
      '/a/.hegao.json': '{"extends": "./b.yaml"}',
      '/a/b.yaml': 'rules:\n  line-broken: loud\n',
    });
    assert.match(wrong!, /^\/a\/b\.yaml:2:16 .*不能是“loud”/);
  });

  it('gives way to a preset on the command line, files excepted', async () => {
    const files = {
      '/a/.hegao.json': '{"extends": ["hegao:final", "./b.json"]}',
      '/a/b.json': '{"rules": {"line-broken": "hint"}}',
    };
    const { settings } = await loaderOf(files, { preset: 'hegao:draft' }).settingsFor('/a/稿.txt');
    assert.equal(settings!['placeholder-name']!.level, 'warning');
    assert.equal(settings!['line-broken']!.level, 'hint');
  });
});

describe('overrides', () => {
  const files = {
    '/a/.hegao.yaml': [
      'rules: {line-broken: info}',
      'overrides:',
      '  - files: ["主持词/"]',
      '    kind: 主持词',
      '  - files: ["*终.txt"]',
      '    rules: {line-broken: error}',
      '',
    ].join('\n'),
  };

  it('hold for the drafts that they name, one settings object for each set of them', async () => {
    const loader = loaderOf(files);
    const of = async (draft: string) => (await loader.settingsFor(draft)).settings!;
    const [plain, host, final, both] = await Promise.all(
      ['/a/稿.txt', '/a/主持词/稿.txt', '/a/稿终.txt', '/a/主持词/稿终.txt'].map(of),
    );
    assert.deepEqual(
      [plain, host, final, both].map((s) => [s!['line-broken']!.level, s!['speech-part']!.options.kind]),
      [
        ['info', '自动'],
        ['info', '主持词'],
        ['error', '自动'],
        ['error', '主持词'],
      ],
    );
    assert.equal(await of('/a/主持词/另一稿.txt'), host);
  });

  it('must name files, and kinds that there are', async () => {
    const [noFiles] = await problemsOf({ '/a/.hegao.json': '{"overrides": [{"kind": "主持词"}]}' });
    assert.match(noFiles!, /:1:16 overrides 的每一项要用 files 写明/);
    const [kind] = await problemsOf({ '/a/.hegao.json': '{"kind": "主持稿"}' });
    assert.match(kind!, /:1:10 kind 不能是“主持稿”，是否要写“主持词”？/);
    const [key] = await problemsOf({ '/a/.hegao.json': '{"overrides": [{"files": [], "rule": {}}]}' });
    assert.match(key!, /:1:30 overrides 里没有“rule”这一设置，是否要写“rules”？/);
  });
});

describe('laying configurations over each other', () => {
  const level = fc.constantFrom<Level>('off', 'error', 'warning', 'info', 'hint');
  const wish = fc.record(
    { level, options: fc.dictionary(fc.constantFrom('times', 'length'), fc.integer({ min: 4, max: 9 })) },
    { requiredKeys: [] },
  );
  const ids = ['phrase-repeat', 'line-broken', 'level-skip'];
  const layer = fc
    .dictionary(fc.constantFrom(...ids), wish)
    .map((wishes): Layer['wishes'] => new Map(Object.entries(wishes)));

  it('is associative', () => {
    const base = presetSettings(rules);
    fc.assert(
      fc.property(fc.array(layer), fc.array(layer), fc.array(layer), (a, b, c) => {
        const left = applyWishes(applyWishes(applyWishes(base, a), b), c);
        assert.deepEqual(applyWishes(applyWishes(base, a), [...b, ...c]), left);
        assert.deepEqual(applyWishes(base, [...a, ...b, ...c]), left);
      }),
    );
  });
});
