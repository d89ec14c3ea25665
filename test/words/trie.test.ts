import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type DoubleArray, packTrie } from '../../scripts/words/trie.ts';

type Entry = { readonly codes: readonly number[]; readonly value: number };

/** The value at the end of a way through the trie; 0 where there is none. */
function find({ base, check, value }: DoubleArray, codes: readonly number[]): number {
  let slot = 0;
  for (const code of codes) {
    if (slot > 0 && base[slot] === 0) return 0;
    const child = base[slot]! + code;
    if (check[child] !== code) return 0;
    slot = child;
  }
  return value[slot]!;
}

function sorted(words: readonly (readonly number[])[]): Entry[] {
  const compare = (a: readonly number[], b: readonly number[]): number => {
    for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
    return a.length - b.length;
  };
  return [...words].sort(compare).map((codes, i) => ({ codes, value: i + 1 }));
}

describe('packing a trie', () => {
  it('keeps each word with its value, and no word more', () => {
    const trie = packTrie(sorted([[1], [1, 2], [1, 2, 3, 4], [2, 1], [7]]));
    assert.deepEqual(
      [[1], [1, 2], [1, 2, 3], [1, 2, 3, 4], [2], [2, 1], [7], [3], [1, 1], [7, 1], [1, 2, 3, 4, 5]].map(
        (codes) => find(trie, codes),
      ),
      [1, 2, 0, 3, 0, 4, 5, 0, 0, 0, 0],
    );
  });

  it('packs one word', () => {
    const trie = packTrie(sorted([[5, 5, 5]]));
    assert.equal(find(trie, [5, 5, 5]), 1);
    assert.equal(find(trie, [5, 5]), 0);
  });

  it('is a lookup table for any words', () => {
    const word = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    const lists = fc.uniqueArray(word, { minLength: 1, maxLength: 60, selector: (codes) => codes.join() });
    fc.assert(
      fc.property(lists, fc.array(word, { maxLength: 20 }), (words, others) => {
        const entries = sorted(words);
        const trie = packTrie(entries);
        const values = new Map(entries.map(({ codes, value }) => [codes.join(), value]));
        for (const codes of [...words, ...others, ...words.map((codes) => codes.slice(0, -1))]) {
          if (codes.length > 0) assert.equal(find(trie, codes), values.get(codes.join()) ?? 0, codes.join());
        }
      }),
    );
  });

  it('has room for a look beyond every slot, whatever the code', () => {
    const entries = sorted([[1], [1, 40], [40, 40]]);
    const { base, check } = packTrie(entries);
    for (const slot of base.keys()) assert.ok(base[slot]! + 40 < check.length);
  });
});
