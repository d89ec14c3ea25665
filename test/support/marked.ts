import assert from 'node:assert/strict';
import { readDraft } from '../../server/src/draft/read.ts';
import type { DraftKind } from '../../server/src/draft/types.ts';
import { createChecker } from '../../server/src/engine/check.ts';
import { presetSettings } from '../../server/src/engine/presets.ts';
import type { Finding, Rule } from '../../server/src/engine/types.ts';
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

/** Findings of one rule alone, at its default options. */
export function findingsOf(
  rule: Rule,
  text: string,
  words?: Words,
  kind: DraftKind = 'text',
  archive?: Archive,
): readonly Finding[] {
  const checker = createChecker([rule], { words: () => words });
  const draft = checker.read(text, kind);
  const settings = presetSettings([rule]);
  const { findings, failures } = checker.check(draft, settings);
  const workspace = createWorkspace([rule]);
  const { summaries, failures: more } = checker.summarise(draft, settings);
  workspace.put('本稿.txt', summaries);
  const compared = workspace.check('本稿.txt', settings, { archive });
  assert.deepEqual([...failures, ...more, ...compared.failures], []);
  return [...findings, ...compared.findings];
}

/** Asserts that a rule reports exactly the marked places: a missing and an extra one both fail. */
export function assertMarked(rule: Rule, marked: string, words?: Words, archive?: Archive): void {
  const { text } = readMarked(marked);
  const findings = findingsOf(rule, text, words, 'text', archive);
  assert.equal(
    mark(
      text,
      findings.map((f) => f.span),
    ),
    marked,
  );
}
