import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const GRAMMAR = fileURLToPath(new URL('../../syntaxes/hegao-speech.tmLanguage.json', import.meta.url));
const TOOL = createRequire(import.meta.url).resolve('vscode-tmgrammar-test/dist/unit.js');

/** Runs the assertions of `files` (names in `folder`) against the grammar; kills the run after `limit` milliseconds. */
function runTool(folder: string, files: readonly string[], limit: number) {
  const run = spawnSync(process.execPath, [TOOL, '--grammar', GRAMMAR, ...files], {
    cwd: folder,
    encoding: 'utf8',
    timeout: limit,
    killSignal: 'SIGKILL',
  });
  return { status: run.status, signal: run.signal, output: `${run.stdout}${run.stderr}` };
}

/** Lines that drive a careless regex into backtracking: long runs of one sign, or of two in turn. */
function adversarialLines(length: number): string[] {
  const signs = [
    'X',
    'x.',
    '“',
    '《',
    '‘',
    '一',
    '1',
    '1,',
    '1—',
    '（',
    '【',
    '_',
    '　',
    '…',
    '某',
    '*市',
    '*到',
  ];
  const words = [
    '第X',
    '一、',
    '一是',
    'x月',
    '（待',
    '待核',
    '同志们',
    '尊敬的',
    '讲话',
    '1.',
    '。',
    '○',
    '二○',
  ];
  const pairs = signs.flatMap((a) => ['X', '一', '1', '　'].map((b) => a + b));
  return [...signs, ...words, ...pairs].map((unit) => unit.repeat(Math.ceil(length / unit.length)));
}

describe('grammar text.hegao-speech', function () {
  this.timeout(90_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hegao-grammar-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('gives every asserted place its scopes', () => {
    const files = readdirSync(HERE).filter((name) => name.endsWith('.speech'));
    const { status, output } = runTool(HERE, files, 60_000);
    assert.equal(status, 0, output);
    for (const file of files) assert.match(output, new RegExp(`✓ ${file} `), `${file} was not run`);
    assert.ok(files.length >= 7, 'assertion files are missing');
  });

  it('is really read: a false assertion fails', () => {
    const name = 'false.speech';
    const source = '# SYNTAX TEST "text.hegao-speech"\n同志们：\n# <---- markup.heading.1.hegao-speech\n';
    writeFileSync(join(folder, name), source);
    const { status, output } = runTool(folder, [name], 60_000);
    assert.notEqual(status, 0);
    assert.match(output, /markup\.heading\.1\.hegao-speech/);
  });

  it('reads long hostile lines without backtracking', () => {
    const name = 'hostile.speech';
    const lines = adversarialLines(6000).flatMap((line) => [line, '# <- text.hegao-speech']);
    writeFileSync(join(folder, name), ['# SYNTAX TEST "text.hegao-speech"', ...lines, ''].join('\n'));
    const { status, signal, output } = runTool(folder, [name], 60_000);
    assert.equal(signal, null, 'the grammar did not finish in time');
    assert.equal(status, 0, output.slice(0, 2000));
  });
});
