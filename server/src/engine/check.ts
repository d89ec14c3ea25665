import { isClassified } from '../draft/classified.ts';
import { readDraft } from '../draft/read.ts';
import type { Draft, DraftKind, Paragraph } from '../draft/types.ts';
import { createFactMemory, type FactMemory, type ParagraphFacts } from '../facts/facts.ts';
import { byPlace, failure, finding } from './finding.ts';
import type {
  CheckResult,
  Context,
  Failure,
  Finding,
  ParagraphRule,
  Report,
  Rule,
  RuleOptions,
  RuleSettings,
  Severity,
  SpeechContext,
  SpeechRule,
} from './types.ts';
import { isWorkspaceRule, type Summarised, summarise } from './workspace.ts';

/** Reads drafts and checks them; holds what is remembered between two versions of a text. */
export interface Checker {
  readonly read: (text: string, kind: DraftKind) => Draft;
  /**
   * All findings of a draft, sorted by place. A rule that throws becomes a failure; the others still run.
   * `earlier` is the version that went before, for the rules that look at what was changed.
   */
  readonly check: (draft: Draft, settings: RuleSettings, earlier?: Draft) => CheckResult;
  /** Reads ahead what `summarise` will need, paragraph by paragraph. */
  readonly prepare: (draft: Draft, settings: RuleSettings) => Generator<undefined, void>;
  /** What the workspace rules want to know of a draft: rule id → summary. */
  readonly summarise: (draft: Draft, settings: RuleSettings) => Summarised;
  /** The same work in steps, one a rule, so that a server can answer something else in between. */
  readonly steps: (
    draft: Draft,
    settings: RuleSettings,
    earlier?: Draft,
  ) => Generator<undefined, CheckResult>;
}

/** A checker whose facts others read too, so that nothing is read twice. */
export interface FactChecker extends Checker {
  readonly facts: FactMemory;
}

/**
 * Makes a checker for a list of rules. No state is shared between two checkers; `capacity` is how many characters
 * of paragraphs it remembers.
 */
export function createChecker(rules: readonly Rule[], context: Context, capacity?: number): FactChecker {
  const facts = createFactMemory(context.words, capacity);
  const remembered = new Map<Rule, WeakMap<RuleOptions, WeakMap<ParagraphFacts, readonly Report[]>>>();

  function* steps(draft: Draft, settings: RuleSettings, earlier?: Draft): Generator<undefined, CheckResult> {
    const findings: Finding[] = [];
    const failures: Failure[] = [];
    for (const rule of rules) {
      const setting = settings[rule.meta.id];
      if (!setting || setting.level === 'off' || rule.scope === 'workspace') continue;
      try {
        run(rule, setting.options, setting.level, { draft, earlier }, findings);
      } catch (error) {
        failures.push(failure(rule, error));
      }
      yield;
    }
    findings.sort(byPlace);
    return { findings, failures };
  }

  function run(
    rule: ParagraphRule | SpeechRule,
    options: RuleOptions,
    severity: Severity,
    { draft, earlier }: Pick<SpeechContext, 'draft' | 'earlier'>,
    findings: Finding[],
  ): void {
    for (const speech of draft.speeches) {
      if (rule.scope === 'speech') {
        for (const report of rule.check(speech, options, { ...context, facts, draft, earlier })) {
          findings.push(finding(rule, severity, report));
        }
        continue;
      }
      for (const paragraph of speech.paragraphs) {
        for (const report of paragraphReports(rule, options, facts.of(paragraph.text))) {
          findings.push(finding(rule, severity, moved(report, paragraph)));
        }
      }
    }
  }

  function paragraphReports(
    rule: ParagraphRule,
    options: RuleOptions,
    of: ParagraphFacts,
  ): readonly Report[] {
    const byOptions =
      remembered.get(rule) ?? new WeakMap<RuleOptions, WeakMap<ParagraphFacts, readonly Report[]>>();
    remembered.set(rule, byOptions);
    const byFacts = byOptions.get(options) ?? new WeakMap<ParagraphFacts, readonly Report[]>();
    byOptions.set(options, byFacts);
    const known = byFacts.get(of);
    if (known) return known;
    const reports = rule.check(of, options, context);
    byFacts.set(of, reports);
    return reports;
  }

  return {
    facts,
    read: readDraft,
    summarise: (draft, settings) => summarise(rules, draft, settings, { ...context, facts, draft }),
    steps,
    *prepare(draft, settings) {
      const readers = rules.flatMap((rule) =>
        isWorkspaceRule(rule) && rule.prepare && (settings[rule.meta.id]?.level ?? 'off') !== 'off'
          ? [rule.prepare]
          : [],
      );
      if (readers.length === 0 || isClassified(draft.text)) return;
      for (const { paragraphs } of draft.speeches) {
        for (const { text } of paragraphs) {
          for (const read of readers) ahead(() => read(facts.of(text)));
          yield;
        }
      }
    },
    check(draft, settings, earlier) {
      const work = steps(draft, settings, earlier);
      for (;;) {
        const step = work.next();
        if (step.done) return step.value;
      }
    },
  };
}

/** Reads ahead: what is wrong is said when the thing is wanted. */
function ahead(read: () => unknown): void {
  try {
    read();
  } catch {}
}

/** A paragraph rule's report with its spans in the source. */
function moved(report: Report, { toSource }: Paragraph): Report {
  return {
    ...report,
    span: toSource(report.span),
    related: (report.related ?? []).map((r) => ({ ...r, span: toSource(r.span) })),
    fixes: (report.fixes ?? []).map((f) => ({
      ...f,
      edits: f.edits.map((e) => ({ ...e, span: toSource(e.span) })),
    })),
  };
}
