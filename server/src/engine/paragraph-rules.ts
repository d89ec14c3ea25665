import type { Paragraph } from '../draft/types.ts';
import type { ParagraphFacts } from '../facts/facts.ts';
import { type Findings, failure, findingOf } from './finding.ts';
import type { CheckResult, Context, Failure, Finding, ParagraphRule, Rule, RuleSettings } from './types.ts';

/** A run of the paragraph rules over one draft. */
export interface ParagraphRun {
  /** Takes the next paragraph; tells whether its rules had to be run, and were not remembered. */
  readonly take: (paragraph: Paragraph, facts: ParagraphFacts) => boolean;
  /** What was found, rule by rule nothing of one that threw. */
  readonly result: () => CheckResult;
}

/** What all paragraph rules say of one paragraph; spans are offsets in its text. */
interface Said {
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
}

type Memory = WeakMap<ParagraphFacts, Said>;

/** Makes a run, over a draft of some text, of those rules of a list that read one paragraph; what they say is remembered by settings and facts. */
export function createParagraphRules(
  rules: readonly Rule[],
  context: Context,
  { whole }: Findings,
): (text: string, settings: RuleSettings, only: (rule: Rule) => boolean) => ParagraphRun {
  const ofParagraphs = rules.filter((rule) => rule.scope === 'paragraph');
  const known = new WeakMap<RuleSettings, Map<string, Memory>>();

  const memoryFor = (settings: RuleSettings, chosen: readonly ParagraphRule[]): Memory => {
    const key = chosen.map(({ meta }) => meta.id).join();
    const byRules = known.get(settings) ?? new Map<string, Memory>();
    known.set(settings, byRules);
    const memory = byRules.get(key) ?? new WeakMap<ParagraphFacts, Said>();
    byRules.set(key, memory);
    return memory;
  };

  return (text, settings, only) => {
    const chosen = ofParagraphs.filter(
      (rule) => (settings[rule.meta.id]?.level ?? 'off') !== 'off' && only(rule),
    );
    const memory = memoryFor(settings, chosen);
    const findings: Finding[] = [];
    const failures = new Map<string | undefined, Failure>();
    return {
      take(paragraph, facts) {
        const remembered = memory.get(facts);
        const said = remembered ?? readOne(chosen, settings, facts, context);
        if (!remembered) memory.set(facts, said);
        for (const found of said.findings) findings.push(whole(moved(found, paragraph), text));
        for (const failed of said.failures)
          failures.set(failed.ruleId, failures.get(failed.ruleId) ?? failed);
        return !remembered;
      },
      result: () => ({
        findings: failures.size === 0 ? findings : findings.filter(({ ruleId }) => !failures.has(ruleId)),
        failures: [...failures.values()],
      }),
    };
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
