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

describe('thousands of wrong numbers', () => {
  const texts: Readonly<Record<string, (n: number) => string>> = {
    'series-gap': (n) => '一是甲；三是乙。'.repeat(n),
    'series-duplicate': (n) => `一是甲；${'二是乙；'.repeat(n)}`,
    'numbering-gap': (n) => '一、甲好\n三、乙好\n'.repeat(n),
    'numbering-duplicate': (n) => `一、甲好\n${'二、乙好\n'.repeat(n)}`,
  };
  for (const [ruleId, of] of Object.entries(texts)) {
    it(`${ruleId}: four times as many take at most about four times as long`, () => {
      const [few, many] = [timeOf(of(1500), ruleId), timeOf(of(6000), ruleId)];
      assert.ok(many < 8 * few + 50, `${few} ms, then ${many} ms`);
    });
  }
});
