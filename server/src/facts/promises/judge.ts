import { firstWhere } from '../../draft/halving.ts';
import { addTo } from '../../draft/lists.ts';
import type { Span } from '../../draft/span.ts';
import type { Heading, Speech } from '../../draft/types.ts';
import { mapSaid } from '../columns.ts';
import type { FactMemory, ParagraphFacts } from '../facts.ts';
import type { Promised } from '../promises.ts';
import type { Series } from '../series-runs.ts';
import {
  type Candidate,
  closeCandidates,
  listCandidates,
  type Parts,
  rememberItems,
  runCandidate,
  seriesCandidate,
} from './candidates.ts';

/** An announcement weighed against the items that the speech holds. Spans are offsets in the source. */
export interface JudgedPromise {
  readonly promise: Promised;
  readonly span: Span;
  readonly digits: Span;
  /** `open`: nothing is found that surely belongs to it, or too little to say. */
  readonly verdict: 'kept' | 'broken' | 'open';
  /** The items that keep it, or that stand in place of them; undefined when it is open. */
  readonly found: Candidate | undefined;
}

/** Weighs every announcement of a speech. The cost is linear in its length. */
export function judgePromises(speech: Speech, memory: FactMemory): readonly JudgedPromise[] {
  const promised = memory.said(speech, promisesIn);
  if (promised.length === 0) return [];
  const parts = collectParts(speech, memory);
  return mapSaid(speech, promised, (promise, paragraph, index): JudgedPromise => {
    const candidates = [
      ...(parts.ledBy.get(promise)?.get(index) ?? []),
      ...distantParts(parts, promise, index),
      ...(promise.voice === 'back' ? partsBefore(parts, promise, index) : []),
      ...listCandidates(promise, paragraph),
    ];
    const kept = candidates.find(
      ({ least, most, last }) => (least <= promise.count && promise.count <= most) || last === promise.count,
    );
    const broken = kept
      ? undefined
      : candidates.find((candidate) => candidate.sure && !endsUnnumbered(candidate, promise));
    return {
      promise,
      span: paragraph.toSource(promise.span),
      digits: paragraph.toSource(promise.digits),
      verdict: kept ? 'kept' : broken ? 'broken' : 'open',
      found: kept ?? broken,
    };
  });
}

const promisesIn = ({ announced }: ParagraphFacts) => announced.promises;

/** The last point may go without a number: 最后，… */
function endsUnnumbered({ most, tail }: Candidate, { count }: Promised): boolean {
  return most === count - 1 && /(?:^|[。！？；])(?:最后|此外|另外|还有|再就是)/.test(tail);
}

/** Where parts begin: runs of headings and series, by place, and the promises that lead over to them. */
interface Reading extends Parts {
  readonly ledBy: ReadonlyMap<Promised, ReadonlyMap<number, readonly Candidate[]>>;
  readonly seriesAt: ReadonlyMap<number, Series>;
  /** By the paragraph of their first mark. */
  readonly seriesFrom: ReadonlyMap<number, readonly Series[]>;
}

function collectParts(speech: Speech, memory: FactMemory): Reading {
  const { numbering, series } = memory.ofSpeech(speech);
  const runs = new Map<Heading, readonly Heading[]>();
  const runOf = new Map<Heading, readonly Heading[]>();
  const place = new Map<Heading, number>();
  for (const run of numbering.runs) {
    if (run.length > 1 && run[0]!.marker.ordinal === 1) runs.set(run[0]!, run);
    run.forEach((heading, i) => {
      runOf.set(heading, run);
      place.set(heading, i);
    });
  }
  const order = new Map(speech.headings.map((heading, i) => [heading, i]));
  const after: number[] = new Array<number>(speech.paragraphs.length);
  let next = speech.headings.length;
  for (let i = speech.paragraphs.length - 1; i >= 0; i--) {
    after[i] = next;
    while (next > 0 && speech.headings[next - 1]!.paragraph === i) next--;
  }
  const parts: Parts = {
    speech,
    runs,
    runOf,
    order,
    place,
    itemsOf: rememberItems(),
    nextHeading: after,
    text: (index) => speech.paragraphs[index]!.text,
  };
  const ledBy = new Map<Promised, Map<number, Candidate[]>>();
  const lead = (promise: Promised, index: number, candidates: readonly Candidate[]): void => {
    const places = ledBy.get(promise) ?? new Map<number, Candidate[]>();
    places.set(index, [...(places.get(index) ?? []), ...candidates]);
    ledBy.set(promise, places);
  };
  const offsets = markOffsets(speech, memory);
  const seriesAt = new Map<number, Series>();
  const seriesFrom = new Map<number, Series[]>();
  for (const one of series.series) {
    const first = one.marks[0]!;
    addTo(seriesFrom, first.paragraph, one);
    const offset = offsets(first.paragraph, first.span.start);
    if (first.head && !seriesAt.has(first.paragraph)) seriesAt.set(first.paragraph, one);
    for (const found of leadIn(speech, memory, first.paragraph, offset)) {
      lead(found.promise, found.paragraph, [seriesCandidate(parts, one, found)]);
    }
  }
  for (const run of runs.values()) {
    if (run[0]!.glued) continue;
    for (const found of leadIn(speech, memory, run[0]!.paragraph, 0)) {
      lead(found.promise, found.paragraph, closeCandidates(parts, run, found));
    }
  }
  return { ...parts, ledBy, seriesAt, seriesFrom };
}

/** Offset in its paragraph of a mark of which the place in the source is known. */
function markOffsets(speech: Speech, memory: FactMemory): (paragraph: number, start: number) => number {
  let known = -1;
  let starts = new Map<number, number>();
  return (index, start) => {
    if (known !== index) {
      const paragraph = speech.paragraphs[index]!;
      starts = new Map(
        memory.of(paragraph.text).series.map(({ span }) => [paragraph.toSource(span).start, span.start]),
      );
      known = index;
    }
    return starts.get(start) ?? 0;
  };
}

