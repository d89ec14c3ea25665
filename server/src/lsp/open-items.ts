import { chineseOrdinal } from '../draft/numerals.ts';
import { describePlace } from '../draft/place.ts';
import { onOneLine, type Span, slice } from '../draft/span.ts';
import type { Draft } from '../draft/types.ts';
import { type OpenItem, type OpenPlace as OpenSpan, openItems } from '../engine/open-items.ts';
import type { Finding } from '../engine/types.ts';
import type { FactMemory } from '../facts/facts.ts';
import type { MaskEntity } from '../facts/masks/types.ts';
import { toRange } from './convert.ts';
import type { CheckedDraft } from './file-check.ts';
import type { OpenPlace, OpenSpeech, OpenThing } from './protocol/index.ts';

/** How much of a sentence is shown on each side of a place. */
const REACH = 40;

/** Something to fill in; `entity` is never undefined. */
export interface OpenEntity extends OpenItem {
  readonly entity: MaskEntity;
}

/** A place with the thing that it asks for. */
export interface EntityPlace {
  readonly item: OpenEntity;
  readonly place: OpenSpan;
}

/** What is left to fill in in a checked draft, speech by speech and thing by thing, in order. */
export function openSpeeches(checked: CheckedDraft, memory: FactMemory): readonly OpenSpeech[] {
  const { document, draft } = checked;
  const bySpeech = new Map<number, OpenThing[]>();
  for (const item of openEntities(checked, memory)) {
    const things = bySpeech.get(item.speech) ?? [];
    bySpeech.set(item.speech, things);
    things.push({
      kind: item.kind,
      label: item.label,
      several: item.entity.several,
      places: item.places.map((place) => showPlace(checked, place)),
    });
  }
  return [...bySpeech]
    .sort(([a], [b]) => a - b)
    .map(([index, things]) => ({
      title: titleOf(draft, index),
      range: toRange(document, draft.speeches[index]!.span),
      things,
    }));
}

/** The things left to fill in, without residue. */
export function openEntities(
  { draft, findings }: { readonly draft: Draft; readonly findings: readonly Finding[] },
  memory: FactMemory,
): readonly OpenEntity[] {
  return openItems({ draft, findings }, [], memory).filter(
    (item): item is OpenEntity => item.entity !== undefined,
  );
}

/** The place that begins at an offset, or else holds or touches it. */
export function placeAt(items: readonly OpenEntity[], offset: number): EntityPlace | undefined {
  const here = items.flatMap((item) =>
    item.places
      .filter(({ span }) => span.start <= offset && offset <= span.end)
      .map((place) => ({ item, place })),
  );
  return here.find(({ place }) => place.span.start === offset) ?? here[0];
}

/** 本篇题目, 第二篇 where it has none, 全文 where there is but one. */
export function titleOf({ speeches }: Draft, index: number): string {
  const { title } = speeches[index]!;
  if (title !== '') return title;
  return speeches.length === 1 ? '全文' : `第${chineseOrdinal(index + 1) || index + 1}篇`;
}

function showPlace({ document, draft }: CheckedDraft, { span, fill }: OpenSpan): OpenPlace {
  const { sentence, at } = sentenceAround(draft.text, span);
  return {
    range: toRange(document, span),
    text: slice(draft.text, span),
    sentence,
    at,
    where: describePlace(draft, span.start),
    ...(fill === undefined ? {} : { fill: fill.text }),
  };
}

/** The sentence that holds a span, on one line, cut where it is long. */
function sentenceAround(
  source: string,
  { start, end }: Span,
): { readonly sentence: string; readonly at: number } {
  const before = /(?<![^。；！？\r\n])[^。；！？\r\n]*$/
    .exec(source.slice(Math.max(0, start - REACH), start))![0]
    .trimStart();
  const after = /^[^。；！？\r\n]*[。；！？]?/.exec(source.slice(end, end + REACH))![0].trimEnd();
  const text = onOneLine(source.slice(start, end));
  return { sentence: before + text + after, at: before.length };
}
