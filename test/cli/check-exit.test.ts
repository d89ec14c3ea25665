import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CLEAN, DRAFT, hegao, inFolder, report } from './harness.ts';

for (const format of ['text', 'json']) {
  describe(`exit codes of hegao check --format ${format}`, () => {
    const check = (cwd: string, ...rest: string[]) => hegao(['check', '--format', format, ...rest], { cwd });

    it('0 when nothing reaches --fail-on', () =>
      inFolder({ '净.txt': CLEAN, '稿.txt': DRAFT }, async (cwd) => {
        assert.equal((await check(cwd, '净.txt')).code, 0);
        assert.equal((await check(cwd, '稿.txt')).code, 0);
        assert.equal((await check(cwd, '--fail-on', 'never', '--preset', 'hegao:final', '稿.txt')).code, 0);
      }));

    it('1 when something does', () =>
      inFolder({ '稿.txt': DRAFT }, async (cwd) => {
        assert.equal((await check(cwd, '--fail-on', 'warning', '稿.txt')).code, 1);
        assert.equal((await check(cwd, '--fail-on', 'info', '稿.txt')).code, 1);
        assert.equal((await check(cwd, '--preset', 'hegao:final', '稿.txt')).code, 1);
        assert.equal((await check(cwd, '--rule', 'placeholder-number=error', '稿.txt')).code, 1);
      }));

    it('2 when a path is missing; the others are still checked', () =>
      inFolder({ '稿.txt': DRAFT }, async (cwd) => {
        const run = await check(cwd, '无.txt', '稿.txt', '--fail-on', 'warning');
        assert.equal(run.code, 2);
        assert.equal(run.stderr, '无.txt：没有这个文件或文件夹。\n');
        assert.match(run.stdout, /placeholder-number/);
      }));

    it('2 when a name is empty, in one sentence', () =>
      inFolder({ '稿.txt': DRAFT }, async (cwd) => {
        const run = await check(cwd, '');
        assert.equal(run.code, 2);
        assert.equal(run.stderr, '“”：路径是空的，请写明文件或文件夹。\n');
        assert.doesNotMatch(run.stdout, /placeholder-number/);
      }));

    it('2 when a file is unreadable', () =>
      inFolder({ '稿.txt': DRAFT }, async (cwd) => {
        fs.symlinkSync('断.txt', path.join(cwd, '断.txt'));
        const run = await check(cwd, '.');
        assert.equal(run.code, 2);
        assert.equal(run.stderr, '断.txt：符号链接循环，无法读取。\n');
        assert.match(run.stdout, /placeholder-number/);
      }));

    it('2 when a file is binary', () =>
      inFolder({ '图.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), '稿.txt': DRAFT }, async (cwd) => {
        const run = await check(cwd, '.');
        assert.equal(run.code, 2);
        assert.match(run.stderr, /^图\.txt：不是文本文件（.*）。\n$/);
        assert.match(run.stdout, /placeholder-number/);
      }));

    it('2 when a configuration is broken; files of another are still checked', () =>
      inFolder(
        {
          '坏/.hegao.json': '{"rules": {"x": "error"}}',
          '坏/a.txt': DRAFT,
          '坏/c.txt': DRAFT,
          '好/b.txt': DRAFT,
        },
        async (cwd) => {
          const run = await check(cwd, '.');
          assert.equal(run.code, 2);
          assert.match(run.stderr, /^坏\/\.hegao\.json:1:12 没有名为“x”的规则。[^\n]*\n$/);
          assert.match(run.stdout, /b\.txt/);
        },
      ));

    it('2 when the usage is wrong, and nothing on standard output', () =>
      inFolder({ '稿.txt': DRAFT }, async (cwd) => {
        for (const wrong of [
          ['--fail-on', 'big'],
          ['--preset', 'hegao:x'],
          ['--rule', 'nope=error'],
          ['--what'],
        ]) {
          const run = await check(cwd, ...wrong, '稿.txt');
          assert.equal(run.code, 2, wrong.join(' '));
          assert.equal(run.stdout, '');
          assert.match(run.stderr, /^[^\n]*[\u4e00-\u9fff][^\n]*\n$/);
        }
      }));

    it('0 with a note when a folder holds no drafts', () =>
      inFolder({ '空/': '' }, async (cwd) => {
        const run = await check(cwd, '空');
        assert.equal(run.code, 0);
        assert.match(run.stderr, /^没有可检查的文件：空 下没有 /);
      }));
  });
}

describe('settings of hegao check', () => {
  const levels = async (cwd: string, ...rest: string[]): Promise<string[]> =>
    report(await hegao(['check', '--format', 'json', ...rest, '稿.txt'], { cwd })).files[0]!.findings.map(
      (f) => f.severity,
    );
  const files = {
    '稿.txt': DRAFT,
    '.hegao.yaml': 'extends: hegao:final\nrules:\n  placeholder-number: info\n',
  };

  it('the nearest file holds, flags are stronger, --no-config leaves it out', () =>
    inFolder(files, async (cwd) => {
      assert.deepEqual(await levels(cwd), ['info']);
      assert.deepEqual(await levels(cwd, '--no-config'), ['warning']);
      assert.deepEqual(await levels(cwd, '--no-config', '--preset', 'hegao:final'), ['error']);
      assert.deepEqual(await levels(cwd, '--rule', 'placeholder-number=hint'), ['hint']);
      assert.deepEqual(await levels(cwd, '--rule', 'placeholder-number=off'), []);
    }));

  it('--config names a file instead', () =>
    inFolder({ ...files, '另.json': '{"extends": "hegao:final"}' }, async (cwd) => {
      assert.deepEqual(await levels(cwd, '--config', '另.json'), ['error']);
      const run = await hegao(['check', '--config', '没有.json', '稿.txt'], { cwd });
      assert.equal(run.code, 2);
      assert.equal(run.stderr, '没有.json:1:1 没有这个配置文件。\n');
    }));

  it('leaves out what `ignore` names, and says so of a named file', () =>
    inFolder({ '.hegao.json': '{"ignore": ["旧/"]}', '旧/a.txt': DRAFT, 'b.txt': CLEAN }, async (cwd) => {
      const all = await hegao(['check', '--format', 'json'], { cwd });
      assert.deepEqual(
        report(all).files.map((f) => f.path),
        ['b.txt'],
      );
      assert.equal(all.stderr, '');
      const named = await hegao(['check', '--format', 'json', '旧/a.txt'], { cwd });
      assert.deepEqual(report(named).files, []);
      assert.match(named.stderr, /^旧\/a\.txt：已按配置的 ignore 跳过/);
      assert.equal(named.code, 0);
    }));
});
