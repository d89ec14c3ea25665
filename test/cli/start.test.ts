import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { cacheFolder } from '../../server/src/start/cache-folder.ts';
import { inFolder } from './harness.ts';

const START = fileURLToPath(new URL('../../server/src/start/cli.ts', import.meta.url));

/** Says which way it is called, so that code from an older state of it is told from its own. */
const mainFile = (word: string) =>
  `const path = require('node:path'); console.log('${word}', path.basename(__filename), process.argv[2]);`;

describe('the start of the command line', () => {
  const started = (use: (run: (argument: string) => string, folder: string, kept: () => string[]) => void) =>
    inFolder({ 'cli-main.js': mainFile('old'), 'cache/': '' }, async (folder) => {
      const outfile = path.join(folder, 'cli.js');
      await build({ entryPoints: [START], outfile, bundle: true, platform: 'node', format: 'cjs' });
      const cache = path.join(folder, 'cache');
      const env = { ...process.env, XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache };
      const below = (at: string): string[] =>
        fs.existsSync(at) ? fs.readdirSync(at, { recursive: true }).map(String) : [];
      use(
        (argument) => {
          const { stdout, stderr } = spawnSync(process.execPath, [outfile, argument], {
            env,
            encoding: 'utf8',
          });
          return (stdout + stderr).trim();
        },
        folder,
        () => below(cache).filter((name) => name.endsWith('.bin')),
      );
    });

  it('keeps the compiled code of its main file, and runs it from there', () =>
    started((run, _, kept) => {
      assert.equal(run('一'), 'old cli-main.js 一');
      const [first, ...others] = kept();
      assert.ok(first);
      assert.deepEqual(others, []);
      assert.equal(run('二'), 'old cli-main.js 二');
      assert.deepEqual(kept(), [first]);
    }));

  it('never runs code of another state of the file, and takes that away', () =>
    started((run, folder, kept) => {
      run('一');
      const before = kept();
      fs.writeFileSync(path.join(folder, 'cli-main.js'), mainFile('new'));
      assert.equal(run('一'), 'new cli-main.js 一');
      assert.equal(kept().length, 1);
      assert.notDeepEqual(kept(), before);
    }));

  it('runs where what is kept is damaged, and mends it', () =>
    started((run, folder, kept) => {
      run('一');
      const file = fs
        .readdirSync(path.join(folder, 'cache'), { recursive: true })
        .map((name) => path.join(folder, 'cache', String(name)))
        .find((name) => name.endsWith('.bin'))!;
      const whole = fs.statSync(file).size;
      fs.writeFileSync(file, 'no code');
      assert.equal(run('一'), 'old cli-main.js 一');
      assert.equal(kept().length, 1);
      assert.equal(fs.statSync(file).size, whole);
    }));

  it('runs where nothing can be kept', () =>
    started((run, folder) => {
      fs.rmSync(path.join(folder, 'cache'), { recursive: true });
      fs.writeFileSync(path.join(folder, 'cache'), 'a file, no folder');
      assert.equal(run('一'), 'old cli-main.js 一');
    }));
});

describe('the folder for what can be made again', () => {
  it('is the user’s own, by the habit of the system', () => {
    const home = { HOME: '/home/a' };
    assert.equal(cacheFolder(home, 'linux'), path.join('/home/a', '.cache', 'hegao'));
    assert.equal(cacheFolder({ ...home, XDG_CACHE_HOME: '/c' }, 'linux'), path.join('/c', 'hegao'));
    assert.equal(
      cacheFolder({ ...home, XDG_CACHE_HOME: 'c' }, 'linux'),
      path.join('/home/a', '.cache', 'hegao'),
    );
    assert.equal(cacheFolder(home, 'darwin'), path.join('/home/a', 'Library', 'Caches', 'hegao'));
    assert.equal(cacheFolder({ LOCALAPPDATA: '/l' }, 'win32'), path.join('/l', 'hegao', 'Cache'));
    assert.equal(cacheFolder({}, 'win32'), undefined);
  });
});
