import { byPlace } from '../engine/finding.ts';
import { quiet } from '../engine/quiet.ts';
import type { Rule } from '../engine/types.ts';
import { createWorkspace, isWorkspaceRule } from '../engine/workspace.ts';
import type { Checked, FileResult } from './collect.ts';
import { showSilenced, unusedByBoth } from './silenced.ts';

/** Holds the results of a run until all drafts can be compared. */
export interface Comparison {
  /** False where there is nothing to compare so far: the result need not wait. */
  readonly take: (checked: Checked) => boolean;
  /** All results in the order taken, with what the drafts say of each other. */
  readonly results: () => Generator<FileResult>;
}

/** Makes a comparison; undefined where no rule compares drafts. */
export function createComparison(rules: readonly Rule[]): Comparison | undefined {
  if (!rules.some(isWorkspaceRule)) return undefined;
  const workspace = createWorkspace(rules);
  const taken: Checked[] = [];
  const byPath = new Map<string, FileResult>();
  return {
    take(checked) {
      const { result, compared } = checked;
      if (taken.length === 0 && Object.keys(compared?.summaries ?? {}).length === 0) return false;
      taken.push(checked);
      byPath.set(result.path, result);
      if (compared) workspace.put(result.path, compared.summaries);
      return true;
    },
    *results() {
      const textOf = (path: string) => byPath.get(path)?.draft?.text;
      for (const { result, compared } of taken) {
        if (!compared) {
          yield result;
          continue;
        }
        const { findings: all, failures } = workspace.check(result.path, compared.settings);
        const { draft, silenced: own = [], unused: left } = result;
        if (!draft || !left) continue;
        const { findings, silenced, unused } = quiet(all, draft, compared.silences);
        yield {
          ...result,
          findings: [...result.findings, ...findings].sort(byPlace),
          silenced: [...own, ...showSilenced(silenced)],
          unused: unusedByBoth(left, unused),
          failures: [...result.failures, ...failures],
          textOf,
        };
      }
    },
  };
}
