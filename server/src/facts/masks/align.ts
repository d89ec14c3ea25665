import type { Span } from '../../draft/span.ts';
import type { Draft, Paragraph, Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import { MASK } from '../placeholders/alphabet.ts';
import type { Placeholder } from '../placeholders/read.ts';
import { ofOneName } from './names.ts';
import { foldMasks } from './signs.ts';
import type { MaskPlace } from './types.ts';
import { matchPattern, type Pattern, patternOf } from './wildcard.ts';

/** What another draft of the same text has where a mask stands. */
export interface Offer {
  /** To stand in place of the placeholder's text. */
  readonly text: string;
  /** In the source of the other draft; the first such place. */
  readonly span: Span;
}

/** A paragraph or a sentence of it, with its placeholders. */
interface Unit {
  readonly paragraph: Paragraph;
  readonly span: Span;
  readonly placeholders: readonly Placeholder[];
}

/** Shorter pieces stand in too many sentences to find one by. */
const PROBE = 8;
/** Of places that begin alike no more are compared, so that the cost stays linear. */
const MOST_CANDIDATES = 8;
const LONGEST_VALUE = 40;
const STILL_MASKED = new RegExp(`${MASK}|[_＿]{2}|某某`);

/**
 * What `other`, a draft of the same text with the blanks filled in, has for the placeholders of a speech: first by whole
 * paragraphs, then by sentences. A place that could be read in two ways gets nothing. The cost is linear in the two texts.
 */
export function valuesFrom(speech: Speech, memory: FactMemory, other: Draft): ReadonlyMap<MaskPlace, Offer> {
  const offers = new Map<number, Offer>();
  const wholes = speech.paragraphs
    .map((paragraph) => wholeUnit(paragraph, memory.of(paragraph.text).placeholders))
    .filter(({ placeholders }) => placeholders.length > 0);
  const others = other.speeches.flatMap(({ paragraphs }) =>
    paragraphs.map((paragraph) => wholeUnit(paragraph, [])),
  );
  compare(wholes, others, offers);
  const open = wholes.filter((unit) => unit.placeholders.some((one) => !offers.has(placeOf(unit, one))));
  if (open.length > 0) compare(open.flatMap(sentences), others.flatMap(sentences), offers);
  return spread(memory, speech, offers);
}

const wholeUnit = (paragraph: Paragraph, placeholders: readonly Placeholder[]): Unit => ({
  paragraph,
  span: { start: 0, end: paragraph.text.length },
  placeholders,
});

const placeOf = ({ paragraph }: Unit, { span }: Placeholder): number => paragraph.toSource(span).start;

/** The sentences and clauses up to a semicolon, each with its own placeholders. */
function sentences({ paragraph, placeholders }: Unit): readonly Unit[] {
  return [...paragraph.text.matchAll(/[^。！？；]+[。！？；]*/g)].map(({ 0: words, index }) => {
    const span = { start: index, end: index + words.length };
    const inside = placeholders.filter((p) => p.span.start >= span.start && p.span.end <= span.end);
    return { paragraph, span, placeholders: inside };
  });
}

/** Puts what `others` have for the placeholders of `units` into `offers`, by the source offset of the placeholder. */
function compare(units: readonly Unit[], others: readonly Unit[], offers: Map<number, Offer>): void {
  const probes = new Map<string, { readonly unit: Unit; readonly pattern: Pattern }[]>();
  for (const unit of units) {
    if (unit.placeholders.length === 0) continue;
    const pattern = patternOf(unit.paragraph.text, unit.span, unit.placeholders);
    const longest = pattern.pieces.reduce((best, piece) => (piece.length > best.length ? piece : best));
    if (longest.length < PROBE) continue;
    const key = longest.slice(0, PROBE);
    const alike = probes.get(key) ?? [];
    if (alike.length < MOST_CANDIDATES) probes.set(key, [...alike, { unit, pattern }]);
  }
  if (probes.size === 0) return;
  const seen = new Map<Unit, (readonly (readonly [number, Offer])[])[]>();
  for (const candidate of others) {
    const text = candidate.paragraph.text.slice(candidate.span.start, candidate.span.end);
    const tried = new Set<Unit>();
    for (let at = 0; at + PROBE <= text.length; at++) {
      for (const { unit, pattern } of probes.get(text.slice(at, at + PROBE)) ?? []) {
        const readings = seen.get(unit) ?? [];
        if (tried.has(unit) || readings.length >= MOST_CANDIDATES) continue;
        tried.add(unit);
        const gaps = matchPattern(pattern, text);
        if (gaps) seen.set(unit, [...readings, readOffers(unit, pattern, candidate, gaps)]);
      }
    }
  }
  for (const readings of seen.values()) {
    for (const [place, offer] of readings[0]!) {
      const sure = readings.every((reading) =>
        reading.some(([at, { text }]) => at === place && text === offer.text),
      );
      if (sure && !offers.has(place)) offers.set(place, offer);
    }
  }
}

/** The placeholders of a unit as the candidate has them, by their source offsets. */
function readOffers(
  unit: Unit,
  { gaps }: Pattern,
  { paragraph, span }: Unit,
  found: readonly Span[],
): readonly (readonly [number, Offer])[] {
  const text = (from: number, to: number): string => paragraph.text.slice(span.start + from, span.start + to);
  const byPlaceholder = new Map<Placeholder, { start: number; end: number; sure: boolean }>();
  gaps.forEach(({ placeholder, before, after }, i) => {
    const { start, end } = found[i]!;
    const known = byPlaceholder.get(placeholder);
    const sure = (known?.sure ?? true) && isValue(text(start, end), placeholder);
    byPlaceholder.set(placeholder, { start: known?.start ?? start - before, end: end + after, sure });
  });
  return [...byPlaceholder].flatMap(([placeholder, { start, end, sure }]) => {
    const inside = { start: span.start + start, end: span.start + end };
    const offer = { text: text(start, end), span: paragraph.toSource(inside) };
    return sure ? [[placeOf(unit, placeholder), offer] as const] : [];
  });
}

/** Whether a gap is filled by something that its placeholder may stand for. */
function isValue(text: string, { kind }: Placeholder): boolean {
  if (text === '' || text.length > LONGEST_VALUE || /[。！？；，]/.test(text) || STILL_MASKED.test(text))
    return false;
  return kind === 'number' || kind === 'date' || kind === 'ordinal'
    ? /^[\d０-９.．,一二三四五六七八九十百千零〇两几-]+$/.test(text)
    : true;
}

/** What one place of a 省 or 市 gets, its other places get that are written alike; two different offers cancel out. */
function spread(
  memory: FactMemory,
  speech: Speech,
  offers: ReadonlyMap<number, Offer>,
): ReadonlyMap<MaskPlace, Offer> {
  const out = new Map<MaskPlace, Offer>();
  for (const { kind, several, places } of memory.ofSpeech(speech).masks) {
    const common =
      several || kind !== 'name' || !ofOneName(places[0]!.text)
        ? new Map<string, Offer>()
        : commonOffers(places, offers);
    for (const place of places) {
      const offer = offers.get(place.span.start) ?? common.get(foldMasks(place.text));
      if (offer) out.set(place, offer);
    }
  }
  return out;
}

/** By the way a place is written, the one thing that all offers for it say. */
function commonOffers(
  places: readonly MaskPlace[],
  offers: ReadonlyMap<number, Offer>,
): ReadonlyMap<string, Offer> {
  const common = new Map<string, Offer>();
  const doubtful = new Set<string>();
  for (const { span, text } of places) {
    const offer = offers.get(span.start);
    const key = foldMasks(text);
    const known = common.get(key);
    if (offer && known && known.text !== offer.text) doubtful.add(key);
    else if (offer && !known) common.set(key, offer);
  }
  return new Map([...common].filter(([key]) => !doubtful.has(key)));
}
