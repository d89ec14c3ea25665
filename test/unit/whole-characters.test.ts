import assert from 'node:assert/strict';
import type { Span } from '../../server/src/draft/span.ts';
import type { DraftKind } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { createFindings } from '../../server/src/engine/finding.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding } from '../../server/src/engine/types.ts';
import { createWholeCharacters } from '../../server/src/engine/whole-characters.ts';
import { createWorkspace } from '../../server/src/engine/workspace.ts';
import { rules } from '../../server/src/rules/index.ts';

function findings(text: string, ruleId: string, kind: DraftKind = 'text'): readonly Finding[] {
  const checker = createChecker(rules, { words: () => undefined });
  const result = checker.check(checker.read(text, kind), presetSettings(rules));
  assert.deepEqual(result.failures, []);
  return result.findings.filter((finding) => finding.ruleId === ruleId);
}

const shown = (text: string, found: readonly Finding[]): readonly string[] =>
  found.map(({ span }) => text.slice(span.start, span.end));

describe('findings point at whole characters', () => {
  const { widen, sound } = createWholeCharacters();
  const characters = [
    '𠀀',
    'e\u0301',
    '葛\u{e0100}',
    '👨‍👩‍👧',
    '👍🏽',
    '🇨🇳',
    '1\ufe0f\u20e3',
    '\r\n',
    '\u1112\u1161\u11ab',
    'か\u3099',
  ];
  for (const character of characters) {
    it(`takes ${JSON.stringify(character)} as one`, () => {
      const text = `甲${character}乙`;
      for (let at = 1; at <= 1 + character.length; at++)
        for (let end = at; end <= 1 + character.length; end++) {
          const { start: from, end: to } = widen(text, { start: at, end });
          assert.ok(
            [1, 1 + character.length].includes(from) && [1, 1 + character.length].includes(to),
            `${at}–${end}`,
          );
          assert.ok(from <= at && end <= to);
        }
      const cut = {
        title: '',
        safety: 'safe',
        edits: [{ span: { start: 0, end: 2 }, newText: '' }],
      } as const;
      const whole = {
        title: '',
        safety: 'safe',
        edits: [{ span: { start: 0, end: 1 }, newText: '' }],
      } as const;
      assert.deepEqual(sound(text, [cut, whole]), [whole]);
    });
  }

  it('leaves plain text as it is, lone halves of pairs too', () => {
    for (const text of ['甲乙丙', 'a1，。', '\ud800\ud800', '\udc00甲', '甲\n乙'])
      for (let at = 0; at <= text.length; at++)
        assert.deepEqual(widen(text, { start: at, end: at }), { start: at, end: at });
  });

  describe('of a finding', () => {
    const { whole } = createFindings();
    const text = '甲乙丙か\u3099丁';
    const at = (start: number, end: number): { readonly span: Span } => ({ span: { start, end } });
    const finding = (parts: Partial<Finding>): Finding => ({
      ruleId: 'x',
      messageId: 'x',
      severity: 'info',
      message: '',
      ...at(0, 1),
      related: [],
      fixes: [],
      ...parts,
    });
    const note = { ...at(1, 2), message: '' };
    const fix = { title: '', safety: 'safe', edits: [{ ...at(0, 1), newText: '' }] } as const;

    it('gives the same one back where no character is parted, in another draft neither', () => {
      const sound = finding({ related: [note, { ...note, ...at(4, 5), path: 'b.txt' }], fixes: [fix] });
      assert.equal(whole(sound, text), sound);
    });

    it('changes what parts a character, and nothing else', () => {
      const parting = { ...fix, edits: [{ ...at(4, 5), newText: '' }] };
      const found = finding({
        ...at(4, 5),
        related: [note, { ...note, ...at(0, 4) }],
        fixes: [fix, parting],
      });
      assert.deepEqual(
        whole(found, text),
        finding({ ...at(3, 5), related: [note, { ...note, ...at(0, 5) }], fixes: [fix] }),
      );
      for (const part of ['related', 'fixes'] as const) {
        const alone = finding({ [part]: found[part] });
        assert.notDeepEqual(whole(alone, text), alone, part);
      }
    });
  });

  it('widens the finding of a rule on paragraphs', () => {
    const text = '同志们：\n全县增长xx%\u20dd，形势平稳。';
    assert.deepEqual(shown(text, findings(text, 'placeholder-number')), ['xx%\u20dd']);
  });

  it('widens the finding and the related places of a rule on speeches', () => {
    const text = '一、第一件事\n二、\ufe0f第二件事\n二、\ufe0f第三件事';
    const [finding] = findings(text, 'numbering-duplicate');
    assert.ok(finding);
    for (const { start, end } of [finding.span, ...finding.related.map((one) => one.span)])
      assert.equal(text.slice(start, end), '二、\ufe0f');
  });

  it('offers no fix that takes a character apart', () => {
    const text = '今年粮食丰收,\u0301农民增收,群众满意。';
    const found = findings(text, 'punctuation-width');
    assert.deepEqual(
      found.map(({ fixes }) => fixes.length > 0),
      [false, true],
    );
  });

  it('widens what is said of a draft beside others', () => {
    const settings = presetSettings(rules);
    const checker = createChecker(rules, { words: () => undefined });
    const workspace = createWorkspace(rules);
    const text = '在清河县工作会议上的讲话\n同志们：\n2024年，清河县实现地区生产总值57.3亿元\u20dd。';
    const other = text.replace('57.3', '53.7');
    for (const [name, one] of [
      ['a.txt', text],
      ['b.txt', other],
    ] as const)
      workspace.put(name, checker.summarise(checker.read(one, 'text'), settings).summaries);
    const found = workspace.check('a.txt', settings, { text }).findings;
    assert.deepEqual(
      shown(text, found).map((one) => one.slice(-2)),
      ['元\u20dd'],
    );
  });
});
