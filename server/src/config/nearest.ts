import { editDistance } from '../words/distance.ts';

/** The name that a mistyped one cuts short, or is within a third of its length (at least 2 edits); else undefined. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const whole = name.length < 3 ? undefined : names.find((candidate) => candidate.startsWith(name));
  if (whole !== undefined) return whole;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least && distance < Math.min(candidate.length, name.length)) {
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
