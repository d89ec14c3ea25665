import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';
import {
  growths,
  lists,
  points,
  rates,
  repeated,
  type Statement,
  shares,
  speechOf,
  sums,
} from '../support/figure-speeches.ts';

const metric = rules.filter(({ meta }) => meta.id.startsWith('metric-'));
const checker = createChecker(metric, { words: () => undefined });
const settings = presetSettings(metric);
const check = (text: string): readonly Finding[] =>
  checker.check(checker.read(text, 'text'), settings).findings;

const SEED = 20240906;
const RUNS = 300;
const RECALL = 0.9;

const CLASSES: Readonly<
  Record<string, { readonly rule: string; readonly statements: fc.Arbitrary<readonly Statement[]> }>
> = {
  'a datum changed at its second place': { rule: 'metric-conflict', statements: repeated },
  'a wrong total': { rule: 'metric-arithmetic', statements: sums.map((one) => [one]) },
  'a wrong growth': { rule: 'metric-arithmetic', statements: growths.map((one) => [one]) },
  'a wrong share': { rule: 'metric-arithmetic', statements: shares.map((one) => [one]) },
  'a wrong difference': { rule: 'metric-arithmetic', statements: points.map((one) => [one]) },
  'a wrong list': { rule: 'metric-arithmetic', statements: lists.map((one) => [one]) },
  'a lost percent sign': { rule: 'metric-unit', statements: rates.map((one) => [one]) },
};

describe('figures of made-up speeches', () => {
  for (const [name, { rule, statements }] of Object.entries(CLASSES)) {
    it(`finds ${name} nine times in ten`, () => {
      const samples = fc.sample(statements, { seed: SEED, numRuns: RUNS });
      const missed = samples.filter(
        (sample, i) =>
          !check(
            speechOf(
              sample.map(({ spoilt }) => spoilt),
              i,
            ),
          ).some(({ ruleId }) => ruleId === rule),
      );
      const recall = 1 - missed.length / samples.length;
      assert.ok(
        recall >= RECALL,
        `${recall.toFixed(3)}\n${missed
          .slice(0, 12)
          .map((sample) => sample.map(({ spoilt }) => spoilt).join('\n  '))
          .join('\n')}`,
      );
    });
  }

  it('has nothing to say of figures that agree', () => {
    const all = fc.tuple(repeated, sums, growths, shares, points, lists, rates);
    fc.assert(
      fc.property(all, fc.nat(4), ([twice, ...others], seed) => {
        for (const statement of [twice, ...others.map((one) => [one])]) {
          const text = speechOf(
            statement.map(({ sound }) => sound),
            seed,
          );
          assert.deepEqual(
            check(text).map(({ message }) => message),
            [],
            text,
          );
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
