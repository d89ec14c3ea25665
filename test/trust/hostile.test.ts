import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CLEAN, DRAFT, hegao, inFolder } from '../cli/harness.ts';

const DEEP = 100_000;
const LAUGHS = [
  'a0: &a0 [ha,ha,ha,ha,ha,ha,ha,ha,ha]',
  ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join()}]`),
  'rules: *a9',
].join('\n');

/** Configuration files that nobody writes by mistake, and what is said of them. */
const BOMBS: Readonly<
  Record<string, { readonly name: string; readonly text: string; readonly said: RegExp }>
> = {
  'a hundred thousand brackets of JSON': {
    name: '.hegao.json',
    text: `{"rules":${'['.repeat(DEEP)}`,
    said: /嵌套太深/,
  },
  'a hundred thousand objects of JSON': {
    name: '.hegao.json',
    text: `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
    said: /嵌套太深/,
  },
  'a hundred thousand brackets of YAML': {
    name: '.hegao.yaml',
    text: `rules: ${'['.repeat(DEEP)}`,
    said: /嵌套太深/,
  },
  'a hundred thousand lists of YAML': {
    name: '.hegao.yaml',
    text: `${'- '.repeat(DEEP)}a\n`,
    said: /嵌套太深/,
  },
  'a hundred thousand decisions in each other': {
    name: '.hegao-ignore.yaml',
    text: `${'- '.repeat(DEEP)}a\n`,
    said: /嵌套太深/,
  },
  'a billion laughs': { name: '.hegao.yaml', text: LAUGHS, said: /展开以后过大/ },
  'a thousand levels of indentation': {
    name: '.hegao.yaml',
    text: Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
    said: /嵌套太深/,
  },
  'a hundred thousand questions': { name: '.hegao.yaml', text: `${'? '.repeat(DEEP)}a\n`, said: /嵌套太深/ },
  'a hundred thousand colons': {
    name: '.hegao.yaml',
    text: `${': '.repeat(DEEP)}a\n`,
    said: /[\u4e00-\u9fff]/,
  },
  'a hundred thousand anchors': {
    name: '.hegao.yaml',
    text: `rules: ${Array.from({ length: DEEP }, (_, i) => `&a${i} `).join('')}x\n`,
    said: /[\u4e00-\u9fff]/,
  },
  'a circle of references': { name: '.hegao.yaml', text: 'rules: &a\n  x: *a\n', said: /绕成了圈/ },
  'a function in a tag': {
    name: '.hegao.yaml',
    text: 'rules: !!js/function "function(){ globalThis.ran = true }"\n',
    said: /rules 应为对象/,
  },
  'a constructor in a tag': {
    name: '.hegao.yaml',
    text: 'rules: !!js/undefined ""\nextends: !!python/object/apply:os.system ["id"]\n',
    said: /[\u4e00-\u9fff]/,
  },
  'a prototype in JSON': {
    name: '.hegao.json',
    text: '{"__proto__": {"polluted": true}}',
    said: /没有“__proto__”/,
  },
  'a prototype of rules': {
    name: '.hegao.json',
    text: '{"rules": {"__proto__": {"severity": "off"}}}',
    said: /没有名为“__proto__”的规则/,
  },
  'a prototype of options': {
    name: '.hegao.yaml',
    text: 'rules:\n  typo: {severity: info, __proto__: {polluted: true}}\n',
    said: /规则“typo”/,
  },
  'a hundred thousand unknown keys': {
    name: '.hegao.json',
    text: `{${Array.from({ length: DEEP }, (_, i) => `"k${i}":1`).join()}}`,
    said: /没有“k0”这一设置/,
  },
};

describe('a hostile configuration', function () {
  this.timeout(60_000);

  for (const [what, { name, text, said }] of Object.entries(BOMBS)) {
    it(`of ${what} is refused in plain words, and soon`, () =>
      inFolder({ [name]: text, '稿.txt': DRAFT }, async (cwd) => {
        const started = process.cpuUsage();
        const run = await hegao(['check', '稿.txt'], { cwd });
        const { user } = process.cpuUsage(started);
        assert.equal(run.code, 2, run.stdout);
        assert.match(run.stderr, said);
        assert.doesNotMatch(run.stderr, /内部出错|call stack/);
        assert.ok(user < 8_000_000, `${user} µs`);
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
        assert.equal((globalThis as Record<string, unknown>).ran, undefined);
      }));
  }

  it('of a pipe or a device in place of a file keeps nobody waiting', async function () {
    if (process.platform === 'win32') return this.skip();
    for (const config of [
      '{"extends": "./管道.json"}',
      '{"terms": "./管道.json"}',
      '{"roster": "/dev/zero"}',
      '{"metrics": {"ledger": "/dev/random"}}',
      '{"segmenter": {"dictionary": "./管道.json"}}',
    ])
      await inFolder({ '.hegao.json': config, '稿.txt': DRAFT }, async (cwd) => {
        execFileSync('mkfifo', [path.join(cwd, '管道.json')]);
        const run = await hegao(['check', '稿.txt'], { cwd });
        assert.equal(run.code, 2, config);
        assert.match(run.stderr, /管道或设备/, config);
      });
  });
});

