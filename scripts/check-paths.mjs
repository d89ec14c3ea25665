// Which arguments of `hegao check` are paths; plain Node, because nothing is installed yet.

/** The options whose value is an argument of its own. */
export const WITH_VALUE = [
  '--preset',
  '--config',
  '--stdin-filename',
  '--annotate',
  '--annotate-date',
  '--cache-location',
  '--shard',
  '--workers',
  '--format',
  '--output-file',
  '--fail-on',
  '--rule',
  '--fix-type',
  '--baseline',
  '--since',
  '--since-file',
  '--print-config',
  '--archive',
];

/** Whether arguments name something to check: a path, a glob or `-`; the value of an option is none. */
export function namesPath(args) {
  const [first, ...rest] = args;
  if (first === undefined) return false;
  if (first === '--') return rest.length > 0;
  if (WITH_VALUE.includes(first)) return namesPath(rest.slice(1));
  return first === '-' || !first.startsWith('-') || namesPath(rest);
}
