import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leftmostLongest, overlaps, type Span } from '../../server/src/draft/span.ts';

const spans = fc.array(
  fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]): Span => ({ start, end: start + length })),
  { maxLength: 15 },
);

describe('the leftmost longest of spans', () => {
  it('leaves out each that a kept one comes before and overlaps, and no other', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const kept = leftmostLongest(all);
        for (const span of all) {
          const before = kept.some(
            (one) =>
              one !== span &&
              overlaps(one, span) &&
              (one.start < span.start || (one.start === span.start && one.end >= span.end)),
          );
          assert.notEqual(kept.includes(span), before, JSON.stringify({ span, kept }));
        }
        assert.deepEqual(
          kept,
          [...kept].sort((a, b) => a.start - b.start),
        );
      }),
      { seed: 83, numRuns: 300 },
    );
  });
});
