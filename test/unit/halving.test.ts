import assert from 'node:assert/strict';
import fc from 'fast-check';
import { firstWhere, touching } from '../../server/src/draft/halving.ts';
import { overlaps } from '../../server/src/draft/span.ts';
import { longestRise } from '../../server/src/facts/longest-rise.ts';

const RUNS = { seed: 71, numRuns: 300 };
const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 40 });

describe('halving', () => {
  it('finds what a search from the head finds', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -22, max: 22 }), (values, limit) => {
        const sorted = values.toSorted((a, b) => a - b);
        const first = sorted.findIndex((value) => value >= limit);
        assert.equal(
          firstWhere(sorted.length, (index) => sorted[index]! >= limit),
          first < 0 ? sorted.length : first,
        );
      }),
      RUNS,
    );
  });

  it('asks for indexes of the list alone, and for few of them', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (length, wanted) => {
        const asked: number[] = [];
        firstWhere(length, (index) => {
          asked.push(index);
          return index >= wanted;
        });
        assert.ok(asked.every((index) => index >= 0 && index < length));
        assert.ok(asked.length <= Math.ceil(Math.log2(length + 1)));
      }),
      RUNS,
    );
  });

  it('finds the items that touch a span', () => {
    const lengths = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 })), { maxLength: 20 });
    fc.assert(
      fc.property(lengths, fc.nat(120), fc.integer({ min: 1, max: 40 }), (gaps, start, length) => {
        let at = 0;
        const spans = gaps.map(([gap, size]) => {
          const from = at + gap;
          at = from + size;
          return { start: from, end: at };
        });
        const span = { start, end: start + length };
        assert.deepEqual(
          touching(spans, (one) => one, span),
          spans.filter((one) => overlaps(one, span)),
        );
      }),
      RUNS,
    );
  });
});

describe('the longest rising part', () => {
  it('gives the places in order, and takes the earliest of equal numbers', () => {
    assert.deepEqual(longestRise([]), []);
    assert.deepEqual(longestRise([3, 0, 1, 2]), [1, 2, 3]);
    assert.deepEqual(longestRise([1, 2, 2, 3, 1]), [0, 1, 3]);
  });

  it('is as long as any that a look at every pair finds', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const longest: number[] = [];
        values.forEach((value, at) => {
          longest[at] = 1 + Math.max(0, ...longest.filter((_, before) => values[before]! < value));
        });
        const places = longestRise(values);
        assert.equal(places.length, Math.max(0, ...longest));
        for (let i = 1; i < places.length; i++) {
          assert.ok(places[i - 1]! < places[i]!);
          assert.ok(values[places[i - 1]!]! < values[places[i]!]!);
        }
      }),
      RUNS,
    );
  });
});
