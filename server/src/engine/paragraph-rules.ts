import type { Draft, Paragraph } from '../draft/types.ts';
import type { Picker } from '../facts/columns.ts';
import type { FactMemory, ParagraphFacts } from '../facts/facts.ts';
import { type Findings, failure, findingOf } from './finding.ts';
import type { CheckResult, Context, Failure, Finding, ParagraphRule, Rule, RuleSettings } from './types.ts';

/** What all paragraph rules say of one paragraph; spans are offsets in its text. */
interface Said {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

/** Reads a draft by some rules, and remembers what they say of a paragraph. */
interface Memory {
  /** Whether a paragraph is known. */
  readonly has: (facts: ParagraphFacts) => boolean;
  readonly read: Picker<Said>;
}

/** Runs the rules that read one paragraph over a draft, a paragraph that is not known at each step. */
export type ParagraphRules = (
  draft: Draft,
  settings: RuleSettings,
  only: (rule: Rule) => boolean,
) => Generator<undefined, CheckResult>;

/** Makes such a run of those rules of a list; what they say is remembered by settings and facts. */
export function createParagraphRules(
  rules: readonly Rule[],
  context: Context,
  facts: FactMemory,
  { whole }: Findings,
): ParagraphRules {
  const ofParagraphs = rules.filter((rule) => rule.scope === 'paragraph');
  const known = new WeakMap<RuleSettings, Map<string, Memory>>();

  const memoryFor = (settings: RuleSettings, chosen: readonly ParagraphRule[]): Memory => {
    const key = chosen.map(({ meta }) => meta.id).join();
    const byRules = known.get(settings) ?? new Map<string, Memory>();
    known.set(settings, byRules);
    const memory = byRules.get(key) ?? createMemory((one) => readOne(chosen, settings, one, context));
    byRules.set(key, memory);
    return memory;
  };

  return function* (draft, settings, only) {
    const chosen = ofParagraphs.filter(
      (rule) => (settings[rule.meta.id]?.level ?? 'off') !== 'off' && only(rule),
    );
    const memory = memoryFor(settings, chosen);
    const findings: Finding[] = [];
    const failures = new Map<string | undefined, Failure>();
    for (const speech of draft.speeches) {
      for (const one of facts.rows(speech)) {
        if (memory.has(one)) continue;
        memory.read(one, undefined);
        yield;
      }
      for (const { index, said } of facts.said(speech, memory.read)) {
        const paragraph = speech.paragraphs[index]!;
        for (const found of said.findings) findings.push(whole(moved(found, paragraph), draft.text));
        for (const failed of said.failures)
          failures.set(failed.ruleId, failures.get(failed.ruleId) ?? failed);
      }
    }
    return {
      findings: failures.size === 0 ? findings : findings.filter(({ ruleId }) => !failures.has(ruleId)),
      failures: [...failures.values()],
    };
  };
}

function createMemory(read: (facts: ParagraphFacts) => Said): Memory {
  const known = new WeakMap<ParagraphFacts, Said>();
  return {
    has: (facts) => known.has(facts),
    read(facts) {
      const said = known.get(facts) ?? read(facts);
      known.set(facts, said);
      return said.findings.length + said.failures.length > 0 ? said : undefined;
    },
  };
}

function readOne(
  rules: readonly ParagraphRule[],
  settings: RuleSettings,
  facts: ParagraphFacts,
  context: Context,
): Said {
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  for (const rule of rules) {
    const { level, options } = settings[rule.meta.id]!;
    if (level === 'off') continue;
    try {
      for (const report of rule.check(facts, options, context)) findings.push(findingOf(rule, level, report));
    } catch (error) {
      failures.push(failure(rule, error));
    }
  }
  return { findings, failures };
}

/** A paragraph's finding with its spans in the source. */
function moved(found: Finding, { toSource }: Paragraph): Finding {
  const { ruleId, messageId, severity, message, span, related, fixes } = found;
  return {
    ruleId,
    messageId,
    severity,
    message,
    span: toSource(span),
    related:
      related.length === 0 ? related : related.map((other) => ({ ...other, span: toSource(other.span) })),
    fixes:
      fixes.length === 0
        ? fixes
        : fixes.map((fix) => ({
            ...fix,
            edits: fix.edits.map((edit) => ({ ...edit, span: toSource(edit.span) })),
          })),
  };
}
