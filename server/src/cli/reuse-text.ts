import { describePlace } from '../draft/place.ts';
import { describeSource } from '../rules/shared/reuse-report.ts';
import { createPlaces, createPlacesOf } from './places.ts';
import type { FileReuse, PlacedFigure } from './reuse-pairs.ts';
import { printable, printableLine } from './width.ts';

/** Shared passages for people: both places, length, share, the figures. */
export function reuseText(files: readonly FileReuse[], textOf: (path: string) => string | undefined): string {
  return files.map((file) => fileText(file, textOf)).join('\n');
}

function fileText(
  { path, draft, pairs, length, share }: FileReuse,
  textOf: (path: string) => string | undefined,
): string {
  const placesOf = createPlacesOf(createPlaces(draft.text), textOf);
  const lines = pairs.flatMap((pair) => {
    const { line, column } = placesOf().position(pair.own.start);
    const there = placesOf(pair.source.path).position(pair.other.start);
    const known = textOf(pair.source.path) !== undefined;
    const place = known ? `${pair.source.path}:${there.line}:${there.column}` : pair.source.path;
    return [
      `  ${line}:${column}  ${printable(describePlace(draft, pair.own.start))}  ${pair.length}字，占本篇${percent(pair.share)}`,
      `    “${printable(excerpt(pair.text))}”`,
      `    ↳ ${printable(place)}  ${printable(describeSource(pair.source, undefined))}`,
      ...figuresText(pair.same, pair.changed),
    ];
  });
  const total =
    pairs.length === 0
      ? '没有60字以上相同的段落'
      : `${pairs.length}处相同，覆盖${length}字，占${percent(share)}`;
  return `${[`${printableLine(path)}：${total}`, ...lines].join('\n')}\n`;
}

function figuresText(same: readonly PlacedFigure[], changed: readonly PlacedFigure[]): readonly string[] {
  return [
    ...(same.length > 0 ? [`    数字未变：${same.map(({ own }) => own).join('、')}`] : []),
    ...(changed.length > 0
      ? [`    数字已变：${changed.map(({ own, other }) => `${other}→${own}`).join('、')}`]
      : []),
  ];
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 40)}……${text.slice(-16)}`;
}

function percent(share: number): string {
  return `${Math.max(share > 0 ? 1 : 0, Math.round(share * 100))}%`;
}
