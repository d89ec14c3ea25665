import assert from 'node:assert/strict';
import { parseJson } from '../../server/src/config/parse-json.ts';
import { parseYaml } from '../../server/src/config/parse-yaml.ts';
import { readTermFile } from '../../server/src/config/term-file.ts';
import { DRAFT, hegao, inFolder } from '../cli/harness.ts';

const DEEP = 20_000;

describe('configurations that are nested too deep, or hold what no name is', () => {
  const yaml = [
    '['.repeat(DEEP),
    '{a: '.repeat(DEEP),
    `${'- '.repeat(DEEP)}a`,
    '? '.repeat(DEEP),
    `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  ];
  for (const text of yaml) {
    it(`YAML ${text.slice(0, 8)}…: says so`, () => {
      const { mistakes = [] } = parseYaml(text);
      assert.match(mistakes[0]?.message ?? '', /^嵌套太深/);
      assert.ok('faults' in readTermFile(text));
    });
  }

  for (const text of ['['.repeat(DEEP), '{"a":'.repeat(DEEP), `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`]) {
    it(`JSON ${text.slice(0, 8)}…: says so`, () => {
      assert.match(parseJson(text, true).mistakes?.[0]?.message ?? '', /^嵌套太深/);
    });
  }

  it('takes what is deep for a person and many brackets in a row', () => {
    assert.equal(parseJson(`${'['.repeat(90)}${']'.repeat(90)}`, false).mistakes, undefined);
    assert.equal(
      parseYaml(
        `${'a: [b, {c: d}]\n'.replace('a', 'x')}${Array.from({ length: 900 }, (_, i) => `k${i}: [a]\n`).join('')}`,
      ).mistakes,
      undefined,
    );
  });

  const levels = ['[{}]', '[[{"a": 1}]]', '{"severity": [{}]}', '"constructor"', '"__proto__"'];
  for (const level of levels) {
    it(`a level of ${level}: says which there are`, () =>
      inFolder({ '.hegao.json': `{"rules": {"typo": ${level}}}`, '稿.txt': DRAFT }, async (cwd) => {
        const { code, stderr } = await hegao(['check', '.'], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, /级别不能是.*可用：error、warning、info、hint、off/);
        assert.doesNotMatch(stderr, /function|程序内部出错/);
      }));
  }

  it('a list of terms with lists in place of a level and a month: says what is wanted', () => {
    const { faults = [] } = readTermFile('- 禁用: 甲\n  级别: [{a: b}]\n- 禁用: 乙\n  起: [{a: b}]\n') as {
      faults?: readonly { message: string }[];
    };
    assert.deepEqual(
      faults.map(({ message }) => message.slice(0, 5)),
      ['级别不能是', '“起”“止”应'.slice(0, 5)],
    );
  });
});
