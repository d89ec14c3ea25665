import assert from 'node:assert/strict';
import { readTermFile } from '../../server/src/config/term-file.ts';

const faults = (text: string): string[] => {
  const file = readTermFile(text);
  return 'faults' in file
    ? file.faults.map(({ line, column, message }) => `${line}:${column} ${message}`)
    : [];
};

describe('a list of terms', () => {
  it('is read in Chinese or in English', () => {
    const chinese = `依据: 室务会
级别: 建议
用词:
  - 禁用: [老板, 大老板]
    例外: 老板娘
    整词: 是
  - 改用: 经营主体
    原词: 市场主体
    起: 2022年10月
    止: 2030
    级别: 必改
    提示: 请改
    标题: 报告
例句:
  错: 〖老板〗来了
`;
    const english = `source: 室务会
severity: info
terms:
  - banned: [老板, 大老板]
    except: [老板娘]
    word: true
  - preferred: 经营主体
    wrong: [市场主体]
    from: 2022-10
    to: 2030
    severity: error
    message: 请改
    title: [报告]
examples:
  wrong: [〖老板〗来了]
`;
    const read = readTermFile(chinese);
    assert.deepEqual(read, readTermFile(english));
    assert.deepEqual(read, {
      entries: [
        {
          kind: 'banned',
          forms: ['老板', '大老板'],
          except: ['老板娘'],
          word: true,
          severity: 'info',
          source: '室务会',
        },
        {
          kind: 'preferred',
          forms: ['市场主体'],
          right: '经营主体',
          from: '2022-10',
          to: '2030',
          severity: 'error',
          message: '请改',
          source: '室务会',
          title: ['报告'],
        },
      ],
      examples: [{ sentence: '〖老板〗来了', wrong: true, line: 15 }],
    });
  });

  it('may be a bare list, or empty', () => {
    const file = readTermFile('- 禁用: 老板\n');
    assert.ok('entries' in file);
    assert.deepEqual(file.entries, [{ kind: 'banned', forms: ['老板'], severity: 'warning' }]);
    assert.deepEqual(readTermFile('# 暂无\n'), { entries: [], examples: [] });
  });

  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['key', '- 禁用: 甲\n  例夕: 乙\n', /^2:3 没有“例夕”这一项，是否要写“例外”？/],
    ['key of the file', '用语: []\n', /^1:1 没有“用语”这一项，是否要写“用词”？/],
    ['no kind', '- 提示: 甲\n', /^1:3 每一条要写、也只能写一种：禁用（banned）/],
    ['two kinds', '- 禁用: 甲\n  统一: [甲, 乙]\n', /^1:3 每一条要写、也只能写一种/],
    ['number', '- 禁用: 2025\n', /^1:7 禁用应为文字（数字样的要加引号），不能是2025。/],
    ['nothing to look for', '- 禁用: []\n', /^1:7 禁用至少要有一项。/],
    ['no wrong form', '- 改用: 甲\n', /^1:3 “改用”要与“原词”/],
    ['wrong form alone', '- 禁用: 甲\n  原词: 乙\n', /^2:7 “原词”只与“改用”一起写。/],
    ['the same', '- 改用: 甲\n  原词: 甲\n', /^2:7 “原词”与“改用”都是“甲”。/],
    ['one form to agree', '- 统一: [甲, 甲]\n', /^1:7 “统一”至少要有两个不同的写法/],
    ['month', '- 禁用: 甲\n  起: 2018-13\n', /^2:6 “起”“止”应为年或年月/],
    [
      'a month taken for a fraction',
      '- 禁用: 甲\n  起: 2018.10\n',
      /^2:6 “起”“止”应为年或年月，例如 2018 或 2018-03，不能是2018\.1。/,
    ],
    ['backwards', '- 禁用: 甲\n  起: 2020\n  止: 2018-03\n', /^1:3 “止”（2018-03）不能早于“起”（2020）。/],
    ['level', '- 禁用: 甲\n  级别: 警告\n', /^2:7 级别不能是“警告”，可用：必改（error）/],
    ['flag', '- 禁用: 甲\n  整词: 对\n', /^2:7 整词应为 是 或 否/],
    ['entry', '- 甲\n', /^1:3 每一条应写明做什么/],
    ['terms', '用词: 甲\n', /^1:5 用词应为列表/],
    ['examples', '用词: []\n例句:\n  坏: 甲\n', /^3:3 例句里没有“坏”/],
    ['syntax', '- 禁用: 甲\n\t级别: 建议\n', /^2:2 缩进不能用制表符/],
    ['too long', `- 禁用: ${'甲'.repeat(101)}\n`, /^1:7 禁用过长/],
  ];
  for (const [what, text, expected] of cases) {
    it(`${what}: one sentence, in its place`, () => {
      const found = faults(text);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0]!, expected);
    });
  }

  it('tells of a level for all entries once', () => {
    assert.equal(faults('级别: 中\n用词:\n  - 禁用: 甲\n  - 禁用: 乙\n').length, 1);
  });
});
