import fs from 'node:fs';
import path from 'node:path';
import type { Rule } from '../engine/types.ts';
import { isWorkspaceRule } from '../engine/workspace.ts';
import { type Baseline, openBaseline } from './baseline.ts';
import type { FileResult } from './collect.ts';
import { type Shell, say } from './io.ts';
import { type Earlier, type OpenedSince, openSince, type SinceOptions } from './since.ts';

/** What of a run is known already and not to be reported. */
export interface KnownOptions extends SinceOptions {
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly pruneBaseline?: true;
}

/** Leaves out what is known. */
export interface KnownFilter {
  /** The earlier version of a file, where the run is compared with an earlier state. */
  readonly earlier: Earlier | undefined;
  readonly through: (results: AsyncIterable<FileResult>) => AsyncIterable<FileResult>;
  /** Writes the baseline where that was asked for, and says how it went; a failure is a Chinese sentence. */
  readonly finish: () => Promise<string | undefined>;
}

/** Opens what the options name. A mistake is a Chinese sentence. */
export async function openKnown(
  options: KnownOptions,
  paths: readonly string[],
  rules: readonly Rule[],
  shell: Shell,
): Promise<{ readonly known: KnownFilter } | { readonly mistake: string }> {
  const { baseline: file, updateBaseline = false, pruneBaseline = false } = options;
  if (file === undefined && (updateBaseline || pruneBaseline)) {
    return { mistake: '--update-baseline 和 --prune-baseline 要和 --baseline 文件 同用。' };
  }
  const since = await openSince(options, paths, rules, shell.cwd);
  if ('mistake' in since) return since;
  const comparing = new Set(rules.filter(isWorkspaceRule).map(({ meta }) => meta.id));
  const opened =
    file === undefined ? undefined : openBaseline(path.resolve(shell.cwd, file), updateBaseline, comparing);
  if (opened && 'mistake' in opened) return opened;
  const own = { opened: since.opened, baseline: opened?.baseline, updateBaseline, pruneBaseline };
  return { known: filter(own, shell) };
}

interface Own {
  readonly opened: OpenedSince | undefined;
  readonly baseline: Baseline | undefined;
  readonly updateBaseline: boolean;
  readonly pruneBaseline: boolean;
}

function filter({ opened, baseline, updateBaseline, pruneBaseline }: Own, shell: Shell): KnownFilter {
  const since = opened?.since;
  return {
    earlier: opened?.earlier,
    async *through(results) {
      for await (const result of results) {
        const full = path.resolve(shell.cwd, result.path);
        const left = baseline ? baseline.without({ ...result, path: full }) : result;
        const kept = updateBaseline ? { ...left, findings: [] } : left;
        const shown = { ...kept, path: result.path };
        yield since ? await since(shown) : shown;
      }
    },
    async finish() {
      const outcome = updateBaseline
        ? await baseline?.update()
        : pruneBaseline
          ? await baseline?.prune((file) => fs.existsSync(file))
          : undefined;
      if (!outcome) return undefined;
      if (outcome.failure !== undefined) return outcome.failure;
      const { count } = outcome;
      await say(
        shell,
        updateBaseline ? `基线已更新，共记${count}处。` : `基线里去掉了${count}处已经改好的。`,
      );
      return undefined;
    },
  };
}
