/** The name that a mistyped one cuts short, or is within a third of its length (at least 2 edits); else undefined. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const whole = name.length < 3 ? undefined : names.find((candidate) => candidate.startsWith(name));
  if (whole !== undefined) return whole;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least && distance < candidate.length) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** `，是否要写“rules”？` or nothing. */
export function suggestion(name: string, names: readonly string[]): string {
  const close = nearest(name, names);
  return close === undefined ? '' : `，是否要写“${close}”？`;
}

/** Levenshtein distance in UTF-16 units. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}
