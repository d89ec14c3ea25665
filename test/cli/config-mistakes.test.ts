import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { hegao, inFolder } from './harness.ts';

const LEVELS = 'error、warning、info、hint、off';

/** Name of the file, its text, and what is said of it: place first. */
const CASES: readonly (readonly [string, string, RegExp])[] = [
  ['.hegao.yaml', 'rules:\n  line-broken: [off\nignore: []\n', /:2:16 “\[”没有对应的“\]”，请补上。$/],
  ['.hegao.yaml', 'rules: {line-broken: off\nignore: []\n', /:1:8 “\{”没有对应的“\}”，请补上。$/],
  ['.hegao.yaml', 'rules:\n  line-broken: "off\nkind: 党课\n', /:2:16 “"”没有对应的“"”，请补上。$/],
  ['.hegao.yaml', 'ignore: [a, [b], "c]", d\nkind: 党课\n', /:1:9 “\[”没有对应的“\]”/],
  [
    '.hegao.yaml',
    'rules:\n  line-broken: off\n typo: off\n',
    /:3:1 缩进不对：同一级各项要左对齐，下一级要缩进。$/,
  ],
  ['.hegao.yaml', 'rules:\n line-broken: off\n  typo: off\n', /:2:15 一行里有两个冒号，或者下一行缩进多了/],
  ['.hegao.yaml', 'rules:\n\tline-broken: off\n', /:2:1 缩进不能用制表符/],
  [
    '.hegao.yaml',
    'rules:\n  line-broken：off\n',
    /:2:3 rules 应为对象，.*名称后面要用英文冒号“:”，冒号后面空一格。$/,
  ],
  ['.hegao.yaml', 'kind：党课\n', /:1:1 .*最外层应为对象，.*名称后面要用英文冒号/],
  ['.hegao.yaml', 'kind：党课\nignore: []\n', /:1:1 .*名称后面要用英文冒号“:”，冒号后面空一格。$/],
  ['.hegao.yaml', 'ignore: [*.txt]\n', /:1:10 以 \* 开头的值要加英文引号，例如 "\*\.txt"。$/],
  ['.hegao.yaml', 'ignore: [@a]\n', /:1:10 以“@”开头的值要加英文引号。$/],
  ['.hegao.yaml', 'extends: &a [*a]\n', /:1:1 锚点（&）和引用（\*）绕成了圈/],
  ['.hegao.yaml', 'extend: hegao:final\n', /:1:1 没有“extend”这一设置，是否要写“extends”？可用：/],
  ['.hegao.yaml', 'extends: hegao:finall\n', /:1:10 .*是否要写“hegao:final”？可用：/],
  ['.hegao.yaml', 'kind: 主持稿\n', /:1:7 kind 不能是“主持稿”，是否要写“主持词”？应为"自动"、/],
  ['.hegao.yaml', 'rules: {typoo: off}\n', /:1:9 没有名为“typoo”的规则，是否要写“typo”？/],
  ['.hegao.yaml', 'rules: {typo: 必改}\n', new RegExp(`:1:15 .*是否要写“error”？可用：${LEVELS}。$`)],
  ['.hegao.yaml', 'rules: {typo: no}\n', new RegExp(`:1:15 .*是否要写“off”？可用：${LEVELS}。$`)],
  ['.hegao.yaml', 'rules: {typo: false}\n', /:1:15 .*不能是false，是否要写“off”？/],
  ['.hegao.yaml', 'rules: {phrase-repeat: {times: 0}}\n', /:1:32 .*不能是0，应为3至100的整数。$/],
  ['.hegao.yaml', 'rules: {phrase-repeat: {time: 5}}\n', /:1:25 .*是否要写“times”？可用：/],
  ['.hegao.yaml', 'metrics: {leger: a.csv}\n', /:1:11 .*是否要写“ledger”？可用：ledger。$/],
  ['.hegao.yaml', 'terms: hegao:body\n', /:1:8 .*是否要写“hegao:bodies”？$/],
  ['.hegao.yaml', 'overrides: [{file: ["a"]}]\n', /:1:14 overrides 里没有“file”这一设置，是否要写“files”？/],
  ['.hegao.json', '{"rules"： {}}', /:1:9 此处的 ： 是中文标点，要用英文的 : 。$/],
  ['.hegao.json', '{“rules”: {}}', /:1:2 此处的 “ 是中文标点，要用英文的 " 。$/],
  ['.hegao.json', '{"rules": {}，"kind": "党课"}', /:1:13 此处的 ， 是中文标点，要用英文的 , 。$/],
  ['.hegao.json', '{"rules": {"typo": "off",}}', /:1:26 .*最后一项后面不能有逗号/],
  ['.hegao.json', '{"rules": {}', /:1:13 缺少右花括号“}”。$/],
  ['.hegao.json', '// 注\n{}', /:1:1 \.json 文件里不能写注释/],
  ['.hegao.json', '', /:1:1 文件是空的，至少应写 {}。$/],
  ['.hegao.yml', 'kind: 党课\n', /:1:1 配置文件不叫“\.hegao\.yml”，请改名为 \.hegao\.yaml。$/],
];

