import { byPlace } from '../engine/finding.ts';
import { quiet } from '../engine/quiet.ts';
import type { Rule } from '../engine/types.ts';
import { createWorkspace, isWorkspaceRule } from '../engine/workspace.ts';
import { readSource } from '../files/source.ts';
import { type Archives, without } from './archives.ts';
import type { Checked, FileResult } from './collect.ts';
import { showSilenced, unusedByBoth } from './silenced.ts';

/** Holds the results of a run until all drafts can be compared. */
export interface Comparison {
  /** False where there is nothing to compare so far: the result need not wait. */
  readonly take: (checked: Checked) => boolean;
  /** All results in the order taken, with what the drafts say of each other. */
  readonly results: () => AsyncGenerator<FileResult>;
}

/** Makes a comparison; undefined where no rule compares drafts. `fullPath` is of a draft's path as given. */
export function createComparison(
  rules: readonly Rule[],
  archives: Archives = NO_ARCHIVES,
  fullPath: (path: string) => string = (path) => path,
): Comparison | undefined {
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
    async *results() {
      const archived = new Map<string, string | undefined>();
      const textOf = (path: string) => byPath.get(path)?.draft?.text ?? archived.get(path);
      for (const { result, compared } of taken) {
        const { draft, silenced: own = [], unused: left } = result;
        if (!compared || !draft) {
          yield result;
          continue;
        }
        const opened = compared.archive === undefined ? undefined : await archives.of(compared.archive);
        const archive = opened && without(opened, fullPath(result.path));
        const { findings: all, failures } = workspace.check(result.path, compared.settings, { archive });
        const { findings, silenced, unused } = quiet(all, draft, compared.silences);
        for (const { related } of findings) {
          for (const { path } of related) {
            if (path === undefined || byPath.has(path) || archived.has(path)) continue;
            archived.set(path, await archivedText(path));
          }
        }
        yield {
          ...result,
          findings: [...result.findings, ...findings].sort(byPlace),
          silenced: [...own, ...showSilenced(silenced)],
          ...(left ? { unused: unusedByBoth(left, unused) } : {}),
          failures: [...result.failures, ...failures],
          textOf,
        };
      }
    },
  };
}

const NO_ARCHIVES: Archives = { of: () => Promise.resolve(undefined) };

/** The text of an earlier speech as it is on the disk now. */
async function archivedText(path: string): Promise<string | undefined> {
  const read = await readSource(path);
  return 'failure' in read ? undefined : read.text;
}
