import { addTo } from '../../draft/lists.ts';
import type { Span } from '../../draft/span.ts';
import type { Paragraph, Speech } from '../../draft/types.ts';
import { holdsThen, sentenceAround } from '../dates/within.ts';
import type { FactMemory } from '../facts.ts';
import type { TermEntry, TermHit } from './types.ts';

/** What a speech does against an entry; spans are in the source. */
export interface TermFault {
  readonly entry: TermEntry;
  /** As written; of `order` both items and what joins them. */
  readonly text: string;
  readonly span: Span;
  /** Of `order` the item that is due first, of `agree` the form that the speech has more often. */
  readonly due?: string;
  /** Of `agree` a place of that form. */
  readonly other?: Span;
}

interface Place extends TermHit {
  readonly paragraph: Paragraph;
}

/** Between two neighbours of a list stand a mark or a conjunction and at most a post. */
const JOINED = /^(?:同志|先生|女士)?(?:[、，,]|以?及|[和与])[^、，,。；：！？“”（）《》]{0,12}$/;

/** Everything in a speech that goes against a list of terms, in the order of the text. */
export function readTermFaults(
  speech: Speech,
  entries: readonly TermEntry[],
  memory: FactMemory,
): readonly TermFault[] {
  const places = new Map<TermEntry, Place[]>();
  for (const paragraph of speech.paragraphs) {
    for (const hit of memory.of(paragraph.text).terms(entries)) {
      addTo(places, hit.entry, { ...hit, paragraph });
    }
  }
  const faults = entries.flatMap((entry) => {
    const found = places.get(entry) ?? [];
    if (found.length === 0 && entry.kind !== 'required') return [];
    if (entry.title && !entry.title.some((words) => speech.title.includes(words))) return [];
    if (entry.kind === 'required')
      return found.length === 0 && holdsFor(entry, speech, memory) ? missing(entry, speech) : [];
    const holding = found.filter((place) => holdsAt(place, speech, memory));
    if (entry.kind === 'order') return disordered(entry, holding);
    if (entry.kind === 'agree') return disagreeing(entry, holding);
    return holding.map(({ text, span, paragraph }) => ({ entry, text, span: paragraph.toSource(span) }));
  });
  return faults.sort((a, b) => a.span.start - b.span.start);
}

function holdsFor(entry: TermEntry, speech: Speech, memory: FactMemory): boolean {
  const dated = entry.from !== undefined || entry.to !== undefined;
  return !dated || holdsThen(entry, [], memory.ofSpeech(speech).dates.spoken);
}

function holdsAt({ entry, span, paragraph }: Place, speech: Speech, memory: FactMemory): boolean {
  if (entry.from === undefined && entry.to === undefined) return true;
  const { start, end } = sentenceAround(paragraph.text, span);
  const mentions = memory
    .of(paragraph.text)
    .dates.mentions.filter((mention) => mention.span.start >= start && mention.span.end <= end);
  return holdsThen(entry, mentions, memory.ofSpeech(speech).dates.spoken);
}

/** A speech of a few lines is a piece of one: nothing is asked of it. */
function missing(entry: TermEntry, { title, titleSpan, paragraphs }: Speech): TermFault[] {
  const first = paragraphs[0];
  if (!first || paragraphs.length < 3) return [];
  const span = title === '' ? first.toSource({ start: 0, end: Math.min(first.text.length, 30) }) : titleSpan;
  return [{ entry, text: entry.forms[0]!, span }];
}

/** Neighbours of a list the later of which is due first; one fault a list. */
function disordered(entry: TermEntry, places: readonly Place[]): TermFault[] {
  let told = false;
  return places.slice(1).flatMap((place, i) => {
    const before = places[i]!;
    const { text } = place.paragraph;
    const joined =
      before.paragraph === place.paragraph && JOINED.test(text.slice(before.span.end, place.span.start));
    if (!joined) told = false;
    if (!joined || told || entry.forms.indexOf(before.text) <= entry.forms.indexOf(place.text)) return [];
    told = true;
    const span = { start: before.span.start, end: place.span.end };
    const written = text.slice(span.start, span.end);
    return [{ entry, text: written, span: place.paragraph.toSource(span), due: place.text }];
  });
}

/** The forms that the speech has less often, against the one it has most often (of equals the first). */
function disagreeing(entry: TermEntry, places: readonly Place[]): TermFault[] {
  const counts = new Map<string, number>();
  for (const { text } of places) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [due] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  const usual = places.find(({ text }) => text === due);
  if (!usual || counts.size < 2) return [];
  const other = usual.paragraph.toSource(usual.span);
  return places
    .filter(({ text }) => text !== due)
    .map(({ text, span, paragraph }) => ({ entry, text, span: paragraph.toSource(span), due, other }));
}
