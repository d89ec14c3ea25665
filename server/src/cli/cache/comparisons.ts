import { archiveState } from '../../archive/reader.ts';
import { isArchive } from '../archives.ts';
import type { Compared, ComparisonMemory } from '../run/compare.ts';
import type { FileResult } from '../run/types.ts';
import { digest, type Keys } from './keys.ts';
import type { Store } from './store.ts';

/** A cache that remembers comparisons. */
export interface ComparisonKeys {
  readonly memory: ComparisonMemory;
}

/** Remembers what came of comparing the very same drafts, by the same settings, with the same archives. */
export function createComparisonMemory(
  store: Store,
  keys: Keys,
  fullPath: (path: string) => string,
): ComparisonMemory {
  /** Undefined where a draft takes part of which nothing may be kept. */
  const keyOf = (results: readonly FileResult[]): string | undefined => {
    if (!results.every(isNamed)) return undefined;
    const folders = new Set(results.map(({ checked }) => checked?.ground.archive));
    const archives = [...folders].filter(isArchive).map((folder) => [folder, archiveState(folder!)]);
    const drafts = results.map(({ path, checked }) => [
      archives.length > 0 ? fullPath(path) : path,
      checked?.key ?? '',
      checked ? keys.ofGround(checked.ground) : '',
      archives.length > 0 ? checked?.ground.archive : '',
    ]);
    return digest(['comparison', archives, drafts]);
  };
  return {
    recall(results) {
      const key = keyOf(results);
      const kept = key === undefined ? undefined : store.get(key)?.first;
      // JSON has no undefined in lists.
      return (kept as (Compared | null)[] | undefined)?.map((one) => one ?? undefined);
    },
    keep(results, compared) {
      const key = keyOf(results);
      const isWhole = compared.every((one) => (one?.failures.length ?? 0) === 0);
      if (key !== undefined && isWhole) store.put(key, compared, []);
    },
  };
}

/** A classified draft has no name and tells the others nothing. */
function isNamed({ checked }: FileResult): boolean {
  return checked === undefined || checked.key !== undefined || (checked.core.summarised ?? []).length === 0;
}
