import { isClassified } from '../draft/classified.ts';
import { createDraftReader, type ReadWith } from '../draft/read.ts';
import { createTextForms } from '../draft/text-forms.ts';
import type { Draft, DraftKind } from '../draft/types.ts';
import { createFactMemory, type FactMemory } from '../facts/facts.ts';
import { outcome } from './define.ts';
import { byPlace, createFindings, failure } from './finding.ts';
import { createParagraphRules } from './paragraph-rules.ts';
import type { CheckResult, Context, Failure, Finding, Rule, RuleSettings } from './types.ts';
import { isWorkspaceRule, type Summarised, summarise } from './workspace.ts';

/** Reads drafts and checks them; holds what is remembered between two versions of a text. */
export interface Checker {
  /** Reads a text; of a version of a draft that it has read before only what has changed. */
  readonly read: (text: string, kind: DraftKind, given?: ReadWith) => Draft;
  /**
   * All findings of a draft, sorted by place. A rule that throws becomes a failure; the others still run.
   * `earlier` is the version that went before, for the rules that look at what was changed.
   */
  readonly check: (draft: Draft, settings: RuleSettings, earlier?: Draft) => CheckResult;
  /** Reads ahead what `summarise` will need, paragraph by paragraph. */
  readonly prepare: (draft: Draft, settings: RuleSettings) => Generator<undefined, void>;
  /** What the workspace rules want to know of a draft: rule id → summary. */
  readonly summarise: (draft: Draft, settings: RuleSettings) => Summarised;
  /**
   * The same work in steps, a paragraph or a rule each, so that a server can answer something else in between;
   * `only` chooses among the rules.
   */
  readonly steps: (
    draft: Draft,
    settings: RuleSettings,
    earlier?: Draft,
    only?: (rule: Rule) => boolean,
  ) => Generator<undefined, CheckResult>;
}

/** A checker whose facts others read too, so that nothing is read twice. */
export interface FactChecker extends Checker {
  readonly facts: FactMemory;
  /** Makes it known that a draft, read elsewhere, is a later version of another one. */
  readonly follow: (draft: Draft, before: Draft) => void;
}

/**
 * Makes a checker for a list of rules. No state is shared between two checkers; `capacity` is how many characters
 * of paragraphs it remembers.
 */
export function createChecker(rules: readonly Rule[], context: Context, capacity?: number): FactChecker {
  const facts = createFactMemory(context.words, capacity);
  const readDraft = createDraftReader(createTextForms(Math.min(capacity ?? FORMS, FORMS)));
  const finding = createFindings();
  const ofParagraphs = createParagraphRules(rules, context, facts, finding);

  function* steps(
    draft: Draft,
    settings: RuleSettings,
    earlier?: Draft,
    only: (rule: Rule) => boolean = ALL,
  ): Generator<undefined, CheckResult> {
    const findings: Finding[] = [];
    const failures: Failure[] = [];
    const given = { ...context, facts, draft, earlier };
    const all = yield* ofParagraphs(draft, settings, only);
    for (const rule of rules) {
      const setting = settings[rule.meta.id];
      if (!setting || setting.level === 'off' || !only(rule)) continue;
      if (rule.scope === 'workspace' || (rule.scope === 'paragraph' && !rule.marks)) continue;
      try {
        for (const speech of draft.speeches) {
          const reports =
            rule.scope === 'paragraph'
              ? (rule.marks?.(speech, facts.ofSpeech(speech)) ?? [])
              : rule.steps
                ? yield* rule.steps(speech, setting.options, given)
                : rule.check(speech, setting.options, given);
          for (const report of reports) findings.push(finding.of(rule, setting.level, report, draft.text));
        }
      } catch (error) {
        failures.push(failure(rule, error));
      }
      yield;
    }
    return {
      findings: [...all.findings, ...findings].sort(byPlace),
      failures: [...all.failures, ...failures],
    };
  }

  const follow = (draft: Draft, before: Draft): void => {
    if (before.speeches.length !== draft.speeches.length) return;
    draft.speeches.forEach((speech, i) => {
      facts.follow(speech, before.speeches[i]!);
    });
  };

  return {
    facts,
    follow,
    read(text, kind, given) {
      const draft = readDraft(text, kind, given);
      if (given?.before) follow(draft, given.before);
      return draft;
    },
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
    check: (draft, settings, earlier) => outcome(steps(draft, settings, earlier)),
  };
}

/** Reads ahead: what is wrong is said when the thing is wanted. */
function ahead(read: () => unknown): void {
  try {
    read();
  } catch {}
}

const ALL = (): boolean => true;
/** Characters of lines and paragraphs whose forms are remembered: those of twenty long drafts. */
const FORMS = 1_000_000;
