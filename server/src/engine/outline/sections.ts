import type { Span } from '../../draft/span.ts';
import type { Heading, Speech } from '../../draft/types.ts';
import { readParts } from '../../facts/parts/read.ts';
import { lineStart } from './slots.ts';

/** A heading with all headings below it, in order; the first one is the heading itself. */
export function subtreeOf({ headings }: Speech, heading: Heading): readonly Heading[] {
  const from = headings.indexOf(heading);
  let end = from + 1;
  while (end < headings.length && headings[end]!.parent >= from) end++;
  return headings.slice(from, end);
}

/**
 * Two neighbouring sections as they stand, the line ends and blank lines between them left out, and so is what comes
 * after the second one but belongs to all: the closing of the speech, 以上三点…, the sentence over to another list.
 */
export function neighbourSpans(
  text: string,
  speech: Speech,
  first: Heading,
  second: Heading,
): { readonly first: Span; readonly second: Span } {
  // Headings in one line change places within it; whole lines take their indent with them.
  const inLine = first.glued || second.glued;
  const startOf = (heading: Heading): number =>
    inLine ? heading.markerSpan.start : lineStart(text, heading.markerSpan.start);
  const between = startOf(second);
  return {
    first: withoutBlankEnd(text, { start: startOf(first), end: between }),
    second: withoutBlankEnd(text, { start: between, end: sectionEnd(text, speech, second) }),
  };
}

function sectionEnd(text: string, speech: Speech, heading: Heading): number {
  const { headings, paragraphs } = speech;
  const below = subtreeOf(speech, heading);
  const last = below[below.length - 1]!;
  const next = headings[headings.indexOf(last) + 1];
  const end = next ? startOfHeading(text, next) : speech.span.end;
  const tail = next
    ? paragraphs
        .slice(last.paragraph + 1, next.paragraph)
        .find((p, i, all) => endsRun(p.text, all.length - i))
    : paragraphs.slice(last.paragraph + 1).find((p) => SUMS_UP.test(p.text));
  const ends = [end, ...(tail ? [lineStart(text, tail.span.start)] : [])];
  const closing = next ? undefined : closingStart(speech, last);
  return Math.min(...ends, closing === undefined ? end : lineStart(text, closing));
}

const SUMS_UP = /^(?:以上|上述|总之|综上)/;
const LEADS_OVER = /[：:]$|^(?:下面|接下来|此外|另外)/;

/** 以上…, or the last paragraph before the next heading where it leads over to that. */
function endsRun(text: string, toNext: number): boolean {
  return SUMS_UP.test(text) || (toNext === 1 && LEADS_OVER.test(text));
}

/** Where the closing, or the signature, begins below a heading. */
function closingStart(speech: Speech, { span }: Heading): number | undefined {
  return readParts(speech).parts.find(
    (part) => /^(?:closing|speaker|date)$/.test(part.name) && part.span.start > span.start,
  )?.span.start;
}

function startOfHeading(text: string, { glued, markerSpan }: Heading): number {
  return glued ? markerSpan.start : lineStart(text, markerSpan.start);
}

/** Without the line end that closes it and the blank lines below. */
function withoutBlankEnd(text: string, { start, end }: Span): Span {
  let word = end;
  while (word > start && /\s/.test(text[word - 1]!)) word--;
  let stop = word;
  while (stop < end && text[stop] !== '\n' && text[stop] !== '\r') stop++;
  return { start, end: stop };
}
