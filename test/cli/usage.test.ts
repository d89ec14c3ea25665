import assert from 'node:assert/strict';
import manifest from '../../package.json' with { type: 'json' };
import { hegao } from './harness.ts';

describe('usage', () => {
  it('--version prints the version of the package', async () => {
    assert.deepEqual(await hegao(['--version']), { code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('--help is Chinese and names every command', async () => {
    const { code, stdout } = await hegao(['--help']);
    assert.equal(code, 0);
    for (const command of [
      'check',
      'placeholders',
      'inspect',
      'metrics',
      'rules',
      'explain',
      'ignore',
      'init',
      'lsp',
    ]) {
      assert.match(stdout, new RegExp(`^  ${command} +[\\u4e00-\\u9fff]`, 'm'));
    }
    for (const argv of [['--help'], ['check', '--help'], ['help', 'inspect']]) {
      const { stdout } = await hegao(argv);
      assert.doesNotMatch(stdout, /Usage|Options|Commands|Arguments|default|choices/);
    }
  });

  it('without a command shows the help and exits 2', async () => {
    const { code, stdout } = await hegao([]);
    assert.equal(code, 2);
    assert.match(stdout, /^用法：/);
  });

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['chekc'], /^没有“chekc”这个命令，是否要写“check”？/],
    [['稿.txt'], /^没有“稿\.txt”这个命令；要检查文件请写 hegao check 稿\.txt。/],
    [['check', '--fromat', 'json'], /^没有“--fromat”这个选项，是否要写“--format”？/],
    [['check', '--format', 'xml'], /^选项“--format”不能是“xml”，可用：text、compact、json、jsonl、sarif、/],
    [
      ['check', '--preset', 'final'],
      /^选项“--preset”不能是“final”，可用：hegao:draft、hegao:final、hegao:masked。/,
    ],
    [['check', '--config'], /^选项“--config”后面缺少值。/],
    [['check', '--rule', 'level-skip'], /^--rule 应写作“level-skip=级别”，可用的级别：error、/],
    [['inspect'], /^缺少参数“文件”。/],
    [['rules', 'x'], /^参数太多。/],
    [['lsp'], /^请写 hegao lsp --stdio/],
  ];
  for (const [argv, sentence] of wrong) {
    it(`hegao ${argv.join(' ')}: one sentence and exit 2`, async () => {
      const run = await hegao(argv);
      assert.equal(run.code, 2);
      assert.equal(run.stdout, '');
      assert.match(run.stderr, sentence);
      assert.equal(run.stderr.split('\n').length, 2);
    });
  }

  it('lsp --stdio starts the server, with whatever else an editor adds', async () => {
    let started = 0;
    const startServer = async () => started++;
    const run = await hegao(['lsp', '--stdio', '--clientProcessId=7'], { startServer });
    assert.deepEqual(run, { code: 0, stdout: '', stderr: '' });
    assert.equal(started, 1);
  });

  it('lsp --stdio says when the server cannot start', async () => {
    const run = await hegao(['lsp', '--stdio']);
    assert.deepEqual(run, { code: 2, stdout: '', stderr: '语言服务器未能启动：not here\n' });
  });
});
