import assert from 'node:assert/strict';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import { rules } from '../../server/src/rules/index.ts';
import { groupFixes } from '../../server/src/rules/shared/group-fixes.ts';

/** Time of a check in ms, the best of three, and the length of what it found as JSON. */
function costOf(text: string, ruleId: string): { readonly time: number; readonly size: number } {
  const own = rules.filter(({ meta }) => meta.id === ruleId);
  let size = 0;
  const times = [1, 2, 3].map(() => {
    const checker = createChecker(own, { words: () => undefined });
    const draft = checker.read(text, 'text');
    const started = performance.now();
    const { findings } = checker.check(draft, presetSettings(own));
    assert.ok(findings.length > 0);
    const time = performance.now() - started;
    size = findings.reduce((sum, finding) => sum + JSON.stringify(finding).length, 0);
    return time;
  });
  return { time: Math.min(...times), size };
}

const rows = (n: number, row: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => row(i)).join('');

describe('fixes of a group', () => {
  const offered = (size: number): number => {
    const fix = { title: '重排', safety: 'suggestion' as const, edits: [] };
    const fixesOf = groupFixes(
      () => [fix],
      (group: readonly number[]) => group.length,
    );
    const group = Array.from({ length: size }, (_, i) => i);
    return group.filter(() => fixesOf(group).length > 0).length;
  };

  it('come with each finding of up to 200 places, and beyond that with the first alone', () => {
    assert.deepEqual([1, 2, 200, 201, 5000].map(offered), [1, 2, 200, 1, 1]);
  });
});

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
    it(`${ruleId}: four times as many take at most about four times as long, and as much room`, () => {
      const [few, many] = [costOf(of(1500), ruleId), costOf(of(6000), ruleId)];
      assert.ok(many.time < 8 * few.time + 50, `${few.time} ms, then ${many.time} ms`);
      assert.ok(many.size < 6 * few.size, `${few.size} characters, then ${many.size}`);
    });
  }
});
