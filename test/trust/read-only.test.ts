import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CLEAN, DRAFT, hegao, inFolder } from '../cli/harness.ts';
import { CLI, type Ended, runNode } from './support/process.ts';

/** Nobody: whom root's processes may become, so that rights count. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const TWICE = '在座谈会上的讲话\n同志们：\n上半年，，形势平稳。\n';
const FILES = { '稿.txt': TWICE, '净.txt': CLEAN, '空白.txt': DRAFT, '旧/甲.txt': CLEAN };

/** Runs the command line as somebody who is not root. */
function run(cwd: string, ...argv: readonly string[]): Promise<Ended> {
  return runNode([CLI, ...argv], { cwd, ...(isRoot ? { uid: NOBODY } : {}) });
}

/** A folder that belongs to whoever runs the command line; its rights are given back in the end. */
function inOwn(files: Parameters<typeof inFolder>[0], use: (cwd: string) => Promise<void>): Promise<void> {
  return inFolder(files, async (cwd) => {
    if (isRoot) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, cwd]);
    await use(cwd).finally(() => execFileSync('chmod', ['-R', 'u+rwX', cwd]));
  });
}

/** Names and contents of all files below a folder. */
function state(cwd: string): Readonly<Record<string, string>> {
  const names = fs.readdirSync(cwd, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => fs.statSync(path.join(cwd, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(path.join(cwd, name), 'utf8')]));
}

/** Commands that write beside the drafts. */
const WRITING: readonly (readonly string[])[] = [
  ['check', '--fix', '稿.txt'],
  ['check', '--format', 'html=页.html', '稿.txt'],
  ['check', '--output-file', '结果.txt', '稿.txt'],
  ['check', '--baseline', '基线.json', '--update-baseline', '稿.txt'],
  ['check', '--format', 'shard=1.shard', '稿.txt'],
  ['metrics', '--write', '表.csv', '净.txt'],
  ['export', '-o', '净.docx', '净.txt'],
  ['print', '--output-file', '念.html', '净.txt'],
  ['opinions', '-o', '意见.docx', '稿.txt'],
  ['mask', '净.txt', '--key', '净.key.json'],
  ['ignore', 'add', '空白.txt:3:13', '--rule', 'placeholder-number'],
  ['archive', 'add', '旧'],
  ['init'],
];

describe('where nothing may be written', function () {
  this.timeout(120_000);
  before(async function () {
    if (process.platform === 'win32') return this.skip();
    // Where the build itself may not be read by others there is nobody to run it.
    const version = await run('/', '--version').catch(() => undefined);
    if (version?.code !== 0) this.skip();
  });

  for (const argv of WRITING) {
    it(`${argv.join(' ')} ends with 2 and a sentence, and everything stands as it stood`, () =>
      inOwn(FILES, async (cwd) => {
        const before = state(cwd);
        fs.chmodSync(cwd, 0o555);
        const { code, stderr } = await run(cwd, ...argv);
        assert.equal(code, 2, stderr);
        assert.match(stderr, /没有写入权限|不能写|写不了|没有权限/);
        assert.doesNotMatch(stderr, /内部出错|EACCES|EROFS|EPERM/);
        assert.deepEqual(state(cwd), before);
        fs.chmodSync(cwd, 0o755);
        const again = await run(cwd, ...argv);
        assert.notEqual(again.code, 2, again.stderr);
        assert.notDeepEqual(state(cwd), before, 'the command writes nothing at all');
      }));
  }

  it('a draft that may not be written is not mended', () =>
    inOwn(FILES, async (cwd) => {
      fs.chmodSync(path.join(cwd, '稿.txt'), 0o444);
      const { code, stdout, stderr } = await run(cwd, 'check', '--fix', '稿.txt');
      assert.deepEqual([code, stdout, stderr], [2, '', '稿.txt：没有写入权限。\n']);
      assert.equal(state(cwd)['稿.txt'], TWICE);
    }));

  it('a check with a cache finds what it finds, and says that it does without', () =>
    inOwn(FILES, async (cwd) => {
      const plain = await hegao(['check', '--format', 'compact', '.'], { cwd });
      const before = state(cwd);
      fs.chmodSync(cwd, 0o555);
      const { code, stdout, stderr } = await run(cwd, 'check', '--cache', '--format', 'compact', '.');
      assert.deepEqual([code, stdout], [plain.code, plain.stdout]);
      assert.match(stderr, /缓存文件夹 .* 不能用（[^）]*权限[^）]*），本次不用缓存。/);
      assert.deepEqual(state(cwd), before);
    }));
});

describe('where something may not be read', function () {
  this.timeout(60_000);
  before(async function () {
    if (process.platform === 'win32') return this.skip();
    const version = await run('/', '--version').catch(() => undefined);
    if (version?.code !== 0) this.skip();
  });

  it('the rest is checked, and what could not be read is named', () =>
    inOwn({ ...FILES, '锁/乙.txt': DRAFT }, async (cwd) => {
      fs.chmodSync(path.join(cwd, '稿.txt'), 0);
      fs.chmodSync(path.join(cwd, '锁'), 0);
      const { code, stdout, stderr } = await run(cwd, 'check', '--format', 'compact', '.');
      assert.equal(code, 2);
      assert.match(stdout, /^空白\.txt:3:13: /m);
      assert.match(stderr, /^稿\.txt：没有读取权限。$/m);
      assert.match(stderr, /^锁：没有读取权限。$/m);
      assert.doesNotMatch(stderr, /内部出错|EACCES/);
    }));

  it('a configuration that cannot be read is a mistake, not none', () =>
    inOwn({ ...FILES, '.hegao.json': '{"extends": "hegao:final"}' }, async (cwd) => {
      fs.chmodSync(path.join(cwd, '.hegao.json'), 0);
      const { code, stderr } = await run(cwd, 'check', '净.txt');
      assert.equal(code, 2);
      assert.match(stderr, /\.hegao\.json.*没有读取权限/);
      assert.doesNotMatch(stderr, /内部出错/);
    }));
});
