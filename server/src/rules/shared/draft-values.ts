import { addTo } from '../../draft/lists.ts';
import type { DraftValue } from '../../facts/ledger/summary.ts';
import { agrees, distinct } from '../../facts/ledger/values.ts';

/** A figure of a draft, and one of another draft that must agree with it and does not. */
export interface DraftConflict {
  readonly own: DraftValue;
  readonly other: DraftValue;
  readonly path: string;
}

/** The figures of many drafts by what they speak of. */
export interface DraftValues {
  readonly put: (path: string, values: readonly DraftValue[]) => void;
  readonly remove: (path: string) => void;
  /** Figures of a draft that another draft has otherwise, in the order of the draft. */
  readonly conflicts: (path: string) => readonly DraftConflict[];
}

interface Placed extends DraftValue {
  readonly path: string;
}

/** All drafts that speak of one thing; the verdict is made when it is asked for. */
interface Group {
  readonly byPath: Map<string, readonly DraftValue[]>;
  verdict: readonly Placed[] | undefined;
}

/** Makes an empty collection. A change costs as much as the groups it touches. */
export function createDraftValues(): DraftValues {
  const groups = new Map<string, Group>();
  const held = new Map<string, ReadonlyMap<string, readonly DraftValue[]>>();

  const remove = (path: string): void => {
    for (const key of held.get(path)?.keys() ?? []) {
      const group = groups.get(key)!;
      group.byPath.delete(path);
      group.verdict = undefined;
      if (group.byPath.size === 0) groups.delete(key);
    }
    held.delete(path);
  };

  const otherOf = (value: DraftValue, path: string): Placed | undefined => {
    const group = groups.get(value.key)!;
    if (!isSteady(group.byPath.get(path) ?? [])) return undefined;
    group.verdict ??= verdictOf(group);
    return group.verdict.length === 2 ? group.verdict.find((other) => !agrees(other, value)) : undefined;
  };

  /** Two drafts of one title are versions of one speech when they agree more often than they differ. */
  const areVersions = (path: string, other: string): boolean => {
    let balance = 0;
    for (const [key, [value]] of held.get(path)!) {
      const [theirs] = groups.get(key)?.byPath.get(other) ?? [];
      if (value?.byTitle && theirs) balance += agrees(value, theirs) ? 1 : -1;
    }
    return balance > 0;
  };

  return {
    remove,
    put(path, values) {
      remove(path);
      const byKey = new Map<string, DraftValue[]>();
      for (const value of values) {
        addTo(byKey, value.key, value);
      }
      for (const [key, own] of byKey) {
        const group = groups.get(key) ?? { byPath: new Map(), verdict: undefined };
        group.byPath.set(path, own);
        group.verdict = undefined;
        groups.set(key, group);
      }
      held.set(path, byKey);
    },
    conflicts(path) {
      const versions = new Map<string, boolean>();
      return [...(held.get(path)?.values() ?? [])]
        .flatMap(([own]) => {
          const other = own && otherOf(own, path);
          if (!own || !other) return [];
          if (own.byTitle && !versions.has(other.path))
            versions.set(other.path, areVersions(path, other.path));
          return !own.byTitle || versions.get(other.path) ? [{ own, other, path: other.path }] : [];
        })
        .sort((a, b) => a.own.span.start - b.own.span.start);
    },
  };
}

/** A draft that contradicts itself says nothing to the others. */
function isSteady(values: readonly DraftValue[]): boolean {
  return distinct(values).length === 1;
}

/** One value of each kind, from the first of the drafts that have it. */
function verdictOf({ byPath }: Group): readonly Placed[] {
  const values = [...byPath]
    .filter(([, values]) => isSteady(values))
    .map(([path, [value]]) => ({ ...value!, path }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return distinct(values);
}
