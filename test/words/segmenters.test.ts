import assert from 'node:assert/strict';
import type { JiebaWorker } from '../../server/src/words/jieba-worker.ts';
import { createSegmenters, PLAIN } from '../../server/src/words/segmenters.ts';
import type { LoadedWords, Words } from '../../server/src/words/words.ts';

/** Cuts nothing; its one end says which engine it is. */
function marked(mark: number, added: string[] = []): Words {
  return {
    cut: () => Uint32Array.of(mark),
    tag: () => ({ ends: Uint32Array.of(mark), tags: [] }),
    add: (word, tag) => void added.push(`${word}/${tag}`),
  };
}

const COMPILED = 1;
const JIEBA = 2;
const TEAM = {
  dictionary: { file: '/a/词典.dict', text: '链主企业 nz\n云计算 300 n\n强链\n' },
  words: ['铸链'],
};

function setUp({ missing, compiled }: { readonly missing?: string; readonly compiled?: LoadedWords } = {}) {
  const told: string[] = [];
  const log: string[] = [];
  const added: string[] = [];
  const fallbacks: (() => Words | undefined)[] = [];
  const opened: (() => void)[] = [];
  const jieba: JiebaWorker = {
    open(slot, text, words, fallback) {
      log.push(`open ${slot}: ${text.length} ${words.join()}`);
      fallbacks.push(fallback);
      return new Promise((resolve) =>
        opened.push(() => resolve(missing === undefined ? { words: marked(JIEBA) } : { missing })),
      );
    },
    close: (slot) => void log.push(`close ${slot}`),
    keywords: () => Promise.resolve({ keywords: [] }),
  };
  const segmenters = createSegmenters({
    loadWords() {
      log.push('load');
      return compiled ?? { words: marked(COMPILED, added) };
    },
    jieba,
    tell: (sentence) => void told.push(sentence),
    changed: () => void log.push('changed'),
  });
  const engine = (settings: Parameters<typeof segmenters.of>[0]) =>
    segmenters.of(settings).words()?.cut('')[0];
  return { segmenters, engine, told, log, added, fallbacks, opened };
}

describe('the choice of an engine', () => {
  it('is the compiled dictionary, loaded once and when a rule asks', async () => {
    const { segmenters, engine, log } = setUp();
    await segmenters.ready(PLAIN);
    const segmenter = segmenters.of(PLAIN);
    assert.deepEqual(log, []);
    assert.equal(engine(PLAIN), COMPILED);
    assert.equal(engine({ words: [] }), COMPILED);
    assert.equal(segmenters.of({ words: [] }), segmenter);
    assert.deepEqual(log, ['load']);
  });

  it('adds a workspace’s words to a cutter of its own', () => {
    const { segmenters, engine, added, log } = setUp();
    assert.equal(engine({ words: ['铸链', '强链'] }), COMPILED);
    assert.notEqual(segmenters.of({ words: ['铸链'] }), segmenters.of(PLAIN));
    assert.deepEqual(added, ['铸链/undefined', '强链/undefined']);
    assert.deepEqual(log, ['load']);
  });

  it('is nodejieba for a team’s dictionary: the compiled one until it is ready, then one change', async () => {
    const { segmenters, engine, log, opened, told } = setUp();
    const before = segmenters.of(TEAM);
    assert.equal(engine(TEAM), COMPILED);
    opened[0]!();
    await segmenters.ready(TEAM);
    assert.equal(engine(TEAM), JIEBA);
    assert.notEqual(segmenters.of(TEAM), before);
    assert.equal(segmenters.of(structuredClone(TEAM)), segmenters.of(TEAM));
    assert.deepEqual(log, ['open 1 /a/词典.dict: 21 铸链', 'load', 'changed']);
    assert.deepEqual(told, []);
  });

  it('adds the team’s words to the compiled dictionary where nodejieba is missing, and says so once', async () => {
    const { segmenters, engine, log, added, opened, told } = setUp({ missing: '未安装分词组件 nodejieba' });
    segmenters.of(TEAM);
    opened[0]!();
    await segmenters.ready(TEAM);
    assert.equal(engine(TEAM), COMPILED);
    assert.deepEqual(added, ['链主企业/nz', '云计算/n', '强链/', '铸链/undefined']);
    assert.deepEqual(told, [
      '未安装分词组件 nodejieba，团队词典 /a/词典.dict 改由内置词典代用：词已加入，其中的词频不起作用。',
    ]);
    assert.ok(!log.includes('changed'));
  });

  it('does the same where there is no worker at all, as in a browser', async () => {
    const told: string[] = [];
    const segmenters = createSegmenters({
      loadWords: () => ({ words: marked(COMPILED) }),
      tell: (sentence) => void told.push(sentence),
    });
    await segmenters.ready(TEAM);
    assert.equal(segmenters.of(TEAM).words()?.cut('')[0], COMPILED);
    assert.match(told.join(), /此处不能使用分词组件 nodejieba.*内置词典/);
  });

  it('falls back, with a word, when the worker is lost', async () => {
    const { segmenters, fallbacks, opened, told } = setUp();
    segmenters.of(TEAM);
    opened[0]!();
    await segmenters.ready(TEAM);
    assert.equal(fallbacks[0]!()?.cut('')[0], COMPILED);
    assert.match(told.join(), /没有回应.*内置词典/);
  });

  it('says once that the compiled dictionary is missing', () => {
    const { segmenters, told } = setUp({ compiled: { missing: '缺少分词词典' } });
    assert.equal(segmenters.of(PLAIN).words(), undefined);
    assert.equal(segmenters.of(PLAIN).words(), undefined);
    assert.deepEqual(told, ['缺少分词词典']);
  });

  it('holds four, and gives the memory of the one used longest ago to the next', () => {
    const { segmenters, log } = setUp();
    const team = (n: number) => ({ dictionary: { file: `/${n}`, text: '' }, words: [] });
    for (const n of [1, 2, 3, 4, 1, 5]) segmenters.of(team(n));
    assert.deepEqual(
      log.filter((line) => line.startsWith('close')),
      ['close 2 /2'],
    );
  });
});
