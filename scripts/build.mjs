// Bundles the extension, the server and the command line. `nodejieba` stays outside: it carries a binary.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeNotices } from './notices.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: process.argv.includes('--sourcemap'),
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  external: ['vscode', 'nodejieba'],
};

/** The reader of Word files is another file, loaded when the first of them is met. */
const wordApart = {
  name: 'word-apart',
  setup(bundler) {
    bundler.onResolve({ filter: /\/word\/index\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './word.js', external: true } : undefined,
    );
  },
};

const built = await Promise.all([
  build({ ...common, entryPoints: ['client/src/extension.ts'], outfile: 'client/out/extension.js' }),
  build({
    ...common,
    platform: 'browser',
    format: 'iife',
    target: 'es2023',
    entryPoints: { ledger: 'client/src/ledger/webview/main.ts' },
    outdir: 'client/out',
  }),
  build({
    ...common,
    entryPoints: { ledger: 'client/src/ledger/webview/ledger.css' },
    outdir: 'client/out',
    target: 'es2023',
  }),
  build({ ...common, entryPoints: ['server/src/start/server.ts'], outfile: 'server/out/server.js' }),
  build({
    ...common,
    entryPoints: ['server/src/words/jieba-entry.ts'],
    outfile: 'server/out/jieba-worker.js',
  }),
  build({
    ...common,
    entryPoints: ['server/src/typeset/writer.ts'],
    outfile: 'server/out/word-writer.js',
  }),
  build({
    ...common,
    entryPoints: ['server/src/cli.ts'],
    outfile: 'server/out/cli-main.js',
    plugins: [wordApart],
    // Code that was compiled before cannot ask for modules in this way.
    supported: { 'dynamic-import': false },
  }),
  build({ ...common, entryPoints: ['server/src/word/index.ts'], outfile: 'server/out/word.js' }),
  build({
    ...common,
    entryPoints: ['server/src/start/cli.ts'],
    outfile: 'server/out/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);

escapeText('server/out/cli-main.js');
compileDictionary();
writeNotices(built.map(({ metafile }) => metafile));

/**
 * Writes what is not ASCII as `\u…`: the start reads such a file five times as fast. esbuild has done so in strings and
 * leaves only regular expressions and their raw sources, in which it means the same.
 */
function escapeText(file) {
  const name = path.join(root, file);
  const text = fs.readFileSync(name, 'utf8');
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  fs.writeFileSync(name, text.replace(/[^\0-\x7f]/g, escaped));
}

/** Compiles the word dictionary when what it is made of is newer than the result. */
function compileDictionary() {
  const jieba = 'node_modules/nodejieba/submodules/cppjieba/dict';
  const made = path.join(root, 'server/out/words.dat');
  const sources = [
    `${jieba}/jieba.dict.utf8`,
    'server/src/lexicon/domain-words.txt',
    'server/src/words/layout.ts',
    'scripts/words/compile.ts',
    'scripts/words/trie.ts',
  ].map((file) => path.join(root, file));
  const age = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (!fs.existsSync(sources[0])) {
    throw new Error('没有安装 nodejieba，缺少分词词典的来源。请运行 npm ci（不要加 --omit=optional）。');
  }
  if (sources.every((file) => age(file) < age(made))) return;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/words/compile.ts'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('分词词典编译失败。');
}
