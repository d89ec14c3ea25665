const SHORTEST = 6;
const MARKUP = /^#{1,6}[ 　]+|[ 　]+/g;

/** Whether the title line `at` of `lines` (without outer spaces) says the title of the line before it once more, one empty line allowed. */
export function isDoubledTitle(lines: readonly string[], at: number): boolean {
  const line = lines[at]!;
  if (line.length < SHORTEST || at === 0) return false;
  const before = lines[at - 1] || lines[at - 2] || '';
  return before.replace(MARKUP, '') === line.replace(MARKUP, '');
}
