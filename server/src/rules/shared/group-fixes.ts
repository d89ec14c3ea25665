import type { Fix } from '../../engine/types.ts';

const LARGE = 200;

/**
 * The fixes of a group of places that are put right together: made once, and offered with every finding of the
 * group. A group of more than 200 places offers them with its first finding alone, so that a list of thousands of
 * wrong numbers does not carry itself thousands of times.
 */
export function groupFixes<Group extends object>(
  make: (group: Group) => readonly Fix[],
  sizeOf: (group: Group) => number,
): (group: Group) => readonly Fix[] {
  const made = new Map<Group, readonly Fix[]>();
  return (group) => {
    const known = made.get(group);
    if (known) return sizeOf(group) > LARGE ? [] : known;
    const fixes = make(group);
    made.set(group, fixes);
    return fixes;
  };
}
