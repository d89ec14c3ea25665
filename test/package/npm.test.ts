import assert from 'node:assert/strict';
import { isAscii } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import {
  BUILT,
  CLEAN,
  filesBelow,
  MANIFEST,
  MB,
  makeFolder,
  NOTICES,
  type Outcome,
  ROOT,
  run,
  SPEECH,
  silentRules,
  writeExamples,
} from './support.ts';

// npm takes the manifest's "browser" file along by itself.
const SHIPPED = [
  ...BUILT,
  MANIFEST.browser,
  'CHANGELOG.md',
  'LICENSE',
  'README.en.md',
  'README.md',
  'package.json',
].sort();
const NODEJIEBA = 'node_modules/nodejieba';

describe('the npm package', function () {
  this.timeout(180_000);
  const { folder, remove } = makeFolder();
  const tarball = path.join(folder, `hegao-${MANIFEST.version}.tgz`);
  before(() => {
    const { status, stderr } = run('npm', ['pack', '--silent', '--pack-destination', folder]);
    assert.equal(status, 0, stderr);
  });
  after(remove);

  it('is small', () => {
    const size = fs.statSync(tarball).size;
    assert.ok(size < 4 * MB, `${size} bytes`);
  });

  describe('installed without running install scripts', () => {
    const installed = install(tarball, '不编译', ['--ignore-scripts']);

    it('holds what runs, and nothing else', () => {
      const home = path.join(installed.home, 'node_modules/hegao');
      assert.deepEqual(filesBelow(home), SHIPPED);
      assert.deepEqual(fs.readFileSync(path.join(home, NOTICES)), fs.readFileSync(path.join(ROOT, NOTICES)));
    });

    it('starts from a file of ASCII, which is read at once', () => {
      const program = path.join(installed.home, 'node_modules/hegao/server/out/cli-main.js');
      assert.ok(isAscii(fs.readFileSync(program)));
    });

    it('runs through npx: version and exit codes', () => {
      const { hegao } = installed;
      assert.deepEqual(hegao('--version').stdout.trim(), MANIFEST.version);
      assert.equal(hegao('check', '--no-config', '定稿.txt').status, 0);
      assert.equal(hegao('check', '--no-config', '--preset', 'hegao:final', '讲话.txt').status, 1);
      assert.equal(hegao('check', '--no-config', '没有.txt').status, 2);
    });

    it('runs every rule, and says nothing of words', () => {
      assert.equal(fs.existsSync(path.join(installed.home, NODEJIEBA, 'build')), false);
      installed.runsEveryRule();
    });
  });

  describe('installed where nothing can be compiled or downloaded but packages', () => {
    const nowhere = path.join(folder, '没有头文件');
    const installed = install(tarball, '没有编译器', [], {
      ...onlyNode(path.join(folder, '程序')),
      npm_config_yes: 'true',
      npm_config_nodedir: nowhere,
      npm_config_nodejieba_binary_host_mirror: 'http://127.0.0.1:9/',
    });

    it('leaves nodejieba out, runs every rule, and says nothing of words', () => {
      assert.equal(fs.existsSync(path.join(installed.home, NODEJIEBA)), false);
      installed.runsEveryRule();
    });
  });
});

/** An environment whose only programs are Node's and a shell: no compiler, no make, no Python. Not for Windows. */
function onlyNode(programs: string): Record<string, string> {
  if (process.platform === 'win32') return {};
  before(() => {
    fs.mkdirSync(programs);
    const places = (process.env.PATH ?? '').split(path.delimiter);
    for (const name of ['node', 'npm', 'npx', 'sh']) {
      const found = places.map((place) => path.join(place, name)).find((file) => fs.existsSync(file));
      assert.ok(found, name);
      fs.symlinkSync(name === 'node' ? process.execPath : found, path.join(programs, name));
    }
  });
  return { PATH: programs };
}

/** Installs the tarball into an empty folder before the tests of this block. */
function install(
  tarball: string,
  name: string,
  options: readonly string[],
  env: Record<string, string> = {},
) {
  const home = path.join(path.dirname(tarball), name);
  let rules: readonly string[] = [];
  before(() => {
    rules = writeExamples(path.join(home, '例子'));
    fs.writeFileSync(path.join(home, 'package.json'), '{"private": true}\n');
    fs.writeFileSync(path.join(home, '讲话.txt'), SPEECH);
    fs.writeFileSync(path.join(home, '定稿.txt'), CLEAN);
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
    const from = path.relative(home, tarball);
    const { status, stderr } = run('npm', ['install', ...quiet, ...options, from], { cwd: home, env });
    assert.equal(status, 0, stderr);
  });
  const hegao = (...args: string[]): Outcome =>
    run('npx', ['--no-install', '--loglevel=error', 'hegao', ...args], { cwd: home, env });
  return {
    home,
    hegao,
    runsEveryRule: () => {
      const { status, stdout, stderr } = hegao('check', '--no-config', '--format', 'json', '例子');
      assert.deepEqual(silentRules(rules, stdout), []);
      assert.ok(rules.includes('phrase-repeat'));
      assert.deepEqual([status, stderr], [0, '']);
    },
  };
}
