import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { findFiles } from '../../server/src/files/find.ts';
import { inFolder } from '../cli/harness.ts';

const FILES = {
  'a.txt': '',
  'B.MD': '',
  '稿/c.speech': '',
  '稿/图.png': '',
  'node_modules/x/d.txt': '',
  '.隐/e.txt': '',
};

describe('findFiles', () => {
  const paths = async (cwd: string, ...given: string[]): Promise<string[]> =>
    (await findFiles(given, cwd)).map((file) => file.path);

  it('takes drafts by their ending in any case, no hidden or installed ones', () =>
    inFolder(FILES, async (cwd) => {
      assert.deepEqual(await paths(cwd), ['B.MD', 'a.txt', '稿/c.speech']);
      assert.deepEqual(await paths(cwd, '.隐'), ['.隐/e.txt']);
    }));

  it('tells named files from found ones', () =>
    inFolder(FILES, async (cwd) => {
      const found = await findFiles(['a.txt', '稿', '-'], cwd);
      assert.deepEqual(found, [
        { path: 'a.txt', named: true },
        { path: '稿/c.speech', named: false },
        { path: '-', named: true },
      ]);
    }));

  it('with only `!glob` takes away from the working directory', () =>
    inFolder(FILES, async (cwd) => {
      assert.deepEqual(await paths(cwd, '!稿/**'), ['B.MD', 'a.txt']);
    }));

  it('takes away below a folder too', () =>
    inFolder(FILES, async (cwd) => {
      assert.deepEqual(await paths(cwd, '稿', 'a.txt', '!稿/c.*'), ['a.txt']);
    }));

  it('leaves folders that are named like drafts, lists links that lead nowhere', () =>
    inFolder({ '夹.txt/x.txt': '' }, async (cwd) => {
      fs.symlinkSync('无', path.join(cwd, '断.txt'));
      assert.deepEqual(await paths(cwd), ['夹.txt/x.txt', '断.txt'].sort());
    }));

  it('says why a name leads to no file', () =>
    inFolder(FILES, async (cwd) => {
      const found = await findFiles(['无.txt', 'a.txt/b.txt', '无/*.txt'], cwd);
      assert.deepEqual(
        found.map((file) => file.failure),
        ['没有这个文件或文件夹', '没有这个文件或文件夹', '没有与之相符的文件'],
      );
    }));

  it('walks no link to a folder, so that a loop ends; a named link is a folder as any', () =>
    inFolder({ '稿/a.txt': '', '外/b.txt': '' }, async (cwd) => {
      fs.symlinkSync('.', path.join(cwd, '稿/环'), 'dir');
      fs.symlinkSync('../外', path.join(cwd, '稿/外'), 'dir');
      assert.deepEqual(await paths(cwd, '稿'), ['稿/a.txt']);
      assert.deepEqual(await paths(cwd, '稿/**'), ['稿/a.txt']);
      assert.deepEqual(await paths(cwd, '稿/环'), ['稿/环/a.txt']);
    }));

  it('lists a file once, whatever links lead to it', () =>
    inFolder({ '稿/a.txt': '' }, async (cwd) => {
      fs.symlinkSync('a.txt', path.join(cwd, '稿/b.txt'));
      fs.symlinkSync('稿', path.join(cwd, '链'), 'dir');
      assert.deepEqual(await paths(cwd, '稿', '链/a.txt', '链'), ['稿/a.txt']);
    }));

  if (process.platform !== 'win32') {
    it('leaves pipes in a folder, and says what a named one is', () =>
      inFolder({ 'a.txt': '' }, async (cwd) => {
        execFileSync('mkfifo', ['管.txt'], { cwd });
        assert.deepEqual(await paths(cwd), ['a.txt']);
        assert.deepEqual(await paths(cwd, '*.txt'), ['a.txt']);
        const [named] = await findFiles(['管.txt'], cwd);
        assert.match(named?.failure ?? '', /^这是管道或设备，不是普通文件/);
      }));
  }

  it('takes an empty name for no folder', () =>
    inFolder(FILES, async (cwd) => {
      const [empty, ...rest] = await findFiles([''], cwd);
      assert.match(empty?.failure ?? '', /^路径是空的/);
      assert.deepEqual(rest, []);
    }));

  it('reads the .gitignore of a folder without a repository', () =>
    inFolder({ ...FILES, '.gitignore': 'a.txt\n' }, async (cwd) => {
      assert.deepEqual(await paths(cwd), ['B.MD', '稿/c.speech']);
      assert.deepEqual(await paths(cwd, 'a.txt'), ['a.txt']);
    }));
});
