// npm run bench:words: the compiled dictionary against nodejieba, in one run: load time, memory and throughput.
// Absolute figures are this machine's; the ratios are of medians taken side by side.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { seeded } from './bench/drafts.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const data = path.join(root, 'server/out/words.dat');
const require = createRequire(import.meta.url);
const FIRST = '核稿是送签之前的一步';
const LOADS = 9;
const ROUNDS = 9;
const CHARACTERS = 600_000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-bench-'));
try {
  const bundle = path.join(folder, 'load.cjs');
  buildSync({
    entryPoints: [path.join(root, 'server/src/words/load.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
  });
  const loads = measureLoads(bundle);
  const speeds = measureSpeeds(require(bundle).loadWords([data]).words, require('nodejieba'));
  report(loads, speeds);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Each engine in processes of its own, by turns: milliseconds and bytes from nothing to the first cut. */
function measureLoads(bundle) {
  const compiled = `require(${JSON.stringify(bundle)}).loadWords([${JSON.stringify(data)}]).words.cut(first)`;
  const jieba = `require(${JSON.stringify(require.resolve('nodejieba'))}).cut(first, true)`;
  const pairs = Array.from({ length: LOADS }, () => [inProcess(compiled), inProcess(jieba)]);
  return {
    ms: pairs.map((pair) => pair.map(({ ms }) => ms)),
    bytes: pairs.map((pair) => pair.map(({ bytes }) => bytes)),
  };
}

function inProcess(code) {
  const script = `
    const first = ${JSON.stringify(FIRST)};
    const before = process.memoryUsage.rss();
    const started = performance.now();
    ${code};
    const ms = performance.now() - started;
    console.log(JSON.stringify({ ms, bytes: process.memoryUsage.rss() - before }));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Both engines in this process, by turns, over the same paragraphs. Milliseconds a round. */
function measureSpeeds(words, jieba) {
  const texts = drafts();
  const tasks = {
    'cut, no model': [(text) => words.cut(text, false), (text) => jieba.cut(text, false)],
    'cut, with model': [(text) => words.cut(text), (text) => jieba.cut(text, true)],
    tags: [(text) => words.tag(text), (text) => jieba.tag(text)],
  };
  return Object.entries(tasks).map(([name, engines]) => {
    for (const engine of engines) for (const text of texts) engine(text);
    const pairs = Array.from({ length: ROUNDS }, () => engines.map((engine) => timed(engine, texts)));
    return { name, pairs, characters: texts.reduce((sum, { length }) => sum + length, 0) };
  });
}

function timed(engine, texts) {
  const started = performance.now();
  for (const text of texts) engine(text);
  return performance.now() - started;
}

/** Paragraphs like those of drafts: the samples' own with sentences shuffled, 2 in 100 characters and all digits replaced. */
function drafts() {
  const random = seeded(20_261_122);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const samples = path.join(root, 'samples');
  const text = fs
    .readdirSync(samples)
    .filter((name) => name !== 'README.md')
    .map((name) => fs.readFileSync(path.join(samples, name), 'utf8'))
    .join('\n');
  const sentences = text.match(/[^。！？\n]+[。！？]?/g);
  const characters = [...text].filter((character) => /\p{Script=Han}/u.test(character));
  const paragraphs = [];
  for (let size = 0; size < CHARACTERS; ) {
    const made = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(sentences))
      .join('')
      .replace(/\p{Script=Han}/gu, (character) => (random() < 0.02 ? pick(characters) : character))
      .replace(/\d/g, () => String(Math.floor(random() * 10)));
    paragraphs.push(made);
    size += made.length;
  }
  return paragraphs;
}

function report({ ms, bytes }, speeds) {
  const rows = [
    ['', 'compiled', 'nodejieba', 'ratio', 'target'],
    row('load, ms', ms, (value) => value.toFixed(1), 0.03),
    row('memory added, MB', bytes, (value) => (value / 2 ** 20).toFixed(1), 0.1),
    ...speeds.map(({ name, pairs, characters }, i) => {
      const rates = pairs.map((pair) => pair.map((took) => characters / took / 1000));
      return row(`${name}, million characters/s`, rates, (value) => value.toFixed(2), [4, 3, 2][i], true);
    }),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  for (const cells of rows) {
    console.log(
      cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '),
    );
  }
  console.log(`words.dat: ${(fs.statSync(data).size / 1e6).toFixed(2)} MB`);
}

/** One line of the table; a target missed makes the exit code 1. */
function row(name, pairs, show, target, atLeast = false) {
  const [ours, theirs] = [0, 1].map((i) => median(pairs.map((pair) => pair[i])));
  const ratio = ours / theirs;
  const met = atLeast ? ratio >= target : ratio <= target;
  if (!met) process.exitCode = 1;
  const wanted = `${atLeast ? '≥' : '≤'} ${target} ${met ? 'met' : 'MISSED'}`;
  return [name, show(ours), show(theirs), ratio.toFixed(atLeast ? 2 : 4), wanted];
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