/** A promise that leads over to parts, and how. */
export interface LeadIn {
  readonly promise: Promised;
  readonly paragraph: number;
  /** A colon, or words that can only mean parts to come. */
  readonly plain: boolean;
}

const CLAUSE = /^[^，。；：、！？“”（）:,]{0,18}”?[^，。；：、！？:,]{0,16}[：，。；:,]?[”\s]{0,9}$/;
const SENTENCE = /^[^。！？；]{0,50}[：。，；:,]?[”\s]*$/;

/** What says in the promise's clause that parts come. */
const ANNOUNCING =
  /(?:抓好|做好|抓住|抓实|做到|干好|办好|突出|从|在|围绕|重点|主要|谋划|实施|存在|需要|须|应当?|要|有|处理好|把握好?|坚持|实现|落实|完成好|推进|解决好?|注意|强化|聚焦|明确|分为?|分成)[^，。；：、]{0,8}$/;
/** A promise that ends its sentence: 三个方面的工作。 三个方面下功夫。 */
const PLAIN_END =
  /^(?:的)?(?:方面)?(?:的)?(?:重点|主要|突出|具体|明显|核心|关键|重要|难点|中心|基本|当前|新的?|大)*[^，。；：、完成了过]{0,5}(?:下功夫|发力|着手|做起|入手|努力|用力|推进|展开|着力)?[。”\s]*$/;

/** The promises of the clause right before an offset; at a paragraph's head, of the clause that ends the one before. */
function leadIn(speech: Speech, memory: FactMemory, index: number, offset: number): readonly LeadIn[] {
  const above = offset === 0;
  const paragraph = speech.paragraphs[above ? index - 1 : index];
  if (!paragraph || paragraph.role === 'title' || paragraph.role === 'byline') return [];
  const { text } = paragraph;
  const end = above ? text.length : offset;
  if (above && paragraph.role !== 'heading' && !/[：。:”]\s{0,2}$/.test(text.slice(-4))) return [];
  const { promises } = memory.of(text).announced;
  const found: LeadIn[] = [];
  for (let i = lastBefore(promises, end); i >= 0; i--) {
    const promise = promises[i]!;
    if (end - promise.after > 60) break;
    const between = text.slice(promise.after, end);
    const near = CLAUSE.test(between) || (promise.voice === 'own' && SENTENCE.test(between));
    if (!near || promise.voice === 'back') break;
    const colon = /[：:]\s{0,2}$/.test(between);
    const told = text.slice(Math.max(0, promise.digits.start - 30), promise.digits.start);
    const telling = above ? ANNOUNCING.test(told) && PLAIN_END.test(between) : !promise.past;
    found.push({
      promise,
      paragraph: above ? index - 1 : index,
      plain:
        promise.voice === 'own' || colon || promise.coming || (promise.general && !promise.past && telling),
    });
  }
  // 两大类五项工作：either number may be meant.
  return found.length > 1 ? found.map((one) => ({ ...one, plain: false })) : found;
}

function lastBefore(promises: readonly Promised[], end: number): number {
  return firstWhere(promises.length, (at) => promises[at]!.after > end) - 1;
}

/** What the speaker announces at the opening may come after more of the opening: the next headings, or points that open paragraphs. */
function distantParts(parts: Reading, promise: Promised, index: number): readonly Candidate[] {
  if (promise.voice !== 'own' || parts.ledBy.get(promise)?.has(index)) return [];
  const next = parts.nextHeading[index]!;
  const heading = parts.speech.headings[next];
  const stop = heading ? heading.paragraph : parts.speech.paragraphs.length;
  const candidates: Candidate[] = [];
  for (let i = index + 1; i < Math.min(stop, index + 4); i++) {
    const series = parts.seriesAt.get(i);
    if (series) {
      candidates.push(seriesCandidate(parts, series, { plain: true }));
      break;
    }
  }
  const run = heading && parts.runs.get(heading);
  const opening = next === 0 || (heading && heading.paragraph - index <= 3);
  if (run && opening) candidates.push(...closeCandidates(parts, run, { plain: true }));
  return candidates;
}

/** The series of the paragraphs before one, as far as a heading: what is summed up there may be one of them. */
function seriesSince(parts: Reading, heading: number, index: number): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let i = Math.max(heading, index - LOOK_BACK); i <= index; i++)
    for (const one of parts.seriesFrom.get(i) ?? [])
      candidates.push({ ...seriesCandidate(parts, one, { plain: false }), kind: 'back' });
  return candidates;
}

/** Paragraphs between points and the words that sum them up. */
const LOOK_BACK = 40;

/** 以上三点 at the head of a paragraph, under the last heading of a run: that run, or any that it belongs to. */
function partsBefore(parts: Reading, { span, count }: Promised, index: number): readonly Candidate[] {
  const last = parts.speech.headings[parts.nextHeading[index]! - 1];
  if (!last || span.start > 4) return [];
  const candidates: Candidate[] = [];
  let closed = true;
  for (let heading: Heading | undefined = last; heading; heading = parts.speech.headings[heading.parent]) {
    const run: readonly Heading[] = parts.runOf.get(heading) ?? [];
    closed &&= run.at(-1) === heading;
    if (run.length > 1) candidates.push({ ...runCandidate(parts, run, closed), kind: 'back' });
    const place = parts.place.get(heading)! + 1;
    if (place > 1 && place === count)
      candidates.push({ ...runCandidate(parts, run.slice(0, place), false), kind: 'back' });
  }
  return [...candidates, ...seriesSince(parts, last.paragraph, index)];
}
