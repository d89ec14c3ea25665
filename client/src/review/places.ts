import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { OpenSpeech as SentSpeech } from '../protocol/index.ts';

/** A place to fill in; `text` is what stands there. */
export interface OpenPlace {
  readonly range: vscode.Range;
  readonly text: string;
  readonly sentence: string;
  readonly at: number;
  readonly where: string;
  readonly fill?: string;
}

/** One thing with all its places. */
export interface OpenThing {
  readonly kind: string;
  readonly label: string;
  readonly several: boolean;
  readonly places: readonly OpenPlace[];
}

export interface OpenSpeech {
  readonly title: string;
  readonly range: vscode.Range;
  readonly things: readonly OpenThing[];
}

/** A file with what is left to fill in in it. */
export interface OpenFile {
  readonly uri: vscode.Uri;
  /** Version of the document that the ranges fit; undefined where it is not open. */
  readonly version: number | undefined;
  readonly speeches: readonly OpenSpeech[];
}

/** What the server sent, with VS Code's own ranges. */
export function openFile(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  version: number | null,
  speeches: readonly SentSpeech[],
): OpenFile {
  const { asRange } = client.protocol2CodeConverter;
  return {
    uri,
    version: version ?? undefined,
    speeches: speeches.map(({ title, range, things }) => ({
      title,
      range: asRange(range),
      things: things.map((thing) => ({
        ...thing,
        places: thing.places.map((place) => ({ ...place, range: asRange(place.range) })),
      })),
    })),
  };
}

/** All places of a file in the order of the text. */
export function placesOf({ speeches }: OpenFile): readonly OpenPlace[] {
  return speeches
    .flatMap(({ things }) => things.flatMap(({ places }) => places))
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

export function countOf({ speeches }: OpenFile): number {
  return speeches.reduce((sum, { things }) => sum + countPlaces(things), 0);
}

export function countPlaces(things: readonly OpenThing[]): number {
  return things.reduce((sum, { places }) => sum + places.length, 0);
}

/** A file without some of its places; things and speeches that have none left go too. */
export function withoutPlaces(file: OpenFile, gone: (place: OpenPlace) => boolean): OpenFile {
  return {
    ...file,
    speeches: file.speeches
      .map((speech) => ({
        ...speech,
        things: speech.things
          .map((thing) => ({ ...thing, places: thing.places.filter((place) => !gone(place)) }))
          .filter(({ places }) => places.length > 0),
      }))
      .filter(({ things }) => things.length > 0),
  };
}