describe('mistakes in a configuration file', () => {
  for (const [name, text, said] of CASES) {
    it(`${name}: ${JSON.stringify(text)}`, () =>
      inFolder({ '稿.txt': '讲话\n', [name]: text }, async (cwd) => {
        const { code, stderr } = await hegao(['check', '稿.txt'], { cwd });
        assert.equal(code, 2);
        const [line, ...more] = stderr.trimEnd().split('\n');
        assert.ok(line!.startsWith(name), line);
        assert.match(line!, said);
        assert.deepEqual(
          more.filter((one) => !one.startsWith('检查1个文件')),
          [],
        );
      }));
  }

  it('are said of a list of terms and of the decisions too, at their line', () =>
    inFolder(
      {
        '稿.txt': '讲话\n',
        '.hegao.yaml': 'terms: 用词.yaml\n',
        '用词.yaml': '- 禁用: 老板\n- 禁用: [商贩\n- 必有: 安全\n',
        '另/稿.txt': '讲话\n',
        '另/.hegao.yaml': '{}',
        '另/.hegao-ignore.yaml': '- rule: *x\n',
      },
      async (cwd) => {
        const terms = await hegao(['check', '稿.txt'], { cwd });
        assert.match(terms.stderr, /^用词\.yaml:2:7 “\[”没有对应的“\]”/);
        const decisions = await hegao(['check', '稿.txt'], { cwd: path.join(cwd, '另') });
        assert.match(decisions.stderr, /^\.hegao-ignore\.yaml:1:9 以 \* 开头的值要加英文引号/);
      },
    ));

  it('do not wait for a pipe that stands in the place of a file', function () {
    if (process.platform === 'win32') this.skip();
    const settings = [
      '{"terms": "管"}',
      '{"roster": "管"}',
      '{"segmenter": {"dictionary": "管"}}',
      '{"extends": "管"}',
    ];
    return inFolder({ '稿.txt': '讲话\n' }, async (cwd) => {
      const pipe = (name: string) => assert.equal(spawnSync('mkfifo', [name], { cwd }).status, 0);
      pipe('管');
      for (const setting of settings) {
        await inFolder({ '.hegao.json': setting.replace('管', path.join(cwd, '管')) }, async (folder) => {
          const { code, stderr } = await hegao(
            ['check', path.join(cwd, '稿.txt'), '--config', '.hegao.json'],
            {
              cwd: folder,
            },
          );
          assert.equal(code, 2, setting);
          assert.match(stderr, /这是管道或设备，不是普通文件/, setting);
        });
      }
      pipe('.hegao.json');
      const { code, stderr } = await hegao(['check', '稿.txt'], { cwd });
      assert.equal(code, 2);
      assert.match(stderr, /^\.hegao\.json:1:1 配置文件无法读取：这是管道或设备，不是普通文件。$/m);
      const folder = await hegao(['check', '稿.txt', '--config', '.'], { cwd });
      assert.match(folder.stderr, /^\.:1:1 配置文件无法读取：这是文件夹，不是文件。$/m);
    });
  });
});
