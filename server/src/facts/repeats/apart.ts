import { firstWhere } from '../../draft/halving.ts';
import type { RepeatPlace } from './find.ts';
import type { JudgedRepeat } from './judge.ts';

/** The first of them, at most `limit`, without those most of whose places lie in or around places of a weightier one. */
export function apart(judged: readonly JudgedRepeat[], limit: number): readonly JudgedRepeat[] {
  const kept: JudgedRepeat[] = [];
  for (const repeat of judged) {
    if (kept.length === limit) break;
    const shared = (other: JudgedRepeat): number =>
      repeat.close.filter((place) => overlapsOne(place, other.places)).length;
    if (!kept.some((other) => shared(other) * 2 >= repeat.close.length)) kept.push(repeat);
  }
  return kept;
}

/** Whether a place overlaps one of several, which stand in the order of the text. */
function overlapsOne({ index, span }: RepeatPlace, places: readonly RepeatPlace[]): boolean {
  const reaches = (other: RepeatPlace): boolean =>
    other.index > index || (other.index === index && other.span.end > span.start);
  const next = places[firstWhere(places.length, (at) => reaches(places[at]!))];
  return next !== undefined && next.index === index && next.span.start < span.end;
}
