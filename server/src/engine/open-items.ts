import { speechAt } from '../draft/place.ts';
import type { Span } from '../draft/span.ts';
import type { Draft, Speech } from '../draft/types.ts';
import { createFactMemory, type FactMemory } from '../facts/facts.ts';
import { type Offer, valuesFrom } from '../facts/masks/align.ts';
import type { MaskEntity, MaskPlace } from '../facts/masks/types.ts';
import type { Finding } from './types.ts';

/** A draft of the same text with the blanks filled in, and the name it was given by. */
export interface ValueSource {
  readonly name: string;
  readonly draft: Draft;
}

/** What a place may be filled with, and where that is from: a file's name, or undefined for the speech itself. */
export interface Filling {
  readonly text: string;
  readonly from?: string;
  /** In the source of `from`. */
  readonly span?: Span;
}

export interface OpenPlace {
  readonly span: Span;
  readonly text: string;
  readonly fill?: Filling;
}

/** One thing left to do in a speech: something to fill in, or residue to take away. */
export interface OpenItem {
  /** From 0. */
  readonly speech: number;
  readonly kind: string;
  readonly label: string;
  readonly places: readonly OpenPlace[];
  /** Undefined for residue. */
  readonly entity?: MaskEntity;
}

const KINDS: Readonly<Record<MaskEntity['kind'], string>> = {
  number: '数字',
  date: '日期',
  ordinal: '届次',
  name: '名称',
  word: '词语',
  blank: '空白',
};

const LEFTOVERS: Readonly<Record<string, string>> = {
  'leftover-page-number': '页码',
  'leftover-web-text': '网页残留',
  'leftover-draft-mark': '稿次标记',
};

/** What is left to do in a checked file, thing by thing, in order. Only what the rules in force report is listed. */
export function openItems(
  { draft, findings }: { readonly draft?: Draft | undefined; readonly findings: readonly Finding[] },
  sources: readonly ValueSource[] = [],
  memory: FactMemory = createFactMemory(),
): readonly OpenItem[] {
  if (!draft || findings.length === 0) return [];
  const reported = new Map(findings.map((finding) => [`${finding.ruleId}:${finding.span.start}`, finding]));
  const residue = new Map<Speech | undefined, Finding[]>();
  for (const finding of findings) {
    const speech = speechAt(draft, finding.span.start);
    residue.set(speech, residue.get(speech) ?? []);
    residue.get(speech)!.push(finding);
  }
  const items = draft.speeches.flatMap((speech, index) => [
    ...masksOf(speech, index, memory, reported, sources),
    ...leftovers(residue.get(speech) ?? [], index, draft.text),
  ]);
  return items.sort((a, b) => a.places[0]!.span.start - b.places[0]!.span.start);
}

function masksOf(
  speech: Speech,
  index: number,
  memory: FactMemory,
  reported: ReadonlyMap<string, Finding>,
  sources: readonly ValueSource[],
): readonly OpenItem[] {
  const offers = sources.map(({ name, draft }) => ({ name, values: valuesFrom(speech, memory, draft) }));
  return memory.ofSpeech(speech).masks.flatMap((entity) => {
    const { kind, label } = entity;
    const places = entity.places
      .filter(({ span }) => reported.has(`placeholder-${kind}:${span.start}`))
      .map((place) => openPlace(place, offers));
    return places.length > 0 ? [{ speech: index, kind: KINDS[kind], label, places, entity }] : [];
  });
}

function openPlace(
  place: MaskPlace,
  offers: readonly { readonly name: string; readonly values: ReadonlyMap<MaskPlace, Offer> }[],
): OpenPlace {
  const { span, text, fill } = place;
  if (fill !== undefined) return { span, text, fill: { text: fill } };
  for (const { name, values } of offers) {
    const offer = values.get(place);
    if (offer) return { span, text, fill: { text: offer.text, from: name, span: offer.span } };
  }
  return { span, text };
}

/** Residue of the same words is one thing. */
function leftovers(findings: readonly Finding[], speech: number, source: string): readonly OpenItem[] {
  const items = new Map<
    string,
    { readonly kind: string; readonly label: string; readonly places: OpenPlace[] }
  >();
  for (const { ruleId, span } of findings) {
    const kind = LEFTOVERS[ruleId];
    if (kind === undefined) continue;
    const text = source.slice(span.start, span.end);
    const item = items.get(kind + text) ?? { kind, label: text, places: [] };
    items.set(kind + text, item);
    item.places.push({ span, text });
  }
  return [...items.values()].map((item) => ({ speech, ...item }));
}
