import { firstWhere } from '../../draft/halving.ts';
import type { Span } from '../../draft/span.ts';
import type { Draft, Paragraph, Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import { nodeName } from '../tree/name.ts';
import type { OutlineNode } from '../tree/types.ts';
import { voicedParagraphs } from './voiced.ts';

/** Characters a minute at which a report is read at a meeting (practice: 180 to 220; news readers are faster). */
export const READING_RATE = 200;
/** What may be set as a rate. */
export const RATES = { lowest: 60, highest: 400 } as const;
/** Name of what stands before the first heading. */
export const OPENING = '开头';
/** Headings down to this level are given a time of their own. */
const DEEPEST = 2;

/** A section with what it takes to read it, its subsections included. */
export interface SectionTime {
  /** Marker and title; 开头 for what stands before the first heading. */
  readonly name: string;
  /** 1 for the outermost. */
  readonly level: number;
  readonly span: Span;
  readonly syllables: number;
}

/** What it takes to read a speech. Title, speaker and date are not read aloud and do not count. */
export interface SpeechTime {
  readonly span: Span;
  readonly syllables: number;
  readonly sections: readonly SectionTime[];
}

/** Syllables of each speech and of its sections, in the order of the text. */
export function timeSpeeches(draft: Draft, memory: FactMemory): readonly SpeechTime[] {
  return draft.speeches.map((speech) => timeSpeech(speech, memory));
}

function timeSpeech(speech: Speech, memory: FactMemory): SpeechTime {
  const count = createCounter(speech, memory);
  const { tree } = memory.ofSpeech(speech);
  const headings = tree.filter(({ kind }) => kind === 'heading');
  const first = headings[0]?.extent.start;
  const opening = { start: speech.span.start, end: first ?? speech.span.start };
  const before = count(opening);
  return {
    span: speech.span,
    syllables: count(speech.span),
    sections: [
      ...(before > 0 ? [{ name: OPENING, level: 1, span: opening, syllables: before }] : []),
      ...sections(headings, 1, count),
    ],
  };
}

function sections(
  nodes: readonly OutlineNode[],
  level: number,
  count: (span: Span) => number,
): readonly SectionTime[] {
  if (level > DEEPEST) return [];
  return nodes
    .filter(({ kind }) => kind === 'heading')
    .flatMap((node) => [
      { name: nodeName(node), level, span: node.extent, syllables: count(node.extent) },
      ...sections(node.children, level + 1, count),
    ]);
}

/** Syllables between two places of a draft, whatever speeches they lie in. */
export function syllablesBetween(draft: Draft, span: Span, memory: FactMemory): number {
  return draft.speeches
    .filter((speech) => speech.span.start < span.end && span.start < speech.span.end)
    .reduce((sum, speech) => sum + createCounter(speech, memory)(span), 0);
}

/** Counts the syllables between two places of a speech; whole paragraphs are counted once. */
function createCounter(speech: Speech, memory: FactMemory): (span: Span) => number {
  const read = voicedParagraphs(speech);
  const sums = [0];
  for (const { text } of read) sums.push(sums.at(-1)! + memory.of(text).syllables);
  return ({ start, end }) => {
    const from = firstWhere(read.length, (index) => read[index]!.span.end > start);
    const to = firstWhere(read.length, (index) => read[index]!.span.start >= end);
    if (from >= to) return 0;
    const outside = [...new Set([from, to - 1])].reduce((sum, index) => {
      const paragraph = read[index]!;
      const part = partOf(paragraph, { start, end });
      return part === paragraph.text
        ? sum
        : sum + memory.of(paragraph.text).syllables - memory.of(part).syllables;
    }, 0);
    return sums[to]! - sums[from]! - outside;
  };
}

/** The text of a paragraph between two places of the source. */
function partOf({ text, span, toSource }: Paragraph, { start, end }: Span): string {
  if (start <= span.start && end >= span.end) return text;
  const first = (place: number) =>
    firstWhere(text.length, (at) => toSource({ start: at, end: at + 1 }).start >= place);
  return text.slice(first(start), first(end));
}

/** `约40秒`, `约6分30秒`, `约18分钟`: how long it takes at so many characters a minute. */
export function describeDuration(syllables: number, rate: number): string {
  const seconds = secondsOf(syllables, rate);
  if (seconds < 60) return `约${Math.max(1, seconds)}秒`;
  const tens = Math.round(seconds / 10) * 10;
  if (tens % 60 === 0 || tens >= 600) return `约${Math.round(tens / 60)}分钟`;
  return `约${Math.floor(tens / 60)}分${tens % 60}秒`;
}

/** Seconds, rounded. */
export function secondsOf(syllables: number, rate: number): number {
  return Math.round((syllables * 60) / rate);
}
