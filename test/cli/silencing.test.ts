import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { DRAFT, hegao, inFolder } from './harness.ts';

const read = (cwd: string, name: string): string => fs.readFileSync(path.join(cwd, name), 'utf8');

describe('hegao ignore add', () => {
  it('keeps the finding at a place quiet, whatever is written above it later', () =>
    inFolder({ '稿/稿.txt': `${DRAFT}新签约项目XX个。\n`, '.hegao.yaml': 'rules: {}\n' }, async (cwd) => {
      const run = await hegao(['ignore', 'add', '稿/稿.txt:3:14', '--reason', '待统计局：核'], { cwd });
      assert.deepEqual(run, {
        code: 0,
        stdout: '已记进 .hegao-ignore.yaml：placeholder-number“xx.x%”。\n',
        stderr: '',
      });
      const [entry] = parse(read(cwd, '.hegao-ignore.yaml')) as Record<string, string>[];
      assert.deepEqual(
        { ...entry, context: '' },
        {
          rule: 'placeholder-number',
          file: '稿/稿.txt',
          text: 'xx.x%',
          context: '',
          reason: '待统计局：核',
        },
      );
      const second = await hegao(['ignore', 'add', '稿/稿.txt:4', '--rule', 'placeholder-number'], { cwd });
      assert.equal(second.code, 0);
      fs.writeFileSync(path.join(cwd, '稿/稿.txt'), `新的一段。\n${DRAFT}新签约项目XX个。\n`);
      const check = await hegao(['check', '稿', '--format', 'compact'], { cwd });
      assert.equal(check.stdout, '');
    }));

  it('says what it cannot find or tell apart', () =>
    inFolder({ '稿.txt': '讲话\n同志们：\n签约XX个，投资xx亿元。\n' }, async (cwd) => {
      const wrong: readonly (readonly [readonly string[], RegExp])[] = [
        [['add', '稿.txt'], /^请写明位置“文件:行:列”/],
        [['add', '稿.txt:1:1'], /^稿\.txt:1:1：这里没有提示。/],
        [['add', '稿.txt:3:3', '--rule', 'typo'], /^稿\.txt:3:3：这里没有“typo”的提示。/],
        [['add', '稿.txt:3', '--rule', 'typpo'], /^没有名为“typpo”的规则/],
        [['add', '稿.txt:3'], /^稿\.txt:3：这一行有几处“placeholder-number”，请写明列。/],
        [['add', '无.txt:1:1'], /^无\.txt：没有这个文件或文件夹。/],
        [['del', '稿.txt:3:3'], /^hegao ignore 后面只能写 add/],
      ];
      for (const [args, sentence] of wrong) {
        const { code, stderr } = await hegao(['ignore', ...args], { cwd });
        assert.equal(code, 2, args.join(' '));
        assert.match(stderr, sentence);
      }
      assert.ok(!fs.existsSync(path.join(cwd, '.hegao-ignore.yaml')));
    }));
});

describe('--report-unused-ignores', () => {
  const files = {
    '稿.md': '# 讲话\n\n<!-- hegao-disable-file typo -->\n\n形势平稳。<!-- hegao-disable-line tyop -->\n',
    '.hegao-ignore.yaml':
      '- rule: typo\n  file: 稿.md\n  text: 深人\n  context: "0000000000000000"\n- rule: level-skip\n  file: 稿.md\n',
  };
  const lines = [
    '.hegao-ignore.yaml:1 稿.md 的 typo“深人” 已没有可忽略的提示，可以删去这一条。',
    '.hegao-ignore.yaml:5 稿.md 的 level-skip 已没有可忽略的提示，可以删去这一条。',
    '稿.md:3:1 这条注释（typo）已没有可忽略的提示，可以删去。',
    '稿.md:5:6 没有名为“tyop”的规则。',
  ];

  it('a note by default, a failure with =error, nothing without', () =>
    inFolder(files, async (cwd) => {
      const run = (...rest: string[]) => hegao(['check', '--format', 'compact', ...rest], { cwd });
      const note = await run('--report-unused-ignores', '稿.md');
      assert.deepEqual(note, {
        code: 0,
        stdout: '',
        stderr: lines.map((line) => `提示：${line}\n`).join(''),
      });
      const error = await run('--report-unused-ignores=error', '稿.md');
      assert.deepEqual(error, { code: 1, stdout: '', stderr: lines.map((line) => `${line}\n`).join('') });
      assert.deepEqual(await run('稿.md'), { code: 0, stdout: '', stderr: '' });
    }));

  it('is silent about rules that are off, and about what still serves', () =>
    inFolder(
      { '稿.txt': DRAFT, '.hegao-ignore.yaml': '- rule: placeholder-number\n  file: 稿.txt\n' },
      async (cwd) => {
        const argv = ['check', '--report-unused-ignores=error', '稿.txt'];
        assert.equal((await hegao(argv, { cwd })).code, 0);
        assert.equal((await hegao([...argv, '--rule', 'placeholder-number=off'], { cwd })).code, 0);
      },
    ));
});

describe('hegao init and --print-config', () => {
  it('writes a file that holds, once', () =>
    inFolder({ '稿.txt': DRAFT }, async (cwd) => {
      const made = await hegao(['init', '--preset', 'hegao:final'], { cwd });
      assert.deepEqual(made, {
        code: 0,
        stdout: '已写好 .hegao.yaml，以 hegao:final 为底。下一步：hegao check\n',
        stderr: '',
      });
      const text = read(cwd, '.hegao.yaml');
      assert.equal((await hegao(['check', '稿.txt'], { cwd })).code, 1);
      const again = await hegao(['init'], { cwd });
      assert.deepEqual(again, { code: 2, stdout: '', stderr: '这里已有 .hegao.yaml，没有改动。\n' });
      assert.equal(read(cwd, '.hegao.yaml'), text);
      const spelt = text.replace(/^(rules|ignore|overrides): .*$/gm, '$1:').replace(/^# {2}/gm, '  ');
      fs.writeFileSync(path.join(cwd, '.hegao.yaml'), spelt);
      const { code, stderr } = await hegao(['check', '稿.txt'], { cwd });
      assert.deepEqual([code, stderr], [1, '']);
    }));

  it('shows what holds for a draft in the end', () =>
    inFolder({ '.hegao.yaml': 'rules: { typo: off, phrase-repeat: { times: 9 } }\n' }, async (cwd) => {
      const { code, stdout } = await hegao(
        ['check', '--print-config', '某稿.txt', '--rule', 'level-skip=error'],
        { cwd },
      );
      const config = JSON.parse(stdout);
      assert.equal(code, 0);
      assert.equal(config.file, path.join(cwd, '.hegao.yaml'));
      assert.equal(config.rules.typo.severity, 'off');
      assert.equal(config.rules['phrase-repeat'].times, 9);
      assert.equal(config.rules['level-skip'].severity, 'error');
      const none = JSON.parse(
        (await hegao(['check', '--no-config', '--print-config', 'a.txt'], { cwd })).stdout,
      );
      assert.deepEqual([none.file, none.rules.typo.severity], [null, 'warning']);
    }));
});
