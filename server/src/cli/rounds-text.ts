import { describePlace } from '../draft/place.ts';
import type { PlacedChange } from '../engine/rounds.ts';
import { createPlaces, type Places } from './places.ts';
import type { ShownRound } from './rounds.ts';
import { byKind, headline, shown, topicOf, wayOf } from './rounds-words.ts';
import { printable } from './width.ts';

/** Two versions for people: by kind, each change with both values and both places. */
export function roundText(round: ShownRound): string {
  const [old, now] = [createPlaces(round.old.draft.text), createPlaces(round.now.draft.text)];
  const groups = byKind(round.changes).flatMap(({ name, changes }) => [
    '',
    `${name}（${changes.length}处）`,
    ...changes.flatMap((change) => linesOf(change, old, now)),
  ]);
  const halves = round.halves.flatMap(({ message, span }) => [
    `  ${placed(now, span.start, describePlace(round.now.draft, span.start))}`,
    `    ${printable(message)}`,
  ]);
  const left = halves.length > 0 ? ['', `可能漏改（${round.halves.length}处）`, ...halves] : [];
  return `${[headline(round), ...groups, ...left].join('\n')}\n`;
}

function linesOf(change: PlacedChange, oldPlaces: Places, nowPlaces: Places): readonly string[] {
  const { way, old, now, oldPlace, nowPlace } = change;
  const [from, to] = [old && `“${shown(old.text)}”`, now && `“${shown(now.text)}”`];
  const values = way === 'moved' ? to : [from, to].filter((side) => side !== undefined).join(' → ');
  const places = [
    ...(old ? [`旧稿 ${placed(oldPlaces, old.span.start, oldPlace)}`] : []),
    ...(now ? [`新稿 ${placed(nowPlaces, now.span.start, nowPlace)}`] : []),
  ];
  return [`  ${wayOf(change)} ${topicOf(change)}${values}`, `    ${places.join('，')}`];
}

function placed(places: Places, offset: number, place: string): string {
  const { line, column } = places.position(offset);
  return `${line}:${column}（${printable(place)}）`;
}
