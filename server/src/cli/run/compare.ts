import { byPlace } from '../../engine/finding.ts';
import { quiet } from '../../engine/quiet.ts';
import type { Finding, Rule } from '../../engine/types.ts';
import { createWorkspace, isWorkspaceRule } from '../../engine/workspace.ts';
import { readSource } from '../../files/source.ts';
import { type Archives, without } from '../archives.ts';
import { showSilenced, unusedByBoth } from '../silenced.ts';
import { takeTurn } from './turn.ts';
import type { Core, FileResult } from './types.ts';

/** Holds the results of a run until all drafts can be compared. */
export interface Comparison {
  /** False where there is nothing to compare so far: the result need not wait. */
  readonly take: (result: FileResult) => boolean;
  /** All results in the order taken, with what the drafts say of each other. */
  readonly results: () => AsyncGenerator<FileResult>;
}

/** What the others make of one draft: plain values; undefined where it was not compared. */
export type Compared =
  | Pick<Core, 'findings' | 'failures' | 'silenced' | 'unusedLines' | 'unusedComments'>
  | undefined;

/** Remembers what came of comparing the same drafts before. */
export interface ComparisonMemory {
  readonly recall: (results: readonly FileResult[]) => readonly Compared[] | undefined;
  /** `compared` stands in the order of the results. */
  readonly keep: (results: readonly FileResult[], compared: readonly Compared[]) => void;
}

/** Makes a comparison; undefined where no rule compares drafts. `fullPath` is of a draft's path as given. */
export function createComparison(
  rules: readonly Rule[],
  archives: Archives = NO_ARCHIVES,
  fullPath: (path: string) => string = (path) => path,
  memory: ComparisonMemory = NO_MEMORY,
): Comparison | undefined {
  if (!rules.some(isWorkspaceRule)) return undefined;
  const taken: FileResult[] = [];

  async function* compare(): AsyncGenerator<Compared> {
    const workspace = createWorkspace(rules);
    for (const [i, { path, checked }] of taken.entries()) {
      await takeTurn(i);
      if (checked) workspace.put(path, checked.summaries());
    }
    for (const { path, draft, checked } of taken) {
      if (!draft || !checked) {
        yield undefined;
        continue;
      }
      const { settings, archive: folder } = checked.ground;
      const opened = folder === undefined ? undefined : await archives.of(folder);
      const archive = opened && without(opened, fullPath(path));
      const { findings: all, failures } = workspace.check(path, settings, {
        archive,
        text: draft.text,
      });
      const { findings, silenced, unused } = quiet(all, draft, checked.silences);
      yield {
        findings,
        failures,
        silenced: showSilenced(silenced),
        unusedLines: unused.silences.map(({ line }) => line),
        unusedComments: unused.comments,
      };
    }
  }

  return {
    take(result) {
      if (taken.length === 0 && (result.checked?.core.summarised ?? []).length === 0) return false;
      taken.push(result);
      return true;
    },
    async *results() {
      if (taken.length === 0) return;
      const byPath = new Map(taken.map((result) => [result.path, result]));
      const archived = new Map<string, string | undefined>();
      const textOf = (path: string) => byPath.get(path)?.draft?.text ?? archived.get(path);
      const recalled = memory.recall(taken);
      const made: Compared[] = [];
      let at = 0;
      for await (const compared of recalled ?? compare()) {
        const result = taken[at++]!;
        if (!recalled) made.push(compared);
        for (const path of (compared?.findings ?? []).flatMap(elsewhere)) {
          if (!byPath.has(path) && !archived.has(path)) archived.set(path, await archivedText(path));
        }
        yield compared ? together(result, compared, textOf) : result;
      }
      if (!recalled) memory.keep(taken, made);
    },
  };
}

const NO_ARCHIVES: Archives = { of: () => Promise.resolve(undefined) };
const NO_MEMORY: ComparisonMemory = { recall: () => undefined, keep: () => {} };

/** What a draft says by itself and what the others say of it. */
function together(
  result: FileResult,
  { findings, failures, silenced, unusedLines, unusedComments }: NonNullable<Compared>,
  textOf: (path: string) => string | undefined,
): FileResult {
  const { silenced: own = [], unused: left } = result;
  return {
    ...result,
    findings: [...result.findings, ...findings].sort(byPlace),
    silenced: [...own, ...silenced],
    ...(left ? { unused: unusedByBoth(left, { lines: unusedLines, comments: unusedComments }) } : {}),
    failures: [...result.failures, ...failures],
    textOf,
  };
}

/** The files that a finding points into besides its own. */
function elsewhere({ related }: Finding): readonly string[] {
  return related.flatMap(({ path }) => path ?? []);
}

/** The text of an earlier speech as it is on the disk now. */
async function archivedText(path: string): Promise<string | undefined> {
  const read = await readSource(path);
  return 'failure' in read ? undefined : read.text;
}
