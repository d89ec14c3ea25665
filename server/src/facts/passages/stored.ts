import type { Span } from '../../draft/span.ts';
import type { Draft, Paragraph, Speech } from '../../draft/types.ts';
import { SHORTEST } from './winnow.ts';

/** What is kept of a draft to compare others with it; survives JSON. */
export interface StoredDraft {
  readonly speeches: readonly StoredSpeech[];
}

export interface StoredSpeech {
  /** Empty when it has none. */
  readonly title: string;
  /** As its title or the lines below it say. */
  readonly year?: string;
  /** Characters of all its paragraphs. */
  readonly length: number;
  readonly paragraphs: readonly StoredParagraph[];
}

/** A paragraph that is long enough. */
export interface StoredParagraph {
  readonly text: string;
  /** Where stretches of the text stand in the source: offset in the text, offset in the source. */
  readonly pieces: readonly (readonly [at: number, source: number])[];
  /** Number of the first-level heading that it stands under; 0 before the first. */
  readonly part: number;
}

/** What is to be kept of a draft; paragraphs of fewer than `shortest` characters and Markdown quotations are left out. */
export function storeDraft(draft: Draft, shortest: number = SHORTEST): StoredDraft {
  return { speeches: draft.speeches.map((speech) => storeSpeech(speech, shortest)) };
}

function storeSpeech(speech: Speech, shortest: number): StoredSpeech {
  const year = yearOf(speech);
  const paragraphs: StoredParagraph[] = [];
  const parts = new Map<number, number>();
  for (const { parent, paragraph, marker } of speech.headings)
    if (parent < 0 && marker.style === 'han') parts.set(paragraph, marker.ordinal);
  let part = 0;
  speech.paragraphs.forEach((paragraph, i) => {
    part = parts.get(i) ?? part;
    if (paragraph.text.length < shortest || paragraph.quoted) return;
    paragraphs.push({ text: paragraph.text, pieces: piecesOf(paragraph), part });
  });
  const length = speech.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  return { title: speech.title, ...(year === undefined ? {} : { year }), length, paragraphs };
}

function yearOf({ paragraphs }: Speech): string | undefined {
  for (const { role, text } of paragraphs) {
    if (role !== 'title' && role !== 'byline') return undefined;
    const year = /(?:19|20)\d\d(?=年)/.exec(text)?.[0];
    if (year !== undefined) return year;
  }
  return undefined;
}

/** Halves the text until each stretch stands in the source as it is. */
function piecesOf({ text, toSource }: Paragraph): readonly (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = [];
  const add = (start: number, end: number): void => {
    const span = toSource({ start, end });
    if (span.end - span.start !== end - start) {
      const middle = (start + end) >> 1;
      add(start, middle);
      add(middle, end);
      return;
    }
    const last = pieces.at(-1);
    if (!last || span.start - last[1] !== start - last[0]) pieces.push([start, span.start]);
  };
  add(0, text.length);
  return pieces;
}

/** Source span of a span of a kept paragraph's text. */
export function sourceSpan({ pieces }: StoredParagraph, { start, end }: Span): Span {
  const sourceOf = (offset: number): number => {
    let piece = pieces[0]!;
    for (const other of pieces) {
      if (other[0] > offset) break;
      piece = other;
    }
    return piece[1] + offset - piece[0];
  };
  return { start: sourceOf(start), end: sourceOf(Math.max(start, end - 1)) + Math.min(1, end - start) };
}
