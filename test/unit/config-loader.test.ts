import assert from 'node:assert/strict';
import { Type } from 'typebox';
import { type ConfigLayers, createConfigLoader, type Settled } from '../../server/src/config/loader.ts';
import { paragraphRule } from '../../server/src/engine/define.ts';
import type { Rule } from '../../server/src/engine/types.ts';

const rule = (id: string): Rule =>
  paragraphRule({
    id,
    title: id,
    level: 'warning',
    finalLevel: 'error',
    source: '建议',
    options: Type.Object(
      {
        limit: Type.Integer({ default: 3, minimum: 1, maximum: 9 }),
        words: Type.Array(Type.String(), { default: [] }),
        style: Type.Union([Type.Literal('宽'), Type.Literal('严')], { default: '宽' }),
      },
      { additionalProperties: false },
    ),
    check: () => [],
  });
const RULES = [rule('first-rule'), rule('second-rule')];

type Files = Readonly<Record<string, string>>;

function loaderOf(files: Files, layers?: ConfigLayers) {
  const reads: string[] = [];
  const loader = createConfigLoader(
    RULES,
    (file) => {
      if (file in files) reads.push(file);
      return files[file];
    },
    layers,
  );
  return { loader, reads };
}

async function settled(files: Files, draft: string, layers?: ConfigLayers): Promise<Settled> {
  return loaderOf(files, layers).loader.settingsFor(draft);
}

async function levels(files: Files, draft: string, layers?: ConfigLayers): Promise<string[]> {
  const { settings, problems } = await settled(files, draft, layers);
  assert.equal(problems, undefined);
  return RULES.map(({ meta }) => settings![meta.id]!.level);
}

describe('the configuration of a draft', () => {
  it('is the preset hegao:draft without a file', async () => {
    assert.deepEqual(await levels({}, '/a/b/稿.txt'), ['warning', 'warning']);
  });

  it('is that of the nearest folder upward, of that one alone', async () => {
    const files = {
      '/a/.hegao.json': '{"extends": "hegao:final"}',
      '/a/b/.hegao.yaml': 'rules:\n  first-rule: hint\n',
    };
    assert.deepEqual(await levels(files, '/a/稿.txt'), ['error', 'error']);
    assert.deepEqual(await levels(files, '/a/b/c/d/稿.txt'), ['hint', 'warning']);
    assert.deepEqual(await levels(files, '/x/稿.txt'), ['warning', 'warning']);
  });

  it('comes from JSON with comments and trailing commas, with a BOM or none', async () => {
    const jsonc = '\ufeff{\n  // 定稿\n  "extends": ["hegao:final"],\n  "rules": {"first-rule": "off",},\n}';
    assert.deepEqual(await levels({ '/.hegao.jsonc': jsonc.slice(1) }, '/稿.txt'), ['off', 'error']);
  });

  it('takes the last of several presets, and an empty YAML file for no wishes', async () => {
    const yaml = 'extends: [hegao:final, hegao:draft]\n';
    assert.deepEqual(await levels({ '/.hegao.yaml': yaml }, '/稿.txt'), ['warning', 'warning']);
    assert.deepEqual(await levels({ '/.hegao.yaml': '# 暂无\n' }, '/稿.txt'), ['warning', 'warning']);
  });

  it('lays options over the defaults of the rule; a level may be left out', async () => {
    const json = '{"rules": {"first-rule": {"limit": 5}, "second-rule": {"severity": "info"}}}';
    const { settings } = await settled({ '/.hegao.json': json }, '/稿.txt');
    assert.deepEqual(settings!['first-rule'], {
      level: 'warning',
      options: { limit: 5, words: [], style: '宽' },
    });
    assert.deepEqual(settings!['second-rule'], { level: 'info', options: RULES[1]!.meta.defaults });
  });

  it('lies over the defaults it is given and under flags', async () => {
    const files = { '/.hegao.json': '{"rules": {"first-rule": "info"}}' };
    const defaults = {
      'first-rule': { level: 'hint', options: {} },
      'second-rule': { level: 'hint', options: {} },
    } as const;
    assert.deepEqual(await levels(files, '/稿.txt', { defaults }), ['info', 'hint']);
    assert.deepEqual(await levels(files, '/稿.txt', { preset: 'hegao:final' }), ['info', 'error']);
    const final = { '/.hegao.json': '{"extends": "hegao:final"}' };
    assert.deepEqual(await levels(final, '/稿.txt', { defaults }), ['error', 'error']);
    assert.deepEqual(await levels(final, '/稿.txt', { preset: 'hegao:draft' }), ['warning', 'warning']);
    assert.deepEqual(await levels(final, '/稿.txt', { levels: { 'second-rule': 'off' } }), ['error', 'off']);
    assert.deepEqual(await levels(final, '/稿.txt', { file: false }), ['warning', 'warning']);
    const other = { '/其他.yaml': 'rules: {first-rule: off}', ...final };
    assert.deepEqual(await levels(other, '/稿.txt', { file: '/其他.yaml' }), ['off', 'warning']);
  });

  it('is one object for all drafts of a file, read once until forgotten', async () => {
    const { loader, reads } = loaderOf({ '/a/.hegao.json': '{"rules": {"first-rule": {"limit": 5}}}' });
    const one = await loader.settingsFor('/a/稿.txt');
    const reading = reads.length;
    const two = await loader.settingsFor('/a/b/c/稿.txt');
    assert.equal(one.settings, two.settings);
    assert.equal(reads.length, reading);
    loader.forget();
    const three = await loader.settingsFor('/a/稿.txt');
    assert.notEqual(three.settings, one.settings);
    assert.deepEqual(three.settings, one.settings);
  });

  it('is one object too where one file holds for every draft', async () => {
    const { loader } = loaderOf({ '/其他.json': '{}' }, { file: '/其他.json' });
    const one = await loader.settingsFor('/a/稿.txt');
    assert.equal((await loader.settingsFor('/b/稿.txt')).settings, one.settings);
  });

  it('leaves out what ignore names, relative to the file', async () => {
    const { loader } = loaderOf({
      '/a/.hegao.json': '{"ignore": ["旧稿/", "*.bak.txt", "!要.bak.txt", "/顶.txt"]}',
    });
    const ignored = async (draft: string): Promise<boolean | undefined> => {
      const result = await loader.settingsFor(draft);
      return result.problems ? undefined : result.ignored;
    };
    assert.equal(await ignored('/a/旧稿/稿.txt'), true);
    assert.equal(await ignored('/a/b/旧稿/c/稿.txt'), true);
    assert.equal(await ignored('/a/b/稿.bak.txt'), true);
    assert.equal(await ignored('/a/b/要.bak.txt'), false);
    assert.equal(await ignored('/a/顶.txt'), true);
    assert.equal(await ignored('/a/b/顶.txt'), false);
  });
});

