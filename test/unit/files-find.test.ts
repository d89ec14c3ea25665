import assert from 'node:assert/strict';
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

  it('reads the .gitignore of a folder without a repository', () =>
    inFolder({ ...FILES, '.gitignore': 'a.txt\n' }, async (cwd) => {
      assert.deepEqual(await paths(cwd), ['B.MD', '稿/c.speech']);
      assert.deepEqual(await paths(cwd, 'a.txt'), ['a.txt']);
    }));
});
