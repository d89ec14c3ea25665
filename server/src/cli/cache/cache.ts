import path from 'node:path';
import type { Rule } from '../../engine/types.ts';
import type { Summarised } from '../../engine/workspace.ts';
import type { Task } from '../run/plan.ts';
import type { Core } from '../run/types.ts';
import { type ComparisonKeys, createComparisonMemory } from './comparisons.ts';
import { programIdentity } from './identity.ts';
import { createKeys } from './keys.ts';
import { prepareLocation } from './location.ts';
import { prune } from './prune.ts';
import { openStore } from './store.ts';

/** What was found before, by what it depends on. */
export interface Cache extends ComparisonKeys {
  readonly keyOf: (task: Task, bytes: Uint8Array) => string;
  /** What is kept of a draft. */
  readonly get: (key: string) => KeptDraft | undefined;
  readonly put: (key: string, core: Core, summaries: Summarised['summaries']) => void;
  /** Takes out what is no longer of use. */
  readonly close: () => void;
}

/** A draft as checked before; its summaries are read when they are asked for. */
export interface KeptDraft {
  readonly core: Core;
  readonly summaries: () => Summarised['summaries'];
}

/** Opens the cache in a folder for some rules. Why it cannot be used, as a Chinese sentence. */
export function openCache(
  folder: string,
  active: readonly Rule[],
  cwd: string,
): Cache | { readonly mistake: string } {
  const refused = prepareLocation(folder);
  if (refused !== undefined) return { mistake: `缓存文件夹 ${folder} 不能用（${refused}），本次不用缓存。` };
  const keys = createKeys(programIdentity(active.map(({ meta }) => meta.id)), active);
  const store = openStore(folder);
  return {
    keyOf: ({ kind, ground, silences, earlier }, bytes) =>
      keys.ofDraft({ bytes, kind, ground, silences, earlier }),
    get(key) {
      const kept = store.get(key);
      return kept && { core: kept.first as Core, summaries: () => kept.second() as Summarised['summaries'] };
    },
    put: store.put,
    memory: createComparisonMemory(store, keys, (file) => path.resolve(cwd, file)),
    close: () => prune(folder),
  };
}