describe('a mistake in a configuration file', () => {
  const problems = async (name: string, text: string): Promise<string[]> => {
    const { problems } = await settled({ [`/a/${name}`]: text }, '/a/稿.txt');
    return (problems ?? []).map(({ file, line, column, endColumn, message }) => {
      assert.equal(file, `/a/${name}`);
      return `${line}:${column}-${endColumn ?? ''} ${message}`;
    });
  };
  const json = (text: string): Promise<string[]> => problems('.hegao.json', text);

  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'unknown key',
      '{"rule": {}}',
      /^1:2-8 没有“rule”这一设置，是否要写“rules”？可用：extends、rules、kind、overrides、ignore、segmenter、metrics、terms、roster、archive、speech、\$schema。$/,
    ],
    [
      'unknown rule',
      '{"rules": {"frist-rule": "off"}}',
      /^1:12-24 没有名为“frist-rule”的规则，是否要写“first-rule”？/,
    ],
    ['unknown rule, none near', '{"rules": {"x": "off"}}', /^1:12-15 没有名为“x”的规则。可用 hegao rules/],
    [
      'level',
      '{"rules": {"first-rule": "warn"}}',
      /^1:26-32 规则“first-rule”的级别不能是“warn”，是否要写“warning”？可用：error、warning、info、hint、off。$/,
    ],
    ['level of another type', '{"rules": {"first-rule": 2}}', /^1:26-27 .*不能是2，可用：error、/],
    ['severity in an object', '{"rules": {"first-rule": {"severity": true}}}', /^1:39-43 .*级别不能是true/],
    [
      'unknown option',
      '{"rules": {"first-rule": {"limits": 2}}}',
      /^1:27-35 规则“first-rule”没有“limits”这一选项，是否要写“limit”？可用：limit、words、style。$/,
    ],
    [
      'option out of range',
      '{"rules": {"first-rule": {"limit": 10}}}',
      /^1:36-38 .*选项“limit”不能是10，应为1至9的整数。$/,
    ],
    [
      'item of an option',
      '{"rules": {"first-rule": {"words": ["好", 3]}}}',
      /^1:42-43 .*选项“words”不能是3，应为字符串。$/,
    ],
    ['option of another type', '{"rules": {"first-rule": {"words": "好"}}}', /应为字符串的列表。$/],
    ['choice', '{"rules": {"first-rule": {"style": "中"}}}', /不能是“中”，应为"宽"或"严"。$/],
    [
      'preset',
      '{"extends": "hegao:finel"}',
      /^1:13-26 extends 不能是“hegao:finel”，是否要写“hegao:final”？可用：hegao:draft、hegao:final、hegao:masked，或配置文件的路径（如 \.\/基础\.yaml）、npm 包名。$/,
    ],
    ['rules', '{"rules": []}', /^1:11-13 rules 应为对象/],
    ['ignore', '{"ignore": "旧/"}', /^1:12-16 ignore 应为列表/],
    ['item of ignore', '{"ignore": [1]}', /^1:13-14 ignore 的每一项/],
    ['top', '[]', /^1:1-3 配置文件的最外层应为对象/],
    ['twice the same key', '{"rules": {}, "rules": {}}', /^1:15-22 “rules”重复出现，请只留一处。$/],
    ['comment in JSON', '{\n  // 甲\n}', /^2:3-7 \.json 文件里不能写注释/],
    ['trailing comma in JSON', '{"rules": {},}', /^1:14-15 .*最后一项后面不能有逗号/],
    ['missing brace', '{"rules": {}', /缺少右花括号/],
    ['empty file', '\n', /^1:1- 文件是空的/],
  ];
  for (const [what, text, expected] of cases) {
    it(`${what}: one sentence, in its place`, async () => {
      const found = await json(text);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0]!, expected);
    });
  }

  it('each of several is told', async () => {
    const found = await json('{\n  "extend": 1,\n  "rules": {"first-rule": "x", "nope": "off"}\n}');
    assert.deepEqual(
      found.map((sentence) => sentence.split(' ')[0]),
      ['2:3-11', '3:27-30', '3:32-38'],
    );
  });

  const yaml: readonly (readonly [string, string, RegExp])[] = [
    ['key', 'rules: {}\nignores: []\n', /^2:1-8 没有“ignores”这一设置，是否要写“ignore”？/],
    ['level', 'rules:\n  first-rule: wrong\n', /^2:15-20 .*级别不能是“wrong”/],
    ['option', 'rules:\n  first-rule:\n    limit: 0\n', /^3:12-13 .*应为1至9的整数/],
    ['value left out', 'rules:\n  first-rule:\n', /^2:14- .*级别不能是空值/],
    ['tab', 'rules:\n\tfirst-rule: off\n', /^2:1-.*缩进不能用制表符/],
    ['key twice', 'rules: {}\nrules: {}\n', /^2:1-.*重复出现/],
    ['two documents', 'rules: {}\n---\nrules: {}\n', /只能有一份内容/],
  ];
  for (const [what, text, expected] of yaml) {
    it(`YAML ${what}: one sentence, in its place`, async () => {
      const found = await problems('.hegao.yaml', text);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0]!, expected);
    });
  }

  it('two files in one folder', async () => {
    const { problems } = await settled({ '/a/.hegao.json': '{}', '/a/.hegao.yaml': '' }, '/a/b/稿.txt');
    assert.deepEqual(problems, [
      {
        file: '/a/.hegao.yaml',
        line: 1,
        column: 1,
        message: '同一文件夹里有两个配置文件（.hegao.json、.hegao.yaml），请只留一个。',
      },
    ]);
  });

  it('a file that cannot be read', async () => {
    const loader = createConfigLoader(RULES, (file) => {
      if (file === '/a/.hegao.json') throw new Error('没有读取权限');
      return undefined;
    });
    const { problems } = await loader.settingsFor('/a/稿.txt');
    assert.equal(problems?.[0]?.message, '配置文件无法读取：没有读取权限。');
  });
});
