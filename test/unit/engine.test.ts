import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createChecker } from '../../server/src/engine/check.ts';
import { paragraphRule } from '../../server/src/engine/define.ts';
import { applyEdits } from '../../server/src/engine/edit.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Severity } from '../../server/src/engine/types.ts';
import { rules } from '../../server/src/rules/index.ts';

const context = { words: () => undefined };

function counting() {
  const read: string[] = [];
  const rule = paragraphRule({
    id: 'test-rule',
    title: '测试',
    level: 'warning',
    source: '建议',
    check: (facts) => {
      read.push(facts.text);
      return [];
    },
  });
  return { rule, read };
}

describe('engine', () => {
  it('a keystroke re-reads one paragraph', () => {
    const { rule, read } = counting();
    const checker = createChecker([rule], context);
    const settings = presetSettings([rule]);
    const paragraphs = Array.from({ length: 50 }, (_, i) => `第${i}段话，内容各不相同。`);
    checker.check(checker.read(paragraphs.join('\n'), 'text'), settings);
    assert.equal(read.length, 50);
    paragraphs[20] = '第20段话，改了一个字。';
    checker.check(checker.read(paragraphs.join('\n'), 'text'), settings);
    assert.deepEqual(read.slice(50), ['第20段话，改了一个字。']);
  });

  it('an edited text is reported as if opened afresh', () => {
    const settings = presetSettings(rules);
    const piece = fc.constantFrom(
      '一、甲',
      '三、丙',
      '增长xx.x%。',
      '\n',
      'XX市',
      '-4-',
      '下面，我讲三点意见。',
      '（二）',
      '同志们：',
      '第一篇：讲话',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(piece, { maxLength: 12 }), { minLength: 2, maxLength: 5 }),
        (versions) => {
          const lasting = createChecker(rules, context);
          for (const text of versions.map((v) => v.join(''))) {
            const fresh = createChecker(rules, context);
            assert.deepEqual(
              lasting.check(lasting.read(text, 'text'), settings),
              fresh.check(fresh.read(text, 'text'), settings),
            );
          }
        },
      ),
    );
  });

  it('a rule that throws becomes a failure and the others still run', () => {
    const { rule, read } = counting();
    const broken = paragraphRule({
      id: 'broken-rule',
      title: '坏规则',
      level: 'warning',
      source: '建议',
      check: () => {
        throw new Error('boom');
      },
    });
    const checker = createChecker([broken, rule], context);
    const { failures } = checker.check(checker.read('一段话。', 'text'), presetSettings([broken, rule]));
    assert.deepEqual(
      failures.map((f) => f.ruleId),
      ['broken-rule'],
    );
    assert.match(failures[0]!.message, /broken-rule.*boom/);
    assert.equal(read.length, 1);
  });

  it('a report may lower the level of its rule, never raise it', () => {
    const severities: readonly (Severity | undefined)[] = [undefined, 'error', 'warning', 'info', 'hint'];
    const rule = paragraphRule({
      id: 'test-rule',
      title: '测试',
      level: 'warning',
      source: '建议',
      check: () =>
        severities.map((severity, start) => ({
          messageId: 'test',
          message: '测试',
          span: { start, end: start + 1 },
          ...(severity && { severity }),
        })),
    });
    const checker = createChecker([rule], context);
    const shown = (level: Severity) =>
      checker
        .check(checker.read('一段话。', 'text'), { 'test-rule': { level, options: {} } })
        .findings.map(({ severity }) => severity);
    assert.deepEqual(shown('warning'), ['warning', 'warning', 'warning', 'info', 'hint']);
    assert.deepEqual(shown('error'), ['error', 'error', 'warning', 'info', 'hint']);
    assert.deepEqual(shown('hint'), ['hint', 'hint', 'hint', 'hint', 'hint']);
  });

  it('findings lie in the text, are sorted, and carry a Chinese message', () => {
    const checker = createChecker(rules, context);
    const text = fc.array(
      fc.constantFrom(
        '一、',
        '三、',
        'xx.x%',
        'XX',
        '*',
        '____',
        '-3-',
        '\n',
        '增长',
        '市',
        '𠮷',
        '&nbsp;',
        '第',
        '届',
        '（',
        '）',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(text, (pieces) => {
        const source = pieces.join('');
        const { findings, failures } = checker.check(
          checker.read(source, 'text'),
          presetSettings(rules, 'hegao:final'),
        );
        assert.deepEqual(failures, []);
        findings.forEach(({ span, message }, i) => {
          assert.ok(span.start >= 0 && span.start < span.end && span.end <= source.length);
          assert.ok(i === 0 || findings[i - 1]!.span.start <= span.start);
          assert.match(message, /[\u4e00-\u9fff].*。$/);
        });
      }),
    );
  });

  it('hegao:final raises placeholders, leftovers and numbering to error', () => {
    const final = presetSettings(rules, 'hegao:final');
    for (const { meta } of rules) {
      if (/^(?:placeholder|leftover)-|^numbering-(?:gap|duplicate)$|^level-skip$/.test(meta.id))
        assert.equal(final[meta.id]!.level, 'error', meta.id);
    }
  });

  it('edits apply in any order and never overlap', () => {
    const edits = [
      { span: { start: 4, end: 5 }, newText: '戊' },
      { span: { start: 0, end: 1 }, newText: '' },
      { span: { start: 0, end: 2 }, newText: '!' },
    ];
    assert.equal(applyEdits('甲乙丙丁己', edits), '乙丙丁戊');
  });
});
