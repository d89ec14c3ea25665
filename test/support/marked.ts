import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import type { DraftKind } from '../../server/src/draft/types.ts';
import { type Checker, createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { CheckResult, Finding, Rule, RuleOptions, RuleSettings } from '../../server/src/engine/types.ts';
import { createWorkspace } from '../../server/src/engine/workspace.ts';
import { createAuthority } from '../../server/src/facts/passages/authority.ts';
import type { Archive } from '../../server/src/facts/passages/finder.ts';
import { createMemoryFinder } from '../../server/src/facts/passages/memory-finder.ts';
import { storeDraft } from '../../server/src/facts/passages/stored.ts';
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
export function ruleWith(rule: Rule, options: RuleOptions): Rule {
  return { ...rule, meta: { ...rule.meta, defaults: { ...rule.meta.defaults, ...options } } };
}

/** An archive in memory: earlier speeches and documents to quote from, by name. */
export function archiveOf(
  earlier: Readonly<Record<string, string>>,
  quotable: Readonly<Record<string, string>> = {},
): Archive {
  const finder = createMemoryFinder();
  for (const [path, text] of Object.entries(earlier)) finder.put(path, storeDraft(readDraft(text)));
  const documents = Object.entries(quotable).map(([path, text]) => ({
    path,
    draft: storeDraft(readDraft(text), 1),
  }));
  return { like: finder.like, authority: () => createAuthority(documents) };
}

/** Findings of one rule alone, at its default options and those given. */
export function findingsOf(
  rule: Rule,
  text: string,
  words?: Words,
  kind: DraftKind = 'text',
  options: RuleOptions = {},
  archive?: Archive,
): readonly Finding[] {
  const checker = createChecker([rule], { words: () => words });
  const settings = withOptions(rule, options);
  const { findings, failures } =
    rule.scope === 'workspace'
      ? compared(rule, text, checker, settings, archive)
      : text.includes(VERSION_BREAK)
        ? revised(text, checker, settings)
        : checker.check(checker.read(text, kind), settings);
  assert.deepEqual(failures, []);
  return findings;
}

function withOptions(rule: Rule, options: RuleOptions): RuleSettings {
  const { id, level, defaults } = rule.meta;
  return Object.keys(options).length === 0
    ? presetSettings([rule])
    : { [id]: { level, options: { ...defaults, ...options } } };
}

/** Parts the drafts of an example for a rule that compares them. */
const DRAFT_BREAK = '\n＝＝＝\n';

/** Parts the earlier version of an example from the one that is checked. */
const VERSION_BREAK = '\n＝改后＝\n';

/** What a rule says of the second of two versions in one text, as offsets in that text. */
function revised(text: string, checker: Checker, settings: RuleSettings): CheckResult {
  const [earlier = '', now = ''] = text.split(VERSION_BREAK);
  const from = earlier.length + VERSION_BREAK.length;
  const { findings, failures } = checker.check(
    checker.read(now, 'text'),
    settings,
    checker.read(earlier, 'text'),
  );
  const moved = findings.map((f) => ({
    ...f,
    span: { start: f.span.start + from, end: f.span.end + from },
  }));
  return { findings: moved, failures };
}

/** What a rule says of several drafts in one text, as offsets in that text. */
function compared(
  rule: Rule,
  text: string,
  checker: Checker,
  settings: RuleSettings,
  archive?: Archive,
): CheckResult {
  const workspace = createWorkspace([rule]);
  const drafts = text.split(DRAFT_BREAK);
  drafts.forEach((draft, i) => {
    workspace.put(String(i), checker.summarise(checker.read(draft, 'text'), settings).summaries);
  });
  let start = 0;
  const results = drafts.map((draft, i) => {
    const { findings, failures } = workspace.check(String(i), settings, { archive });
    const from = start;
    start += draft.length + DRAFT_BREAK.length;
    const moved = findings.map((f) => ({
      ...f,
      span: { start: f.span.start + from, end: f.span.end + from },
    }));
    return { findings: moved, failures };
  });
  return {
    findings: results.flatMap(({ findings }) => findings),
    failures: results.flatMap(({ failures }) => failures),
  };
}

/** Asserts that a rule reports exactly the marked places: a missing and an extra one both fail. */
export function assertMarked(
  rule: Rule,
  marked: string,
  words?: Words,
  options: RuleOptions = {},
  archive?: Archive,
): void {
  const { text } = readMarked(marked);
  const findings = findingsOf(rule, text, words, 'text', options, archive);
  assert.equal(
    mark(
      text,
      findings.map((f) => f.span),
    ),
    marked,
  );
}
