import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compileWords } from '../../scripts/words/compile.ts';
import { createCutter } from '../../server/src/words/cutter.ts';
import { openDictionary } from '../../server/src/words/dictionary.ts';
import type { Words } from '../../server/src/words/words.ts';
import { dictionaryFolder, type Engines, loadEngines } from './jieba.ts';
import { generateStrings } from './strings.ts';

const ROOT = path.join(__dirname, '../..');
const GENERATED = 100_000;
/** Where texts of the project stand: samples, the rules' pages with their examples, fixtures and test sentences, documentation. */
const FOLDERS = ['samples', 'server/src/rules', 'test', 'docs', 'snippets'];

/** Where nodejieba itself loses a character; anything else that it loses is a difference. */
const EXCEPTIONS: readonly {
  readonly name: string;
  readonly holds: (text: string, joined: string) => boolean;
}[] = [
  {
    name: '单独的代理项换成 U+FFFD',
    holds: (text, joined) => !text.isWellFormed() && joined === text.toWellFormed(),
  },
];

describe('the compiled dictionary and nodejieba', function () {
  this.timeout(120_000);
  let engines: Engines;
  const compared = { strings: 0, characters: 0 };

  before(function () {
    const loaded = loadEngines();
    if ('missing' in loaded) {
      console.log(`    分词对照没有运行：${loaded.missing}。`);
      this.skip();
    }
    engines = loaded;
  });

  after(() => {
    console.log(`    分词对照：比较了${compared.strings}个字符串，共${compared.characters}字。`);
  });

  it('cut and tag every text of the project alike, whole and line by line', () => {
    const texts = FOLDERS.flatMap((folder) => textsBelow(path.join(ROOT, folder)));
    assert.ok(texts.length > 50, `${texts.length} files`);
    compare([...texts, ...texts.flatMap(linesOf)]);
  });

  const corpus = process.env.HEGAO_CORPUS;
  if (corpus) {
    it('cut and tag published reports and drafts alike', () => {
      const texts = ['corpus/published', 'drafts'].flatMap((folder) => textsBelow(path.join(corpus, folder)));
      assert.ok(texts.length > 0);
      compare([...texts, ...texts.flatMap(linesOf)]);
    });
  }

  it(`cut and tag ${GENERATED} generated strings alike`, () => {
    const { userWords, someWords } = engines;
    const strings = generateStrings(GENERATED, 20_261_122, [...userWords, ...someWords]);
    const holding = (pattern: RegExp): number => strings.filter((text) => pattern.test(text)).length;
    for (const pattern of [
      /[\u{10000}-\u{10ffff}]/u,
      /[A-Za-z]\d/,
      /xx\.x%/,
      /[Ａ-Ｚ０-９]/,
      /[ \t\n，。]/,
      /\0/,
    ]) {
      assert.ok(holding(pattern) > 1000, `${pattern}: ${holding(pattern)}`);
    }
    assert.ok(strings.filter((text) => !text.isWellFormed()).length > 1000);
    compare(strings);
  });

  it('lose no character, but for the listed exceptions', () => {
    const { userWords } = engines;
    const raw = require('nodejieba') as { readonly cut: (text: string, model: boolean) => string[] };
    const counts = new Map(EXCEPTIONS.map(({ name }) => [name, 0]));
    const unlisted: string[] = [];
    for (const text of generateStrings(20_000, 5, userWords)) {
      const joined = raw.cut(text, true).join('');
      if (joined === text) continue;
      const exception = EXCEPTIONS.find(({ holds }) => holds(text, joined));
      if (exception) counts.set(exception.name, counts.get(exception.name)! + 1);
      else unlisted.push(JSON.stringify(text));
    }
    assert.deepEqual(unlisted.slice(0, 5), []);
    for (const [name, count] of counts) {
      console.log(`    nodejieba 丢失字符：${name}，20000个字符串中${count}个；编译词典原样保留。`);
      assert.ok(count > 0, `“${name}” no longer happens: strike it off`);
    }
  });

  it('cut and tag alike with the same words added at run time', () => {
    const { compiled, jieba, userWords, someWords } = engines;
    const known = [...userWords, ...someWords];
    const odd = generateStrings(3000, 99, known).map((text, i) => text.slice(0, 1 + (i % 8)));
    const long = [511, 512, 513].map((length) => '甲'.repeat(length));
    const added = [...odd, ...long, ...known.slice(0, 500), '的', '𠮷', ''];
    const tags = ['n', '', 'nz', undefined];
    added.forEach((word, i) => {
      for (const words of [compiled, jieba]) addTo(words, word, tags[i % tags.length]);
    });
    compare([
      ...added,
      ...long.map((text) => `乙${text}丙`),
      '甲'.repeat(2000),
      ...generateStrings(20_000, 3, [...known, ...odd.filter((word) => word !== '')]),
    ]);
  });

  it('cut and tag alike with other words compiled in, single characters too', () => {
    const { jieba, someWords } = engines;
    const own = '铸 n\n的 9 uj\n𠮷 nr\n强链铸链 500 nz\n市委\n😀😀 x\n';
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hegao-words-test-'));
    try {
      const list = path.join(folder, 'own');
      fs.writeFileSync(list, own);
      const of = (name: string): string => path.join(dictionaryFolder()!, name);
      const compiled = compileWords({
        main: of('jieba.dict.utf8'),
        user: of('user.dict.utf8'),
        own: list,
        model: of('hmm_model.utf8'),
      });
      engines = {
        ...engines,
        compiled: createCutter(openDictionary(new Uint8Array(compiled).buffer)),
      };
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
    assert.ok('jieba' in jieba.reload(own));
    const words = own.split('\n').map((line) => line.split(' ')[0]!);
    const listed = words.filter((word) => word !== '');
    compare(generateStrings(5000, 11, [...listed, ...listed, '强', '铸铁', '吉', ...someWords.slice(0, 50)]));
  });

  function addTo(words: Words, word: string, tag: string | undefined): void {
    if (tag === undefined) words.add(word);
    else words.add(word, tag);
  }

  /** Every cut and every tag of both engines over every string. */
  function compare(texts: readonly string[]): void {
    const { compiled, jieba } = engines;
    const differences: string[] = [];
    for (const text of texts) {
      compared.strings++;
      compared.characters += text.length;
      const without = equal(compiled.cut(text, false), jieba.cut(text, false));
      const withModel = equal(compiled.cut(text), jieba.cut(text));
      const [ours, theirs] = [compiled.tag(text), jieba.tag(text)];
      const tags = equal(ours.ends, theirs.ends) && equal(ours.tags, theirs.tags);
      if (!without || !withModel || !tags) {
        const which = [without || '切分（无模型）', withModel || '切分（有模型）', tags || '词性'];
        differences.push(
          `${which.filter((name) => name !== true).join('、')}：${JSON.stringify(text).slice(0, 200)}`,
        );
      }
    }
    assert.deepEqual(differences.slice(0, 5), [], `${differences.length} of ${texts.length} differ`);
  }
});

function equal(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function textsBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:txt|md|ts|mjs|json|speech|讲稿)$/.test(file))
    .map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line !== '');
}
