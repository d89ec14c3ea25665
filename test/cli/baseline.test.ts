import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { openBaseline } from '../../server/src/cli/baseline.ts';
import { readDraft } from '../../server/src/draft/read.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { hegao, inFolder } from './harness.ts';

describe('the baseline', () => {
  const finding = (ruleId: string, start: number): Finding => ({
    ruleId,
    messageId: 'x',
    severity: 'error',
    message: '',
    span: { start, end: start + 1 },
    related: [],
    fixes: [],
  });

  it('is a multiset: of n known and m found at equal places, m - n are new', () =>
    inFolder({}, async (cwd) => {
      const line = '完成投资甲亿元。\n';
      const result = (count: number) => ({
        path: path.join(cwd, '稿.txt'),
        draft: readDraft(line.repeat(count)),
        findings: Array.from({ length: count }, (_, i) => finding('typo', i * line.length + 4)),
        failures: [],
      });
      const file = path.join(cwd, 'b.json');
      const open = () => {
        const opened = openBaseline(file, true, new Set());
        assert.ok('baseline' in opened);
        return opened.baseline;
      };
      await fc.assert(
        fc.asyncProperty(fc.nat(6), fc.nat(6), async (known, found) => {
          fs.rmSync(file, { force: true });
          const first = open();
          first.without(result(known));
          assert.deepEqual(await first.update(), { count: known });
          const { findings } = open().without(result(found));
          assert.equal(findings.length, Math.max(0, found - known));
          const pruning = open();
          pruning.without(result(found));
          assert.deepEqual(await pruning.prune(() => true), { count: Math.max(0, known - found) });
        }),
        { seed: 2, numRuns: 60 },
      );
    }));

  it('says what is wrong with it', () =>
    inFolder({ '稿.txt': '讲话\n', '坏.json': '{"version": 1, "files": {"a": {"x": 1}}}' }, async (cwd) => {
      const wrong: readonly (readonly [readonly string[], RegExp])[] = [
        [['--baseline', '坏.json'], /坏\.json：不是核稿的基线文件/],
        [['--update-baseline'], /要和 --baseline 文件 同用/],
        [['--baseline', 'x', '--update-baseline', '--prune-baseline'], /不能同时用/],
      ];
      for (const [args, sentence] of wrong) {
        const { code, stderr } = await hegao(['check', '稿.txt', ...args], { cwd });
        assert.equal(code, 2);
        assert.match(stderr, sentence);
      }
    }));
});
