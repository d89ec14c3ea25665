import { addTo } from '../draft/lists.ts';
import { hashPrefix } from '../draft/markers.ts';
import { type Span, slice } from '../draft/span.ts';
import type { Draft, Heading, Paragraph, Residue, Speech } from '../draft/types.ts';
import { readParts } from '../facts/parts/read.ts';
import { frontStyle, type Place, placesOf } from './front.ts';
import { headingStyle, markdownHeading } from './heading-style.ts';
import type { StyleName } from './profile.ts';
import { placeResidue } from './residue-place.ts';

/** A stretch of a paragraph in one font. */
export interface PlannedRun {
  readonly text: string;
  /** Whose font it is in, where that is not its paragraph's. */
  readonly style?: StyleName;
  /** Page numbers, text of web pages: marked, because it does not belong there. */
  readonly residue?: true;
}

/** One paragraph of the file. */
export interface PlannedParagraph {
  readonly style: StyleName;
  readonly runs: readonly PlannedRun[];
  /** It opens a page. */
  readonly newPage: boolean;
  /** A row of a Markdown table: what stands between the bars. Rows below each other make one table. */
  readonly cells?: readonly string[];
}

export interface PlanOptions {
  /** Leaves out page numbers and text of web pages instead of marking them. */
  readonly dropResidue: boolean;
}

/**
 * What stands in the file, paragraph by paragraph: the draft's paragraphs with broken lines joined, character for
 * character, but for the `#` of a Markdown heading. Residue stands where it was, or after the paragraph that it broke.
 */
export function planDocument(draft: Draft, { dropResidue }: PlanOptions): readonly PlannedParagraph[] {
  return draft.speeches.flatMap((speech, i) => {
    const residue = dropResidue ? [] : speech.residue;
    const planned = planSpeech(speech, draft, residue);
    if (i === 0) return planned;
    // A page number above the title is the last line of the page before.
    const isNumber = ({ runs: [first] }: PlannedParagraph): boolean =>
      residue.some(
        ({ kind, wholeLine, span }) =>
          kind === 'page-number' &&
          wholeLine &&
          first?.residue &&
          first.text === slice(draft.text, span).trim(),
      );
    const opens = planned.findIndex((paragraph) => !isNumber(paragraph));
    return planned.map((paragraph, j) => (j === opens ? { ...paragraph, newPage: true } : paragraph));
  });
}

function planSpeech(speech: Speech, draft: Draft, residue: readonly Residue[]): readonly PlannedParagraph[] {
  const { paragraphs, headings } = speech;
  const places = placesOf(readParts(speech).parts);
  const byParagraph = new Map<number, Heading[]>();
  for (const heading of headings) {
    addTo(byParagraph, heading.paragraph, heading);
  }
  const placed = placeResidue(paragraphs, residue, draft.text);
  const line = ({ span }: Residue): PlannedParagraph => ({
    style: 'body',
    runs: [{ text: slice(draft.text, span).trim(), residue: true }],
    newPage: false,
  });
  return [
    ...placed.before.map(line),
    ...paragraphs.flatMap((paragraph, i) => {
      const planned = planParagraph(paragraph, byParagraph.get(i) ?? [], places, draft);
      const inside = (placed.inside.get(i) ?? []).map(({ at, residue: { span } }) => ({
        at,
        text: slice(draft.text, span),
      }));
      return [insertResidue(planned, inside), ...(placed.after.get(i) ?? []).map(line)];
    }),
  ].filter(({ runs }) => runs.some(({ text }) => text !== ''));
}

function planParagraph(
  paragraph: Paragraph,
  headings: readonly Heading[],
  places: readonly Place[],
  draft: Draft,
): PlannedParagraph {
  const { text } = paragraph;
  const hidden = draft.kind === 'markdown' ? hashPrefix(text) : 0;
  const front = frontStyle(paragraph, places);
  if (front) return oneFont(text, hidden, front);
  const hash = hidden > 0 && headings.length === 0 ? markdownHeading(text) : undefined;
  if (hash) return oneFont(text, hidden, hash);
  const marked = headings.flatMap((heading) => {
    const style = headingStyle(heading, text);
    return style ? [{ style, span: sentenceOf(heading, text) }] : [];
  });
  const [first] = marked;
  if (first && marked.length === 1 && first.span.start <= hidden && first.span.end === text.length)
    return oneFont(text, hidden, first.style);
  const runs: PlannedRun[] = [];
  let at = 0;
  for (const { style, span } of marked) {
    if (span.start < at) continue;
    if (span.start > at) runs.push({ text: text.slice(at, span.start) });
    runs.push({ text: text.slice(span.start, span.end), style });
    at = span.end;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  const cells = draft.kind === 'markdown' ? cellsOf(text) : undefined;
  if (cells) return { style: 'body', runs: [{ text }], newPage: false, cells };
  return { style: 'body', runs: withoutHead(runs, hidden), newPage: false };
}

/** The cells of `| 甲 | 乙 |`; undefined for anything else. */
function cellsOf(text: string): readonly string[] | undefined {
  if (!text.startsWith('|') || !text.endsWith('|') || text.length < 3) return undefined;
  return text
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

function oneFont(text: string, hidden: number, style: StyleName): PlannedParagraph {
  return { style, runs: [{ text: text.slice(hidden) }], newPage: false };
}

/** Number, title and the mark that ends it, in the paragraph's text. */
function sentenceOf({ marker, title }: Heading, text: string): Span {
  const start = text.lastIndexOf(marker.text, marker.end - marker.text.length);
  const from = title === '' ? marker.end : text.indexOf(title, marker.end) + title.length;
  return { start, end: from + (/[。！？]/.test(text.charAt(from)) ? 1 : 0) };
}

function withoutHead(runs: readonly PlannedRun[], hidden: number): readonly PlannedRun[] {
  const [first, ...others] = runs;
  return first && hidden > 0 ? [{ ...first, text: first.text.slice(hidden) }, ...others] : runs;
}

function insertResidue(
  planned: PlannedParagraph,
  inside: readonly { readonly at: number; readonly text: string }[],
): PlannedParagraph {
  if (inside.length === 0) return planned;
  const runs: PlannedRun[] = [];
  let start = 0;
  let next = 0;
  for (const run of planned.runs) {
    let from = 0;
    for (; next < inside.length && inside[next]!.at <= start + run.text.length; next++) {
      const cut = Math.max(from, inside[next]!.at - start);
      if (cut > from) runs.push({ ...run, text: run.text.slice(from, cut) });
      runs.push({ text: inside[next]!.text, residue: true });
      from = cut;
    }
    if (from < run.text.length) runs.push({ ...run, text: run.text.slice(from) });
    start += run.text.length;
  }
  for (; next < inside.length; next++) runs.push({ text: inside[next]!.text, residue: true });
  return { ...planned, runs };
}
