import { isClassified } from '../draft/classified.ts';
import type { Draft } from '../draft/types.ts';
import { byPlace, createFindings, failure } from './finding.ts';
import type {
  CheckResult,
  Failure,
  Finding,
  Rule,
  RuleSettings,
  SpeechContext,
  WorkspaceContext,
  WorkspaceIndex,
  WorkspaceRule,
} from './types.ts';

/** What workspace rules know of one draft; survives JSON. */
export interface Summarised {
  /** Rule id → summary; a rule that is off or has failed is absent. */
  readonly summaries: Readonly<Record<string, unknown>>;
  readonly failures: readonly Failure[];
}

/** Summaries of many drafts, and what the workspace rules say of each. */
export interface Workspace {
  /** Takes up a draft, or its new summaries instead of the old ones. */
  readonly put: (path: string, summaries: Summarised['summaries']) => void;
  readonly remove: (path: string) => void;
  /** What all drafts together say of one of them, sorted by place. */
  readonly check: (path: string, settings: RuleSettings, context?: WorkspaceContext) => CheckResult;
}

/** Whether a rule compares drafts. */
export function isWorkspaceRule(rule: Rule): rule is WorkspaceRule {
  return rule.scope === 'workspace';
}

/** Asks every workspace rule that is on for its summary of a draft; a classified draft gives none. */
export function summarise(
  rules: readonly Rule[],
  draft: Draft,
  settings: RuleSettings,
  context: SpeechContext,
): Summarised {
  const summaries: Record<string, unknown> = {};
  const failures: Failure[] = [];
  if (isClassified(draft.text)) return { summaries, failures };
  for (const rule of rules.filter(isWorkspaceRule)) {
    const setting = settings[rule.meta.id];
    if (!setting || setting.level === 'off') continue;
    try {
      summaries[rule.meta.id] = rule.summarise(draft, setting.options, context);
    } catch (error) {
      failures.push(failure(rule, error));
    }
  }
  return { summaries, failures };
}

/** Makes an empty workspace for the workspace rules of a list. A rule that throws becomes a failure of the draft. */
export function createWorkspace(rules: readonly Rule[]): Workspace {
  const indexes = rules
    .filter(isWorkspaceRule)
    .map((rule): readonly [WorkspaceRule, WorkspaceIndex<unknown>] => [rule, rule.createIndex()]);
  const held = new Map<string, Summarised['summaries']>();
  const finding = createFindings();

  return {
    put(path, summaries) {
      held.set(path, summaries);
      for (const [{ meta }, index] of indexes) {
        if (meta.id in summaries) index.put(path, summaries[meta.id]);
        else index.remove(path);
      }
    },
    remove(path) {
      if (!held.delete(path)) return;
      for (const [, index] of indexes) index.remove(path);
    },
    check(path, settings, context = {}) {
      const findings: Finding[] = [];
      const failures: Failure[] = [];
      const summaries = held.get(path) ?? {};
      for (const [rule, index] of indexes) {
        const setting = settings[rule.meta.id];
        if (!setting || setting.level === 'off' || !(rule.meta.id in summaries)) continue;
        const { level, options } = setting;
        try {
          findings.push(
            ...index
              .reports(path, options, context)
              .map((report) => finding.of(rule, level, report, context.text ?? '')),
          );
        } catch (error) {
          failures.push(failure(rule, error));
        }
      }
      return { findings: findings.sort(byPlace), failures };
    },
  };
}
