import assert from 'node:assert/strict';
import { type ConfigLayers, createConfigLoader } from '../../server/src/config/loader.ts';
import { resolveIn } from '../../server/src/config/segmenter.ts';

type Files = Readonly<Record<string, string>>;

function settled(files: Files, draft: string, layers: ConfigLayers = {}) {
  const read = (file: string): Uint8Array | undefined =>
    files[file] === undefined ? undefined : Buffer.from(files[file]);
  return createConfigLoader([], (file) => files[file], { readBytes: read, ...layers }).settingsFor(draft);
}

/** Mistakes as `file:line:column-endColumn message`. */
async function mistakes(files: Files, draft = '/a/稿.txt'): Promise<string[]> {
  const { problems = [] } = await settled(files, draft);
  return problems.map(
    ({ file, line, column, endColumn, message }) => `${file}:${line}:${column}-${endColumn} ${message}`,
  );
}

const config = (segmenter: unknown): string => JSON.stringify({ segmenter });

describe('segmenter in a configuration file', () => {
  it('is nothing unless said', async () => {
    assert.deepEqual((await settled({}, '/a/稿.txt')).segmenter, { words: [] });
    assert.deepEqual((await settled({ '/a/.hegao.json': '{}' }, '/a/稿.txt')).segmenter, { words: [] });
  });

  it('names words, and a dictionary beside the file', async () => {
    const files = {
      '/a/.hegao.yaml': 'segmenter:\n  dictionary: ../词典/本市.dict\n  words: [链主企业, 铸链]\n',
      '/词典/本市.dict': '云计算 300 n\n',
    };
    assert.deepEqual((await settled(files, '/a/b/稿.txt')).segmenter, {
      dictionary: { file: '/词典/本市.dict', text: '云计算 300 n\n' },
      words: ['链主企业', '铸链'],
    });
  });

  it('stands above the editor’s, key by key; an empty dictionary means none', async () => {
    const segmenter = { dictionary: { file: '/x', text: '' }, words: ['甲'] };
    const under = async (own: unknown) =>
      (await settled({ '/a/.hegao.json': config(own) }, '/a/稿.txt', { segmenter })).segmenter;
    assert.equal((await settled({}, '/a/稿.txt', { segmenter })).segmenter, segmenter);
    assert.deepEqual(await under({ words: ['乙'] }), { ...segmenter, words: ['乙'] });
    assert.deepEqual(await under({ dictionary: '' }), { words: ['甲'] });
  });

  it('is the same object for all drafts of a file', async () => {
    const loader = createConfigLoader([], (file) =>
      file === '/a/.hegao.json' ? config({ words: ['甲'] }) : undefined,
    );
    const [one, two] = [await loader.settingsFor('/a/1.txt'), await loader.settingsFor('/a/b/2.txt')];
    assert.equal(one.segmenter, two.segmenter);
  });

  it('with a mistake says where and what is allowed', async () => {
    const cases: readonly (readonly [unknown, RegExp])[] = [
      [['甲'], /:1:14-19 segmenter 应为对象/],
      [{ dictionary: 5 }, /:1:28-29 segmenter\.dictionary 应为词典文件的路径，不能是5/],
      [{ words: '甲' }, /:1:23-26 segmenter\.words 应为列表/],
      [{ words: ['甲', '乙 丙'] }, /:1:28-33 segmenter\.words 的每一项应为一个词.*“乙 丙”/],
      [{ words: [''] }, /不能是“”/],
      [{ word: ['甲'] }, /没有“word”这一设置，是否要写“words”？可用：dictionary、words/],
      [{ dictionary: '无.dict' }, /\.hegao\.json:1:28-36 没有这个词典文件：\/a\/无\.dict/],
    ];
    for (const [segmenter, expected] of cases) {
      const found = await mistakes({ '/a/.hegao.json': config(segmenter) });
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0]!, expected);
    }
  });

  it('with a mistake in the dictionary shows it there, line by line', async () => {
    const files = {
      '/a/.hegao.json': config({ dictionary: './词典.dict' }),
      '/a/词典.dict': '\ufeff好 n\n云计算 0 n\n数据 3 n x\n',
    };
    const found = await mistakes(files);
    assert.deepEqual(
      found.map((mistake) => mistake.split(' ')[0]),
      ['/a/词典.dict:1:1-2', '/a/词典.dict:2:5-6', '/a/词典.dict:3:8-9'],
    );
  });

  it('resolves paths of either system', () => {
    for (const [folder, written, full] of [
      ['/a/b', 'c/d.dict', '/a/b/c/d.dict'],
      ['/a/b', '../c.dict', '/a/c.dict'],
      ['/a/b', './/c.dict', '/a/b/c.dict'],
      ['/a/b', '/c.dict', '/c.dict'],
      ['C:\\a\\b', '..\\c.dict', 'C:\\a\\c.dict'],
      ['C:\\a', 'D:\\c.dict', 'D:\\c.dict'],
    ] as const) {
      assert.equal(resolveIn(folder, written), full);
    }
  });
});
