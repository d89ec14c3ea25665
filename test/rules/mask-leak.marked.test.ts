import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChecker } from '../../server/src/engine/check.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { type Preset, presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';
import maskLeak from '../../server/src/rules/mask-leak.ts';
import { assertMarked, mark } from '../support/marked.ts';

function findings(text: string, preset: Preset, active = [maskLeak]): readonly Finding[] {
  const checker = createChecker(active, { words: () => undefined });
  return checker.check(checker.read(text, 'text'), presetSettings(active, preset)).findings;
}

const MEETING = '要贯彻第x次全会精神，抓好当前各项工作。\n第九次全会意义重大。\n第九次全会的精神要学透。';

describe('mask-leak', () => {
  it('the mask, where another place says what it stands for', () => {
    assertMarked(maskLeak, MEETING.replace('第x次', '〖第x次〗'));
    assertMarked(
      maskLeak,
      '大家为推动〖XX市〗高质量发展而努力。XX市委要带头。\n大家为推动临江市高质量发展而努力。\n临江市大有希望。',
    );
    assertMarked(maskLeak, '截至上半年全市工业投资增长〖xx.x%〗。\n截至上半年全市工业投资增长7.2%。');
  });

  it('the rarer form of one name, once', () => {
    assertMarked(maskLeak, 'XX市很好。\nXX市很强。\n〖X市〗很实。\nX市很美。\nXX市很新。');
    assertMarked(maskLeak, '落实x书记要求。\n按x书记要求办。\n〖xx书记〗很关心。');
  });

  it('is silent', () => {
    for (const text of [
      'XX市委书记张三出席会议，临江市市长李四主持会议。',
      '省委x届x次全会和市委十二届九次全会都作了部署。',
      'XX县、××县和XX县经验很好。',
      '下面，我讲x点意见。\n一、统一思想\n要重视。\n二、狠抓落实\n要抓实。',
      '同比增长xx.x%。\n同比增长7.2%。',
    ])
      assertMarked(maskLeak, text);
  });

  it('its fix fills every place of the thing', () => {
    const text = '大家为推动XX市高质量发展而努力。XX市委要带头。\n大家为推动临江市高质量发展而努力。';
    const [finding] = findings(text, 'hegao:draft');
    assert.equal(finding!.severity, 'info');
    assert.equal(finding!.fixes[0]!.safety, 'suggestion');
    assert.equal(
      applyEdits(text, finding!.fixes[0]!.edits),
      '大家为推动临江市高质量发展而努力。临江市委要带头。\n大家为推动临江市高质量发展而努力。',
    );
    assert.equal(findings(text, 'hegao:final')[0]!.severity, 'warning');
  });

  it('its fix makes the forms even', () => {
    const text = 'XX市很好。\nXX市很强。\nＸＸ市委很实。';
    const [finding] = findings(text, 'hegao:draft');
    assert.equal(applyEdits(text, finding!.fixes[0]!.edits), 'XX市很好。\nXX市很强。\nXX市委很实。');
  });

  it('hegao:masked turns round: what is real is the finding, and is masked', () => {
    const found = findings(MEETING, 'hegao:masked', [...rules]);
    assert.equal(
      mark(
        MEETING,
        found.map(({ span }) => span),
      ),
      MEETING.replaceAll('第九次全会', '〖第九次全会〗'),
    );
    for (const { ruleId, severity } of found) assert.deepEqual([ruleId, severity], ['mask-leak', 'warning']);
    const edits = found.flatMap(({ fixes }) => fixes[0]!.edits);
    const masked = applyEdits(MEETING, edits);
    assert.equal(masked, MEETING.replaceAll('第九次全会', '第x次全会'));
    assert.deepEqual(findings(masked, 'hegao:masked', [...rules]), []);
  });

  it('a fault: one mask of many forgotten', () => {
    const line = (i: number, number: string): string =>
      `第${'甲乙丙丁戊己'[i]}组围绕学习贯彻第${number}次全会精神展开讨论。`;
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.nat(),
        fc.constantFrom('三', '九', '十二'),
        (n, pick, number) => {
          const real = pick % n;
          const text = Array.from({ length: n }, (_, i) => line(i, i === real ? number : 'x')).join('\n');
          const [finding, ...others] = findings(text, 'hegao:draft');
          assert.equal(others.length, 0);
          const whole = Array.from({ length: n }, (_, i) => line(i, number)).join('\n');
          assert.equal(applyEdits(text, finding!.fixes[0]!.edits), whole);
          const [leak, ...more] = findings(text, 'hegao:masked');
          assert.equal(more.length, 0);
          const masked = Array.from({ length: n }, (_, i) => line(i, 'x')).join('\n');
          assert.equal(applyEdits(text, leak!.fixes[0]!.edits), masked);
        },
      ),
      { seed: 11 },
    );
  });
});
