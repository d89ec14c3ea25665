import assert from 'node:assert/strict';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';

/** Time of a check in ms, the best of three. */
function timeOf(text: string, ruleId: string): number {
  const own = rules.filter(({ meta }) => meta.id === ruleId);
  const times = [1, 2, 3].map(() => {
    const checker = createChecker(own, { words: () => undefined });
    const draft = checker.read(text, 'text');
    const started = performance.now();
    const { findings } = checker.check(draft, presetSettings(own));
    assert.ok(findings.length > 0);
    return performance.now() - started;
  });
  return Math.min(...times);
}

const rows = (n: number, row: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => row(i)).join('');

describe('thousands of wrong numbers', () => {
  const texts: Readonly<Record<string, (n: number) => string>> = {
    'series-gap': (n) => '一是甲；三是乙。'.repeat(n),
    'series-duplicate': (n) => `一是甲；${'二是乙；'.repeat(n)}`,
    'numbering-gap': (n) => '一、甲好\n三、乙好\n'.repeat(n),
    'numbering-duplicate': (n) => `一、甲好\n${'二、乙好\n'.repeat(n)}`,
    'metric-conflict': (n) => rows(n, (i) => `上半年，税收收入${i + 10}亿元。\n`),
    'metric-arithmetic': (n) => rows(n, (i) => `甲县办结${i + 10}件、乙县办结5件，合计${i + 20}件；`),
    'metric-unit': (n) => rows(n, (i) => `产量增长${(i % 90) + 0.5}，`),
  };
  for (const [ruleId, of] of Object.entries(texts)) {
    it(`${ruleId}: four times as many take at most about four times as long`, () => {
      const [few, many] = [timeOf(of(1500), ruleId), timeOf(of(6000), ruleId)];
      assert.ok(many < 8 * few + 50, `${few} ms, then ${many} ms`);
    });
  }
});
