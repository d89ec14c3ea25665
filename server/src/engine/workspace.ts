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
  const indexes = rules.filter(isWorkspaceRule).map(openIndex);
  const held = new Map<string, Summarised['summaries']>();
  const finding = createFindings();

  return {
    put(path, summaries) {
      held.set(path, summaries);
      for (const { rule, put, remove } of indexes) {
        if (rule.meta.id in summaries) put(path, summaries[rule.meta.id]);
        else remove(path);
      }
    },
    remove(path) {
      if (!held.delete(path)) return;
      for (const index of indexes) index.remove(path);
    },
    check(path, settings, context = {}) {
      const findings: Finding[] = [];
      const failures: Failure[] = [];
      const summaries = held.get(path) ?? {};
      for (const { rule, reports } of indexes) {
        const setting = settings[rule.meta.id];
        if (!setting || setting.level === 'off' || !(rule.meta.id in summaries)) continue;
        const { level, options } = setting;
        try {
          findings.push(
            ...reports(path, options, context).map((report) =>
              finding.of(rule, level, report, context.text ?? ''),
            ),
          );
        } catch (error) {
          failures.push(failure(rule, error));
        }
      }
      return { findings: findings.sort(byPlace), failures };
    },
  };
}

/** The index of a rule that may throw anywhere: what it threw while it took up a draft is thrown when that is looked at. */
interface SafeIndex extends WorkspaceIndex<unknown> {
  readonly rule: WorkspaceRule;
}

function openIndex(rule: WorkspaceRule): SafeIndex {
  const thrown = new Map<string, { readonly error: unknown }>();
  const attempt = (path: string, act: (index: WorkspaceIndex<unknown>) => void): void => {
    try {
      thrown.delete(path);
      act(reach());
    } catch (error) {
      thrown.set(path, { error });
    }
  };
  let index: WorkspaceIndex<unknown> | undefined;
  const reach = (): WorkspaceIndex<unknown> => {
    index ??= rule.createIndex();
    return index;
  };
  return {
    rule,
    put: (path, summary) => attempt(path, (own) => own.put(path, summary)),
    remove: (path) => attempt(path, (own) => own.remove(path)),
    reports(path, options, context) {
      const broken = thrown.get(path);
      if (broken) throw broken.error;
      return reach().reports(path, options, context);
    },
  };
}