describe('a hostile folder', function () {
  this.timeout(60_000);

  it('with links in circles is walked once', () =>
    inFolder({ '甲/稿.txt': CLEAN }, async (cwd) => {
      fs.symlinkSync(cwd, path.join(cwd, '甲/回去'));
      fs.symlinkSync(path.join(cwd, '圈'), path.join(cwd, '圈'));
      fs.symlinkSync('自己.txt', path.join(cwd, '自己.txt'));
      const run = await hegao(['check', '--format', 'json', '.'], { cwd });
      const { files } = JSON.parse(run.stdout) as {
        files: { path: string; failures: { message: string }[] }[];
      };
      assert.deepEqual(
        files.map(({ path: name, failures }) => [name, failures.map(({ message }) => message)]),
        [
          ['甲/稿.txt', []],
          ['自己.txt', ['符号链接循环，无法读取。']],
        ],
      );
      assert.equal(run.code, 2);
    }));

  it('with files of gigabytes says so and goes on', () =>
    inFolder({ '净.txt': CLEAN }, async (cwd) => {
      for (const [name, size] of [
        ['三吉.txt', 3 * 2 ** 30],
        ['近二吉.txt', 1900 * 2 ** 20],
      ] as const) {
        fs.writeFileSync(path.join(cwd, name), '');
        fs.truncateSync(path.join(cwd, name), size);
      }
      const before = process.memoryUsage().rss;
      const run = await hegao(['check', '.'], { cwd });
      assert.equal(run.code, 2);
      assert.match(run.stderr, /三吉\.txt：(?:文件过大|不是文本文件)/);
      assert.match(run.stderr, /近二吉\.txt：不是文本文件/);
      assert.match(run.stdout, /检查3个文件/);
      assert.ok(process.memoryUsage().rss - before < 2 ** 29, 'it was read');
    }));

  it('with pipes and devices is checked without them; one that is named is refused', async function () {
    if (process.platform === 'win32') return this.skip();
    await inFolder({ '净.txt': CLEAN }, async (cwd) => {
      execFileSync('mkfifo', [path.join(cwd, '管道.txt')]);
      fs.symlinkSync('/dev/zero', path.join(cwd, '零.txt'));
      assert.deepEqual((await hegao(['check', '.'], { cwd })).code, 0);
      for (const name of ['管道.txt', '零.txt', '/dev/zero'])
        for (const argv of [
          ['check', name],
          ['export', name],
          ['metrics', name],
          ['archive', 'add', name],
          ['mask', name, '--key', '甲.key.json'],
        ]) {
          const run = await hegao(argv, { cwd });
          assert.equal(run.code, 2, argv.join(' '));
          assert.match(run.stderr + run.stdout, /管道或设备/, argv.join(' '));
        }
    });
  });

  it('with names that command a terminal shows them harmless on both streams', async function () {
    if (process.platform === 'win32') return this.skip();
    const names = [
      '红\u001b[31m\u001b]8;;http:x\u0007.txt',
      '行\n假：没有问题.txt',
      '反\u202etxt.exe.txt',
      '铃\u0007\u009b2J.txt',
    ];
    for (const name of names) {
      await inFolder({ [name]: DRAFT, '坏/x': '' }, async (cwd) => {
        fs.writeFileSync(path.join(cwd, `无${name}`), Buffer.from([0, 1, 2]));
        fs.writeFileSync(path.join(cwd, `.hegao.json`), '{');
        const runs = [
          ['check', '.'],
          ['check', '--no-config', '.'],
          ['check', '--no-config', '--format', 'compact', '.'],
          ['check', '--no-config', '--format', 'markdown', '.'],
          ['check', '--no-config', '--fix', '.'],
          ['check', '--no-config', '--format', 'github', '.'],
          ['placeholders', '--no-config', '.'],
          ['outline', name],
          ['inspect', name],
          ['metrics', name],
          ['export', '--force', name],
          ['opinions', name],
          ['phrases', name],
          ['archive', 'add', name],
          ['check', `没有${name}`],
        ];
        for (const argv of runs) {
          const { stdout, stderr } = await hegao(argv, { cwd });
          for (const [stream, text] of Object.entries({ stdout, stderr })) {
            const found = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.exec(text);
            assert.equal(
              found,
              null,
              `${argv.join(' ')} ${stream}: ${JSON.stringify(text.slice(Math.max(0, (found?.index ?? 0) - 40), (found?.index ?? 0) + 20))}`,
            );
            if (!argv.some((word) => word.includes('\n')))
              assert.doesNotMatch(text, /^假：没有问题/m, `${argv.join(' ')} ${stream}`);
          }
        }
      });
    }
  });
});
