import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver';
import type { Span } from '../../draft/span.ts';
import { figureAt, figuresNamedAt, mentionsOf } from '../../engine/figures/mentions.ts';
import type { SpeechFigure } from '../../facts/figures/types.ts';
import { toRange } from '../convert.ts';
import { type FigurePlace, type FigureReading, placeOf } from './reading.ts';

/**
 * All places of the thing at a position, in order: of a placeholder, every place that asks for the same; of a figure,
 * every mention in its speech; of an indicator's name, every mention of the figures that it stands for.
 */
export function references(reading: FigureReading, position: Position): Location[] {
  const { document } = reading;
  return (spansAt(reading, position)?.spans ?? []).map((span) => ({
    uri: document.uri,
    range: toRange(document, span),
  }));
}

/** The same places in the text; on a name, the names are among them. */
export function highlights(reading: FigureReading, position: Position): DocumentHighlight[] {
  const found = spansAt(reading, position);
  return inOrder([...(found?.spans ?? []), ...(found?.names ?? [])]).map((span) => ({
    range: toRange(reading.document, span),
    kind: DocumentHighlightKind.Text,
  }));
}

interface Found {
  readonly spans: readonly Span[];
  readonly names?: readonly Span[];
}

function spansAt(reading: FigureReading, position: Position): Found | undefined {
  const place = placeOf(reading, position);
  if (!place) return undefined;
  const masks = maskPlaces(reading, place);
  if (masks) return { spans: masks };
  const one = figureAt(place.figures, place.offset);
  if (one) return { spans: mentionsOf(place.figures, one).map(({ span }) => span) };
  const named = figuresNamedAt(place.figures, place.offset);
  if (named.length === 0) return undefined;
  const all = place.figures.filter((other) => named.some((mine) => sameKey(other, mine)));
  return {
    spans: all.map(({ span }) => span),
    names: all.flatMap(({ indicatorSpan }) => indicatorSpan ?? []),
  };
}

function sameKey(a: SpeechFigure, b: SpeechFigure): boolean {
  return a === b || (a.key !== undefined && a.key === b.key);
}

function maskPlaces({ memory }: FigureReading, { speech, offset }: FigurePlace): readonly Span[] | undefined {
  return memory
    .ofSpeech(speech)
    .masks.map(({ places }) => places.map(({ span }) => span))
    .find((spans) => spans.some(({ start, end }) => start <= offset && offset <= end));
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  const once = new Map(spans.map((span) => [`${span.start} ${span.end}`, span]));
  return [...once.values()].sort((a, b) => a.start - b.start);
}
