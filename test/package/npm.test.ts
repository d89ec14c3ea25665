import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CLEAN, filesBelow, MANIFEST, makeFolder, type Outcome, ruleIds, run, SPEECH } from './support.ts';

const SHIPPED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.en.md',
  'README.md',
  'client/out/extension.js',
  'package.json',
  'server/out/cli.js',
  'server/out/server.js',
];
const BINDING = 'node_modules/nodejieba/build/Release/nodejieba.node';

describe('the npm package', function () {
  this.timeout(180_000);
  const { folder, remove } = makeFolder();
  const tarball = path.join(folder, `hegao-${MANIFEST.version}.tgz`);
  before(() => {
    const { status, stderr } = run('npm', ['pack', '--silent', '--pack-destination', folder]);
    assert.equal(status, 0, stderr);
  });
  after(remove);

  describe('installed without running install scripts', () => {
    const installed = install(tarball, '不编译', ['--ignore-scripts']);

    it('holds what runs, and nothing else', () => {
      assert.deepEqual(filesBelow(path.join(installed.home, 'node_modules/hegao')), SHIPPED);
      assert.ok(fs.statSync(tarball).size < 2 * 1024 * 1024);
    });

    it('runs through npx: version and exit codes', () => {
      const { hegao } = installed;
      assert.deepEqual(hegao('--version').stdout.trim(), MANIFEST.version);
      assert.equal(hegao('check', '--no-config', '定稿.txt').status, 0);
      assert.equal(hegao('check', '--no-config', '--preset', 'hegao:final', '讲话.txt').status, 1);
      assert.equal(hegao('check', '--no-config', '没有.txt').status, 2);
    });

    it('says once that the binding is missing, and all else works', () => {
      assert.equal(fs.existsSync(path.join(installed.home, BINDING)), false);
      assertWorksWithoutWords(installed.hegao, /分词组件 nodejieba 的程序文件缺失/);
    });
  });

  describe('installed where nothing can be downloaded or compiled', () => {
    const nowhere = path.join(folder, '没有头文件');
    const installed = install(tarball, '编译失败', [], {
      npm_config_yes: 'true',
      npm_config_nodedir: nowhere,
      npm_config_nodejieba_binary_host_mirror: 'http://127.0.0.1:9/',
    });

    it('installs all the same, says once what is missing, and all else works', () => {
      assert.equal(fs.existsSync(path.join(installed.home, BINDING)), false);
      assertWorksWithoutWords(installed.hegao, /未安装分词组件 nodejieba/);
    });
  });
});

function assertWorksWithoutWords(hegao: (...args: string[]) => Outcome, missing: RegExp): void {
  const found = hegao('check', '--no-config', '--format', 'json', '讲话.txt', '再讲.txt', '定稿.txt');
  const withoutWords = ['numbering-gap', 'placeholder-number'];
  assert.deepEqual(ruleIds(found.stdout), [withoutWords, withoutWords, []]);
  assert.equal(found.status, 0);
  assert.match(found.stderr, missing);
  assert.equal(found.stderr.trim().split('\n').length, 1, found.stderr);
}

/** Installs the tarball into an empty folder before the tests of this block. */
function install(
  tarball: string,
  name: string,
  options: readonly string[],
  env: Record<string, string> = {},
) {
  const home = path.join(path.dirname(tarball), name);
  before(() => {
    fs.mkdirSync(home);
    fs.writeFileSync(path.join(home, 'package.json'), '{"private": true}\n');
    fs.writeFileSync(path.join(home, '讲话.txt'), SPEECH);
    fs.writeFileSync(path.join(home, '再讲.txt'), SPEECH);
    fs.writeFileSync(path.join(home, '定稿.txt'), CLEAN);
    const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
    const from = path.relative(home, tarball);
    const { status, stderr } = run('npm', ['install', ...quiet, ...options, from], { cwd: home, env });
    assert.equal(status, 0, stderr);
  });
  return {
    home,
    hegao: (...args: string[]): Outcome =>
      run('npx', ['--no-install', '--loglevel=error', 'hegao', ...args], { cwd: home }),
  };
}
