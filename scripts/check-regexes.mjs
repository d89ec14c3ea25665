// Every regular expression of the product is linear: read out of the sources, those made at run time caught as they
// are made, and each judged by recheck. Bounded repetitions are linear by themselves and only slow down its search.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'acorn';
import esbuild from 'esbuild';
import { check } from 'recheck';
import { root } from './setup.mjs';

const TIMEOUT = 60_000;
/** The same search every time. */
const SEED = 1;
const AT_ONCE = 2;
const remembered = path.join(root, 'node_modules', '.cache', 'hegao', 'regexes.json');
/** Programs that start when they are imported. */
const PROGRAMS = /[/\\](?:server|cli|browser|word|word-writer)\.ts$|(?:worker|-entry)\.ts$|[/\\]start[/\\]/;

const sources = ['server/src', 'client/src'].flatMap((folder) => below(path.join(root, folder)));
const found = new Map();
for (const file of sources) for (const regex of literals(file)) note(regex.pattern, regex.flags, file);
await catchMade(() =>
  exercise(sources.filter((file) => file.startsWith(path.join(root, 'server')) && !PROGRAMS.test(file))),
);

const known = readKnown();
const waiting = [...found].filter(([key]) => known[key] === undefined);
await Promise.all(Array.from({ length: AT_ONCE }, judgeNext));
fs.mkdirSync(path.dirname(remembered), { recursive: true });
fs.writeFileSync(remembered, JSON.stringify(known));

const bad = [...found].filter(([key]) => known[key] !== 'safe');
for (const [key, file] of bad) process.stderr.write(`${path.relative(root, file)}: ${key}: ${known[key]}\n`);
process.stdout.write(
  bad.length === 0
    ? `  ${found.size} passing\n`
    : `  ${found.size - bad.length} passing\n  ${bad.length} failing\n`,
);
process.exitCode = bad.length === 0 ? 0 : 1;

async function judgeNext() {
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [key] = next;
    const [, pattern, flags] = /^\/([\s\S]*)\/([a-z]*)$/.exec(key);
    if (isBounded(pattern)) {
      known[key] = 'safe';
      continue;
    }
    const { status, complexity } = await check(pattern, flags, { timeout: TIMEOUT, randomSeed: SEED });
    known[key] = status === 'vulnerable' ? `${status}, ${complexity.summary}` : status;
  }
}

function isBounded(pattern) {
  const bare = pattern.replace(/\\[\s\S]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return !/[*+]|\{\d+,\}/.test(bare);
}

function note(pattern, flags, file) {
  const key = `/${pattern}/${flags}`;
  if (!found.has(key)) found.set(key, file);
}

function literals(file) {
  const { code } = esbuild.transformSync(fs.readFileSync(file, 'utf8'), { loader: 'ts', charset: 'utf8' });
  const regexes = [];
  parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    onToken: ({ type, value }) => type.label === 'regexp' && regexes.push(value),
  });
  return regexes;
}

async function catchMade(run) {
  const Native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args, newTarget) {
      const made = Reflect.construct(target, args, newTarget);
      const caller = /(?:file:\/\/|\()?(\/[^\s()]*|[A-Z]:[^\s()]*):\d+:\d+/.exec(
        new Error().stack.split('\n')[2] ?? '',
      )?.[1];
      if (caller?.includes(`${path.sep}server${path.sep}src${path.sep}`))
        note(made.source, made.flags, caller);
      return made;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = Native;
  }
}

async function exercise(files) {
  for (const file of files) await import(pathToFileURL(file).href);
  const { createChecker } = await import('../server/src/engine/check.ts');
  const { presetSettings } = await import('../server/src/engine/presets.ts');
  const { rules } = await import('../server/src/rules/index.ts');
  const { loadWords } = await import('../server/src/words/load.ts');
  const { words } = loadWords();
  const checker = createChecker(rules, { words });
  for (const file of fs.readdirSync(path.join(root, 'samples'))) {
    const text = fs.readFileSync(path.join(root, 'samples', file), 'utf8');
    checker.check(checker.read(text, file.endsWith('.md') ? 'markdown' : 'text'), presetSettings(rules));
  }
}

function below(folder) {
  return fs
    .readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => file.endsWith('.ts') && !file.includes(`${path.sep}webview${path.sep}`));
}

function readKnown() {
  try {
    return JSON.parse(fs.readFileSync(remembered, 'utf8'));
  } catch {
    return {};
  }
}
