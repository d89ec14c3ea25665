import assert from 'node:assert/strict';
import type { DraftKind } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding, Rule, RuleOptions } from '../../server/src/engine/types.ts';
import type { Words } from '../../server/src/words/words.ts';

/** Marked text: every finding that is due stands in 〖〗. Returns the text without marks and their spans. */
export function readMarked(marked: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let open = -1;
  for (const character of marked) {
    if (character === '〖') open = text.length;
    else if (character === '〗') spans.push({ start: open, end: text.length });
    else text += character;
  }
  return { text, spans };
}

/** The text with the findings' spans marked: what an assertion shows. */
export function mark(text: string, spans: readonly { start: number; end: number }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += `${text.slice(at, start)}〖${text.slice(start, end)}〗`;
    at = end;
  }
  return out + text.slice(at);
}

/** The rule with other options for its default ones. */
export function withOptions(rule: Rule, options: RuleOptions): Rule {
  return { ...rule, meta: { ...rule.meta, defaults: { ...rule.meta.defaults, ...options } } };
}

/** Findings of one rule alone, at its default options. */
export function findingsOf(
  rule: Rule,
  text: string,
  words?: Words,
  kind: DraftKind = 'text',
): readonly Finding[] {
  const checker = createChecker([rule], { words: () => words });
  const { findings, failures } = checker.check(checker.read(text, kind), presetSettings([rule]));
  assert.deepEqual(failures, []);
  return findings;
}

/** Asserts that a rule reports exactly the marked places: a missing and an extra one both fail. */
export function assertMarked(rule: Rule, marked: string, words?: Words): void {
  const { text } = readMarked(marked);
  const findings = findingsOf(rule, text, words);
  assert.equal(
    mark(
      text,
      findings.map((f) => f.span),
    ),
    marked,
  );
}
