import assert from 'node:assert/strict';
import path from 'node:path';
import { hegao, inFolder, report } from './harness.ts';

const LIST = `用词:
  - 改用: 经营主体
    原词: 市场主体
    起: 2022-10
    例句:
      错: 要激发〖市场主体〗活力。
      对: [2019年新增市场主体3000户。, 要激发经营主体活力。]
  - 必有: 安全第一
    标题: [安全生产]
例句:
  错:
    - |
      在安全生产会议上的讲话
      同志们：
      今天开会。
      散会。
  对:
    - 要听群众意见。
`;

describe('hegao terms test', () => {
  it('says that all examples hold', () =>
    inFolder({ '用词.yaml': LIST }, async (cwd) => {
      const run = await hegao(['terms', 'test', '用词.yaml'], { cwd });
      assert.deepEqual(run, { code: 0, stdout: '用词.yaml：2条用词，5句例句，全部符合。\n', stderr: '' });
    }));

  it('names each that does not, with its line', () =>
    inFolder(
      {
        '用词.yaml': '- 禁用: 老板\n  例句:\n    错: [企业家来了, 〖老〗板来了]\n    对:\n      - 老板娘\n',
      },
      async (cwd) => {
        const run = await hegao(['terms', 'test', '用词.yaml'], { cwd });
        assert.equal(run.code, 1);
        assert.deepEqual(run.stdout.trimEnd().split('\n'), [
          '用词.yaml:3  该报而没有报：企业家来了',
          '用词.yaml:3  报在“老板”，与〖〗所标不同：〖老〗板来了',
          '用词.yaml:5  不该报而报了“老板”：老板娘',
          '用词.yaml：1条用词，3句例句，3句不符。',
        ]);
      },
    ));

  it('exits 2 for a list with a mistake, a missing one and another action', () =>
    inFolder({ '坏.yaml': '- 禁止: 甲\n' }, async (cwd) => {
      const bad = await hegao(['terms', 'test', '坏.yaml'], { cwd });
      assert.equal(bad.code, 2);
      assert.match(bad.stderr, /^坏\.yaml:1:3 {2}没有“禁止”这一项/);
      const missing = await hegao(['terms', 'test', '无.yaml'], { cwd });
      assert.deepEqual([missing.code, missing.stderr], [2, '无.yaml：没有这个文件。\n']);
      const other = await hegao(['terms', 'list', '坏.yaml'], { cwd });
      assert.equal(other.code, 2);
    }));
});

describe('terms in a configuration', () => {
  const DRAFT = '要听老板意见，激发市场主体活力。\n';
  const check = async (cwd: string) => hegao(['check', '稿.txt', '--format', 'json'], { cwd });

  it('names one list or several, and lists that are shipped', () =>
    inFolder(
      {
        '稿.txt': DRAFT,
        '.hegao.yaml': 'terms: [用词/甲.yaml, ./用词/乙.yaml]\nrules:\n  phrase-repeat: off\n',
        '用词/甲.yaml': '- 禁用: 老板\n  级别: 必改\n',
        '用词/乙.yaml': '- 改用: 经营主体\n  原词: 市场主体\n',
      },
      async (cwd) => {
        const run = await check(cwd);
        assert.equal(run.code, 1);
        assert.deepEqual(
          report(run).files[0]!.findings.map(({ text, severity }) => `${severity} ${text}`),
          ['error 老板', 'warning 市场主体'],
        );
      },
    ));

  it('tells a mistake of a list at its place, and every one', () =>
    inFolder(
      {
        '稿.txt': DRAFT,
        '.hegao.json': '{"terms": ["甲.yaml", "乙.yaml"]}',
        '甲.yaml': '- 禁用: 1\n',
        '乙.yaml': '- 禁: 甲\n',
      },
      async (cwd) => {
        const run = await check(cwd);
        assert.equal(run.code, 2);
        assert.match(run.stderr, /甲\.yaml:1:7/);
        assert.match(run.stderr, /乙\.yaml:1:3/);
      },
    ));

  it('tells a list that is not there, and an unknown shipped one, in the configuration', () =>
    inFolder({ '稿.txt': DRAFT, '.hegao.json': '{"terms": ["hegao:gat", "无.yaml"]}' }, async (cwd) => {
      const run = await check(cwd);
      assert.equal(run.code, 2);
      assert.match(run.stderr, new RegExp(`json:1:25.*没有这个文件：${path.join(cwd, '无.yaml')}`));
    }).then(() =>
      inFolder({ '稿.txt': DRAFT, '.hegao.json': '{"terms": "hegao:body"}' }, async (cwd) => {
        const run = await check(cwd);
        assert.equal(run.code, 2);
        assert.match(run.stderr, /json:1:11.*不能是“hegao:body”，是否要写“hegao:bodies”？/);
      }),
    ));

  it('reads a roster in GB18030', () =>
    inFolder(
      {
        '稿.txt': '请市长李明华同志讲话。\n',
        '.hegao.json': '{"roster": "名单.csv"}',
        // 姓名,职务⏎李明华,书记⏎李金行,市长
        '名单.csv': Buffer.from(
          'd0d5c3fb2cd6b0cef10ac0eec3f7bbaa2ccae9bcc70ac0eebdf0d0d02ccad0b3a40a',
          'hex',
        ),
      },
      async (cwd) => {
        const run = await check(cwd);
        assert.deepEqual(
          report(run).files[0]!.findings.map(({ ruleId, text }) => `${ruleId} ${text}`),
          ['roster 市长李明华'],
        );
      },
    ));
});
