// npm run package: builds the bundles and packs the VSIX for this platform. Its path is the last line on standard output.
//   --target linux-x64   insists on a platform (it must be this one: the binding is compiled here)
//   --universal          packs for every platform: every rule, but no binding, so neither keywords nor teams' own dictionaries
//   --out PATH           a folder, or a file that ends in .vsix; the project's folder by default
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { globby } from 'globby';
import { root, run } from './setup.mjs';

const NODEJIEBA = 'node_modules/nodejieba';

try {
  process.stdout.write(`${await pack(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`核稿：未能打包。${error.message}\n`);
  process.exitCode = 1;
}

/** Packs as the arguments say. @returns {Promise<string>} absolute path of the VSIX */
async function pack(args) {
  const options = { target: { type: 'string' }, universal: { type: 'boolean' }, out: { type: 'string' } };
  const { values } = parseArgs({ args, options });
  const target = values.universal ? undefined : checkedTarget(values.target ?? thisPlatform());
  if (values.universal && values.target)
    throw new Error('--universal 适用于所有平台，不能与 --target 同用。');
  for (const script of ['scripts/build.mjs', 'scripts/build-web.mjs']) {
    if (run(process.execPath, [script], { quiet: true }) !== 0) throw new Error('构建失败。');
  }
  const stage = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-package-'));
  try {
    await fill(stage, target !== undefined);
    const packagePath = outputPath(values.out, target);
    await createVSIX({
      cwd: stage,
      packagePath,
      dependencies: target !== undefined,
      ...(target && { target }),
    });
    return packagePath;
  } finally {
    fs.rmSync(stage, { recursive: true, force: true });
  }
}

/** The name that the Marketplace has for the platform that runs this. */
function thisPlatform() {
  const musl = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  return `${musl ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
}

function checkedTarget(target) {
  if (target !== thisPlatform()) {
    throw new Error(`分词组件只能在目标平台上编译：本机是 ${thisPlatform()}，不能制作 ${target} 的安装包。`);
  }
  try {
    createRequire(import.meta.url)('nodejieba/build/Release/nodejieba.node');
  } catch (error) {
    throw new Error(
      `分词组件 nodejieba 没有编译好，请运行 npm rebuild nodejieba；各平台通用的安装包不需要它，用 --universal 制作。（${error.message}）`,
    );
  }
  return target;
}

/**
 * Copies what .vscodeignore names into a folder of its own: there vsce's question to npm, which packages are needed
 * at run time, has one answer, whatever else is installed in the checkout.
 */
async function fill(stage, withBinding) {
  const lines = fs.readFileSync(path.join(root, '.vscodeignore'), 'utf8').split(/\r?\n/);
  const named = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const left = withBinding ? isForBrowsers : (pattern) => pattern.startsWith(NODEJIEBA);
  const wanted = named.filter((pattern) => !left(pattern));
  for (const file of await globby(['package.json', '.vscodeignore', ...wanted], { cwd: root, dot: true })) {
    fs.cpSync(path.join(root, file), path.join(stage, file), { dereference: true });
  }
  if (!withBinding) return;
  forgetInstallTools(path.join(stage, NODEJIEBA, 'package.json'));
  forgetBrowsers(path.join(stage, 'package.json'));
}

/** Where a binding runs no browser does: that half is in the package for every platform. */
function isForBrowsers(pattern) {
  return pattern.endsWith('/out/browser.js');
}

function forgetBrowsers(file) {
  const { browser, ...manifest } = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** nodejieba's dependencies serve its install script alone; unless they go, npm calls them missing. */
function forgetInstallTools(file) {
  const { dependencies, devDependencies, scripts, ...manifest } = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

function outputPath(out, target) {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const chosen = path.resolve(root, out ?? '.');
  const file = chosen.endsWith('.vsix')
    ? chosen
    : path.join(chosen, `${[name, target, version].filter(Boolean).join('-')}.vsix`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return file;
}
