import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type JiebaOptions, type LoadedJieba, loadNodejieba } from '../../server/src/words/nodejieba.ts';

type Module = ReturnType<NonNullable<JiebaOptions['module']>>;

describe('loading nodejieba', () => {
  let folder: string;
  let loads: string[];
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-jieba-test-'));
    loads = [];
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  };
  /** A module like nodejieba, which would end the process on what it is not to be given. */
  const fake = (changes: Partial<Module> = {}): Module => ({
    DEFAULT_DICT: write('dict', '云 3 n\n'),
    DEFAULT_HMM_DICT: write('hmm', '#start\n-0.1 -0.2\n'),
    DEFAULT_USER_DICT: write('user', '云计算\n'),
    DEFAULT_IDF_DICT: write('idf', '云 1.5\n'),
    DEFAULT_STOP_WORD_DICT: write('stop', '的\n'),
    load: ({ userDict }) => {
      const files = userDict.split('|');
      assert.equal(files[0], path.join(folder, 'user'));
      loads.push(fs.readFileSync(files[1]!, 'utf8'));
      assert.equal(files.length, 2);
      loads.push(files[1]!);
    },
    cut: (text) => [...text],
    tag: (text) => [...text].map((word) => ({ word, tag: 'n' })),
    insertWord: () => true,
    extract: (text, count) => [{ word: text, weight: count }],
    textRankExtract: () => [],
    ...changes,
  });
  const missing = (loaded: LoadedJieba): string => ('missing' in loaded ? loaded.missing : 'nothing missing');

  it('hands it a private copy of the words, which is gone afterwards', () => {
    const loaded = loadNodejieba({ userWords: '链主企业 nz\n', module: () => fake() });
    assert.equal(missing(loaded), 'nothing missing');
    const [text, file] = loads;
    assert.equal(text, '链主企业 nz\n');
    assert.ok(!fs.existsSync(file!) && !fs.existsSync(path.dirname(file!)));
  });

  it('can load other words into the same instance', () => {
    const loaded = loadNodejieba({ userWords: '甲\n', module: () => fake() });
    assert.ok('jieba' in loaded && 'jieba' in loaded.jieba.reload('乙\n'));
    assert.deepEqual([loads[0], loads[2]], ['甲\n', '乙\n']);
  });

  it('says what is missing: the package, or its binary', () => {
    const absent = (): Module => {
      throw new Error("Cannot find module 'nodejieba'");
    };
    assert.equal(missing(loadNodejieba({ module: absent })), '未安装分词组件 nodejieba');
    const unbuilt = fake({
      load: () => {
        throw new Error('BINDING_NOT_FOUND');
      },
    });
    assert.match(missing(loadNodejieba({ module: () => unbuilt })), /程序文件缺失或与本机不符$/);
  });

  it('does not load dictionaries that would end the process', () => {
    const refuses = (changes: Partial<Module>, reason: RegExp): void => {
      assert.match(missing(loadNodejieba({ module: () => fake(changes) })), reason);
      assert.deepEqual(loads, []);
    };
    refuses({ DEFAULT_DICT: write('none/../gone', '') }, /gone 是空的/);
    refuses({ DEFAULT_DICT: path.join(folder, 'absent') }, /读不到 .*absent/);
    refuses({ DEFAULT_DICT: write('bad', '云 3 n\n云计算 n\n') }, /bad 第2行/);
    refuses({ DEFAULT_DICT: write('zero', '云 0 n\n') }, /zero 第1行/);
    refuses({ DEFAULT_IDF_DICT: write('idf-bad', '云\n') }, /idf-bad 第1行/);
    refuses({ DEFAULT_USER_DICT: write('a;b', '云\n') }, /a;b 的路径里有 nodejieba 不能读的字符/);
    refuses({ DEFAULT_DICT: write('a|b', '云 1 n\n') }, /不能读的字符/);
  });

  it('gives end offsets, also where nodejieba loses characters', () => {
    const loaded = loadNodejieba({
      module: () => fake({ cut: (text) => (text === '核稿' ? [text] : ['云']) }),
    });
    assert.ok('jieba' in loaded);
    assert.deepEqual([...loaded.jieba.cut('云')], [1]);
    assert.deepEqual([...loaded.jieba.cut('云计算')], [1, 2, 3]);
  });

  it('extracts keywords by either method', () => {
    const loaded = loadNodejieba({ module: () => fake() });
    assert.ok('jieba' in loaded);
    assert.deepEqual(loaded.jieba.keywords('云', 3, 'tfidf'), [{ word: '云', weight: 3 }]);
    assert.deepEqual(loaded.jieba.keywords('云', 3, 'textrank'), []);
  });
});
