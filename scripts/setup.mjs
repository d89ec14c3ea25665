// What the two commands need before they can work; plain Node, because nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamps = path.join(root, 'node_modules', '.cache', 'hegao');

/** Runs a program in the project; its output goes to ours (to standard error when `quiet`). Returns the exit code. */
export function run(command, args, { quiet = false, ...options } = {}) {
  const windows = process.platform === 'win32' && command === 'npm';
  const stdio = ['ignore', quiet ? 2 : 'inherit', 'inherit'];
  const result = spawnSync(command, args, { cwd: root, stdio, shell: windows, ...options });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** Installs the dependencies once for a lock file and a Node version. */
export function ensureDependencies() {
  const key = digest(
    [path.join(root, 'package-lock.json')],
    process.version + process.platform + process.arch,
  );
  if (stamped('install', key)) return;
  say('正在安装依赖（首次约一分钟；分词组件 nodejieba 要用 C++ 编译）…');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { quiet: true }) !== 0) {
    fail('依赖安装失败，请检查网络和 npm 设置后重试。');
  }
  if (!fs.existsSync(path.join(root, 'node_modules/nodejieba/build/Release/nodejieba.node'))) {
    say(
      '分词组件 nodejieba 没有编译成功（需要 C++ 工具链），关键词和本单位的 jieba 词典不能用，核查不受影响。',
    );
  }
  stamp('install', key);
}

/** Builds the bundles when a source has changed since the last build. */
export function ensureBuild() {
  const sources = [
    'client/src',
    'server/src',
    'scripts/build.mjs',
    'scripts/words',
    'scripts/notices.mjs',
    'scripts/licences',
    'package.json',
    'package-lock.json',
  ];
  const key = digest(sources.flatMap((source) => filesBelow(path.join(root, source))));
  const built = [
    'client/out/extension.js',
    'client/out/ledger.css',
    'client/out/ledger.js',
    'server/out/server.js',
    'server/out/cli.js',
    'server/out/cli-main.js',
    'server/out/jieba-worker.js',
    'server/out/word.js',
    'server/out/word-writer.js',
    'server/out/words.dat',
    'server/out/THIRD-PARTY-NOTICES.txt',
  ];
  if (stamped('build', key) && built.every((file) => fs.existsSync(path.join(root, file)))) return;
  say('正在构建…');
  if (run(process.execPath, ['scripts/build.mjs'], { quiet: true }) !== 0) fail('构建失败。');
  stamp('build', key);
}

export function say(message) {
  process.stderr.write(`核稿：${message}\n`);
}

function fail(message) {
  say(message);
  process.exit(2);
}

function filesBelow(file) {
  if (!fs.statSync(file).isDirectory()) return [file];
  return fs
    .readdirSync(file)
    .sort()
    .flatMap((name) => filesBelow(path.join(file, name)));
}

function digest(files, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of files) hash.update(path.relative(root, file)).update(fs.readFileSync(file));
  return hash.digest('hex');
}

function stamped(name, key) {
  try {
    return fs.readFileSync(path.join(stamps, name), 'utf8') === key;
  } catch {
    return false;
  }
}

function stamp(name, key) {
  fs.mkdirSync(stamps, { recursive: true });
  fs.writeFileSync(path.join(stamps, name), key);
}
