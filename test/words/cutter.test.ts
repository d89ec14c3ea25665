import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCutter } from '../../server/src/words/cutter.ts';
import type { Words } from '../../server/src/words/words.ts';
import { openBuilt } from './jieba.ts';

/** Any strings of UTF-16 units, lone surrogates included, many of them Han. */
const unit = fc.oneof(
  fc.integer({ min: 0x4e00, max: 0x9fff }),
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0xd800, max: 0xdfff }),
  fc.constantFrom(...[...' \t\n，。0.aZ的是发展经济社会'].map((character) => character.charCodeAt(0))),
);
const anyText = fc.array(unit, { maxLength: 60 }).map((units) => String.fromCharCode(...units));

describe('a cutter', () => {
  const dictionary = openBuilt();
  let words: Words;
  beforeEach(() => {
    words = createCutter(dictionary);
  });

  const pieces = (text: string, model?: boolean): string[] =>
    [...words.cut(text, model)].map((end, i, ends) => text.slice(ends[i - 1] ?? 0, end));

  it('gives ascending ends that make up the whole text, whatever it is', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, model) => {
        const ends = words.cut(text, model);
        assert.ok(ends instanceof Uint32Array);
        for (const [i, end] of ends.entries()) assert.ok(end > (ends[i - 1] ?? 0), JSON.stringify(text));
        assert.equal(ends.at(-1) ?? 0, text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('never cuts a surrogate pair in two', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, model) => {
        for (const end of words.cut(text, model)) {
          const pair = /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(end - 1, end + 1));
          const before = /[\ud800-\udbff]$/.test(text.slice(0, end - 1));
          assert.ok(!pair || before, JSON.stringify(text));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('tags what it cuts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { ends, tags } = words.tag(text);
        assert.deepEqual(ends, words.cut(text));
        assert.equal(tags.length, ends.length);
        assert.ok(
          tags.every((tag) => /^[a-z]+\d?$/i.test(tag)),
          tags.join(),
        );
      }),
    );
  });

  it('cuts the same whatever it cut before, a long text too', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = words.cut(text);
        words.cut(other.repeat(50));
        assert.deepEqual(words.cut(text), first);
      }),
    );
  });

  it('cuts what separators part independently', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.constantFrom('，', '。', '\n', ' '), (left, right, between) => {
        const ends = (text: string, from: number): number[] =>
          Array.from(words.cut(text), (end) => end + from);
        assert.deepEqual(
          [...words.cut(left + between + right)],
          [...ends(left, 0), left.length + 1, ...ends(right, left.length + 1)],
        );
      }),
    );
  });

  it('knows the words of the trade', () => {
    assert.deepEqual(pieces('全市地区生产总值增长7.2%'), ['全市', '地区生产总值', '增长', '7.2', '%']);
    assert.deepEqual(pieces('增长7.2%', false), ['增长', '7', '.', '2', '%']);
    assert.deepEqual(words.tag('地区生产总值').tags, ['nz']);
  });

  it('takes words at run time, one cutter apart from another', () => {
    const other = createCutter(dictionary);
    assert.deepEqual(pieces('推进强链铸链'), ['推进', '强链', '铸链']);
    words.add('强链铸链', 'nz');
    words.add('推', 'q');
    words.add('');
    assert.deepEqual(pieces('推进强链铸链'), ['推进', '强链铸链']);
    assert.deepEqual(words.tag('强链铸链').tags, ['nz']);
    assert.deepEqual([...other.cut('推进强链铸链')], [2, 4, 6]);
    words.add('强链铸链');
    assert.deepEqual(words.tag('强链铸链').tags, ['x']);
  });
});
