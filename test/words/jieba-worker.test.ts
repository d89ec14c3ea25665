import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { createCutter } from '../../server/src/words/cutter.ts';
import { createJiebaWorker, type JiebaWorker } from '../../server/src/words/jieba-worker.ts';
import type { Words } from '../../server/src/words/words.ts';
import { openBuilt } from './jieba.ts';

const ROOT = path.join(__dirname, '../..');
const FOLDER = path.join(ROOT, 'node_modules/.cache/hegao-test-words');
const PROGRAM = path.join(FOLDER, 'jieba-worker.js');
const TEXT = '推进强链铸链，加快工业互联网建设，工业互联网平台要服务中小企业。';

function bundle(source: string, outfile: string): void {
  buildSync({
    entryPoints: [path.join(ROOT, source)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['nodejieba'],
  });
}

describe('the worker of nodejieba', function () {
  this.timeout(60_000);
  let worker: JiebaWorker;

  before(async function () {
    bundle('server/src/words/jieba-entry.ts', PROGRAM);
    fs.copyFileSync(path.join(ROOT, 'server/out/words.dat'), path.join(FOLDER, 'words.dat'));
    worker = createJiebaWorker([PROGRAM]);
    const plain = await worker.keywords(TEXT, 3, 'tfidf');
    if (!('missing' in plain)) return;
    if (process.env.CI) throw new Error(plain.missing);
    console.log(`    分词线程的测试没有运行：${plain.missing}。`);
    this.skip();
  });

  const open = async (slot: string, userWords: string, words: readonly string[] = []): Promise<Words> => {
    const opened = await worker.open(slot, userWords, words, () => undefined);
    assert.ok('words' in opened, JSON.stringify(opened));
    return opened.words;
  };
  const pieces = (words: Words, text: string): string[] =>
    [...words.cut(text)].map((end, i, ends) => text.slice(ends[i - 1] ?? 0, end));

  it('extracts keywords by TF-IDF and by TextRank', async () => {
    for (const method of ['tfidf', 'textrank'] as const) {
      const found = await worker.keywords(TEXT, 2, method);
      assert.ok('keywords' in found);
      const [first, second, ...rest] = found.keywords;
      assert.equal(rest.length, 0);
      assert.ok(first!.weight >= second!.weight && second!.weight > 0, method);
      assert.ok(
        found.keywords.some(({ word }) => word === '互联网'),
        `${method}: ${first!.word} ${second!.word}`,
      );
    }
  });

  it('cuts and tags by a team’s dictionary while the caller waits, two dictionaries apart', async () => {
    const plain = await open('a', '');
    const team = await open('b', '强链铸链 5000 nz\n', ['加快工业']);
    assert.deepEqual(pieces(plain, TEXT).slice(0, 3), ['推进', '强链', '铸链']);
    assert.deepEqual(pieces(team, TEXT).slice(0, 4), ['推进', '强链铸链', '，', '加快工业']);
    assert.equal(team.tag(TEXT).tags[1], 'nz');
    team.add('推进强链铸链', 'v');
    assert.equal(team.tag(TEXT).tags[0], 'v');
    assert.deepEqual(pieces(plain, TEXT).slice(0, 3), ['推进', '强链', '铸链']);
  });

  it('without a team’s dictionary cuts as the compiled one does', async () => {
    const compiled = createCutter(openBuilt());
    const words = await open('c', '');
    for (const text of [TEXT, '', '全市地区生产总值增长7.2%', '\ud800𠮷', 'GDP\0 x']) {
      assert.deepEqual(words.cut(text), compiled.cut(text));
      assert.deepEqual(words.cut(text, false), compiled.cut(text, false));
      assert.deepEqual(words.tag(text), compiled.tag(text));
    }
  });

  it('leaves a closed slot to the fallback', async () => {
    const fallback = createCutter(openBuilt());
    fallback.add('推进强链铸链');
    const opened = await worker.open('d', '', [], () => fallback);
    assert.ok('words' in opened);
    worker.close('d');
    assert.deepEqual(pieces(opened.words, TEXT)[0], '推进强链铸链');
  });

  it('says when its program is missing', async () => {
    const none = createJiebaWorker([path.join(FOLDER, 'none.js')]);
    assert.deepEqual(await none.keywords(TEXT, 1, 'tfidf'), {
      missing: '缺少分词线程的程序 jieba-worker.js',
    });
  });

  it('survives the worker’s end: what was asked is answered, and the fallback cuts', async () => {
    const dying = path.join(FOLDER, 'dying.js');
    fs.writeFileSync(
      dying,
      `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', ({ kind, id }) => {
        if (kind === 'open') parentPort.postMessage({ id });
        else throw new Error('end');
      });`,
    );
    const mortal = createJiebaWorker([dying]);
    const fallback = createCutter(openBuilt());
    const opened = await mortal.open('a', '', [], () => fallback);
    assert.ok('words' in opened);
    assert.match(JSON.stringify(await mortal.keywords(TEXT, 1, 'tfidf')), /nodejieba 的线程已经中断/);
    assert.deepEqual(opened.words.cut(TEXT), fallback.cut(TEXT));
  });

  it('keeps a process alive while it is asked, and not afterwards', () => {
    const client = path.join(FOLDER, 'client.js');
    bundle('server/src/words/jieba-worker.ts', client);
    const script = `
      const worker = require(${JSON.stringify(client)}).createJiebaWorker([${JSON.stringify(PROGRAM)}]);
      worker.open('a', '', [], () => undefined).then(({ words }) => console.log(words.cut('推进铸链').join()));`;
    const { stdout, status } = spawnSync(process.execPath, ['-e', script], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    assert.deepEqual([stdout, status], ['2,4\n', 0]);
  });
});
