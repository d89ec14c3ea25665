import { toJson } from './json.ts';
import { createPlaces, createPlacesOf } from './places.ts';
import type { FileReuse, PlacedFigure } from './reuse-pairs.ts';
import { VERSION } from './version.ts';

/** Shared passages as one JSON object. `range` of the other place is absent where its file is not at hand. */
export function reuseJson(files: readonly FileReuse[], textOf: (path: string) => string | undefined): string {
  const tool = { name: 'hegao', version: VERSION };
  return `${toJson({ tool, files: files.map((file) => fileObject(file, textOf)) }, 2)}\n`;
}

function fileObject(
  { path, draft, pairs, length, share }: FileReuse,
  textOf: (path: string) => string | undefined,
): unknown {
  const placesOf = createPlacesOf(createPlaces(draft.text), textOf);
  return {
    path,
    length,
    share: rounded(share),
    passages: pairs.map(({ source, text, own, other, ...pair }) => {
      const { title, year, paragraphs } = source.draft.speeches[source.speech]!;
      return {
        text,
        length: pair.length,
        share: rounded(pair.share),
        range: placesOf().range(own),
        offset: own,
        source: {
          path: source.path,
          title,
          year,
          speech: source.speech + 1,
          part: paragraphs[source.paragraph]!.part,
          offset: other,
          ...(textOf(source.path) === undefined ? {} : { range: placesOf(source.path).range(other) }),
        },
        figures: { same: pair.same.map(figureObject), changed: pair.changed.map(figureObject) },
      };
    }),
  };
}

function figureObject({ own, other, at, there }: PlacedFigure): unknown {
  return {
    text: own,
    offset: { start: at, end: at + own.length },
    other: { text: other, offset: { start: there, end: there + other.length } },
  };
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
