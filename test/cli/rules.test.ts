import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index.ts';
import { hegao } from './harness.ts';

describe('hegao rules', () => {
  it('lists every rule with its level and title', async () => {
    const { code, stdout } = await hegao(['rules']);
    assert.equal(code, 0);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, rules.length);
    assert.match(lines[0]!, /^placeholder-number +请核 warning {2}\S/);
  });

  it('prints them as JSON', async () => {
    const listed = JSON.parse((await hegao(['rules', '--format', 'json'])).stdout).rules;
    assert.deepEqual(
      listed.map((rule: { id: string }) => rule.id),
      rules.map(({ meta }) => meta.id),
    );
    const { level, finalLevel, options } = listed[0];
    assert.deepEqual([level, finalLevel, options.type], ['warning', 'error', 'object']);
  });
});

describe('hegao explain', () => {
  it('prints something of every rule', async () => {
    for (const { meta } of rules) {
      const { code, stdout } = await hegao(['explain', meta.id]);
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^# ${meta.id}\\b.*\\n`));
    }
  });

  it('offers the nearest name for one that does not exist', async () => {
    const run = await hegao(['explain', 'placehodler-number']);
    assert.equal(run.code, 2);
    assert.equal(run.stdout, '');
    assert.match(run.stderr, /^没有名为“placehodler-number”的规则，是否要写“placeholder-number”？/);
  });
});
