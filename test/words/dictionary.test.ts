import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compileWords, type WordFiles } from '../../scripts/words/compile.ts';
import { createCutter } from '../../server/src/words/cutter.ts';
import { openDictionary } from '../../server/src/words/dictionary.ts';
import { loadDictionary, loadWords } from '../../server/src/words/load.ts';
import { dictionaryFolder } from './jieba.ts';

const ROOT = path.join(__dirname, '../..');
const BUILT = path.join(ROOT, 'server/out/words.dat');
/** A model that knows no character: what the dictionary leaves over stays single. */
const MODEL = [
  '#start',
  '-0.5 -3.14e100 -3.14e100 -0.9',
  '#transitions',
  ...['B', 'E', 'M', 'S'].map(() => '-1.5 -1.5 -1.5 -1.5'),
  '#emissions',
  ...['B', 'E', 'M', 'S'].map((_, i) => `丙:-${i + 1}.5,丁:-${i + 2}.25`),
].join('\n');

describe('the compiled dictionary', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-words-test-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const write = (name: string, content: string | Uint8Array): string => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, content);
    return file;
  };
  const lists = (main: string, own = '', user = ''): WordFiles => ({
    main: write('main', main),
    user: write('user', user),
    own: write('own', own),
    model: write('model', MODEL),
  });
  const compile = (...given: Parameters<typeof lists>): Uint8Array<ArrayBuffer> =>
    new Uint8Array(compileWords(lists(...given)));
  const words = (text: string, ...given: Parameters<typeof lists>): string[] => {
    const { ends, tags } = createCutter(openDictionary(compile(...given).buffer)).tag(text);
    return tags.map((tag, i) => `${text.slice(i === 0 ? 0 : ends[i - 1], ends[i])}/${tag}`);
  };

  // Products: 研究 10/40 × 生命 8/40 is more than 研究生 9/40 × 命 6/40.
  const MAIN = '研究 10 v\n研究生 9 n\n生命 8 n\n命 6 ng\n生 7 vn\n';

  it('cuts by the most probable path', () => {
    assert.deepEqual(words('研究生命', MAIN), ['研究/v', '生命/n']);
    assert.deepEqual(words('研究生', MAIN), ['研究生/n']);
  });

  it('lets the project’s words stand above jieba’s, with and without a frequency', () => {
    assert.deepEqual(words('研究生命', MAIN, '研究生命 nz\n'), ['研究生命/nz']);
    assert.deepEqual(words('研究生命', MAIN, '研究生 4000 nx\n'), ['研究生/nx', '命/ng']);
    assert.deepEqual(words('研究生命', MAIN, '生命 nz\n', '生命 nr\n'), ['研究/v', '生命/nz']);
    assert.deepEqual(words('甲乙', MAIN, '甲乙\n'), ['甲乙/x']);
  });

  it('keeps the project’s words as text, for nodejieba', () => {
    assert.equal(openDictionary(compile(MAIN, '链主企业 nz\n').buffer).ownWords, '链主企业 nz\n');
  });

  it('is the same bytes for the same words, and the built one is that of the present lists', function () {
    this.timeout(30_000);
    assert.deepEqual(compile(MAIN), compile(MAIN));
    assert.notDeepEqual(compile(MAIN), compile(`${MAIN}生命线 1 n\n`));
    const jieba = dictionaryFolder();
    if (!jieba) return;
    const again = compileWords({
      main: path.join(jieba, 'jieba.dict.utf8'),
      user: path.join(jieba, 'user.dict.utf8'),
      own: path.join(ROOT, 'server/src/lexicon/domain-words.txt'),
      model: path.join(jieba, 'hmm_model.utf8'),
    });
    assert.ok(again.equals(fs.readFileSync(BUILT)), 'run npm run build');
  });

  it('refuses what is not one', () => {
    const other = /不是编译好的词典/;
    assert.throws(() => openDictionary(new ArrayBuffer(0)), other);
    assert.throws(() => openDictionary(new ArrayBuffer(3)), other);
    assert.throws(() => openDictionary(new ArrayBuffer(4096)), other);
    const older = compile(MAIN);
    older[3] = 0x30;
    assert.throws(() => openDictionary(older.buffer), other);
  });

  it('refuses what is cut short or too long', () => {
    const whole = compile(MAIN);
    const cut = (length: number) => () => openDictionary(whole.slice(0, length).buffer);
    for (const length of [whole.length - 1, whole.length - 8, Math.floor(whole.length / 2), 64]) {
      assert.throws(cut(length), /不完整/, String(length));
    }
    const longer = new Uint8Array(whole.length + 8);
    longer.set(whole);
    assert.throws(() => openDictionary(longer.buffer), /不完整/);
    assert.doesNotThrow(cut(whole.length));
  });

  it('is looked for in each place; what is missing or damaged is said, not thrown', () => {
    const none = path.join(folder, 'none.dat');
    const missing = loadDictionary([none]);
    assert.match('missing' in missing ? missing.missing : '', /缺少分词词典 words\.dat.*请重新安装/);
    const damaged = write('words.dat', compile(MAIN).slice(0, 999));
    const failed = loadWords([none, damaged]);
    assert.match('missing' in failed ? failed.missing : '', /words\.dat 不能用（.*不完整）/);
    const sound = write('sound.dat', compile(MAIN));
    const loaded = loadWords([none, sound]);
    assert.deepEqual('words' in loaded && [...loaded.words.cut('研究生命')], [2, 4]);
  });
});
