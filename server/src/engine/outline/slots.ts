import { readMarker } from '../../draft/markers.ts';
import { type Span, slice } from '../../draft/span.ts';
import type { DraftKind, Heading, Marker, MarkerStyle, Speech } from '../../draft/types.ts';
import { writeMarker } from '../renumber.ts';
import type { Edit } from '../types.ts';

/** All that says of a heading on which level it stands; spans are offsets in the source. */
export interface Slot {
  /** Markdown `## ` before the marker, or an empty span. */
  readonly hash: Span;
  /** The marker and the blanks after it. */
  readonly number: Span;
}

/** How the headings of one style are written in a speech: `### ` and `（一）`, or nothing and `1. `. */
export interface Form {
  /** Undefined where the speech has no heading of the style: the heading's own `#` are to be kept in step. */
  readonly hash: string | undefined;
  readonly number: string;
}

const DEEPER: readonly MarkerStyle[] = ['part', 'han', 'han-paren', 'digit', 'digit-paren', 'circle'];
const STANDARD: Readonly<Record<MarkerStyle, string>> = {
  hash: '# ',
  part: '第一部分　',
  han: '一、',
  'han-paren': '（一）',
  digit: '1.',
  'digit-paren': '（1）',
  circle: '①',
};

/** The style that stands below another one by the standard (GB/T 9704-2012 7.3.3); undefined below ①. */
export function styleBelow(style: MarkerStyle): MarkerStyle | undefined {
  return DEEPER[DEEPER.indexOf(style) + 1];
}

/** Where the marks of a heading's level stand. Of a heading inside a line only the marker counts. */
export function slotOf(text: string, { markerSpan, glued }: Heading): Slot {
  const blanks = /^[ \t　]*/.exec(text.slice(markerSpan.end, markerSpan.end + 8))![0].length;
  const number = { start: markerSpan.start, end: markerSpan.end + blanks };
  const found = glued ? null : /(#{1,6}[ \t　]+)[*_]*$/.exec(linePrefix(text, markerSpan.start));
  if (!found) return { hash: { start: number.start, end: number.start }, number };
  const start = markerSpan.start - found[0].length;
  return { hash: { start, end: start + found[1]!.length }, number };
}

/** What stands on the line before an offset. */
export function linePrefix(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), offset);
}

/** Start of the physical line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** How a style is written in this speech: as most of its headings are, else as the standard has it. */
export function formOf(text: string, kind: DraftKind, speech: Speech, style: MarkerStyle): Form {
  const counts = new Map<string, { form: Form; count: number }>();
  for (const heading of speech.headings) {
    if (heading.marker.style !== style || heading.glued || !isPlain(text, heading)) continue;
    const form = formLike(text, heading);
    const key = JSON.stringify(form);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { form, count: 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.form ?? { hash: undefined, number: standardNumber(kind, speech, style) };
}

/** How one heading is written. */
export function formLike(text: string, heading: Heading): Form {
  const { hash, number } = slotOf(text, heading);
  return {
    hash: heading.glued ? undefined : slice(text, hash),
    number: writeMarker({ ...heading.marker, text: slice(text, number) }, 1),
  };
}

/** Brackets are half-width where the speech has them so; a Markdown list number is followed by a space. */
function standardNumber(kind: DraftKind, speech: Speech, style: MarkerStyle): string {
  const halfWidth = speech.headings.some(({ marker }) => /[()]/.test(marker.text));
  const written = STANDARD[style];
  if (style === 'digit' && kind === 'markdown') return `${written} `;
  return halfWidth ? written.replace('（', '(').replace('）', ')') : written;
}

/** Whether the marker stands in the source as it is read, without markup inside. */
export function isPlain(text: string, { marker, markerSpan }: Heading): boolean {
  return slice(text, markerSpan) === marker.text;
}

/** Edits that give a heading another style and number; `deeper` is 1 for one level down, -1 for one up. */
export function restyle(text: string, heading: Heading, form: Form, ordinal: number, deeper: number): Edit[] {
  const { hash, number } = slotOf(text, heading);
  const own = slice(text, hash);
  const edits = [
    { span: hash, newText: heading.glued ? own : (form.hash ?? shiftHash(own, deeper)) },
    { span: number, newText: apart(writeNumber(heading.marker, form.number, ordinal), text[number.end]) },
  ];
  return edits.filter(({ span, newText }) => newText !== slice(text, span));
}

/** The edit that gives a heading another number in its own style. */
export function renumberOne(text: string, { marker, digitsSpan }: Heading, ordinal: number): Edit {
  return { span: digitsSpan, newText: writeNumber(marker, slice(text, digitsSpan), ordinal) };
}

function writeNumber(marker: Marker, form: string, ordinal: number): string {
  return writeMarker({ ...marker, text: form }, ordinal);
}

/** `1.` and 2025年 need a space between them to be told apart. */
function apart(marker: string, next = ''): string {
  return /[.．]$/.test(marker) && /[\d０-９]/.test(next) ? `${marker} ` : marker;
}

function shiftHash(hash: string, deeper: number): string {
  const signs = /^#*/.exec(hash)![0].length;
  if (signs === 0) return hash;
  return '#'.repeat(Math.min(6, Math.max(1, signs + deeper))) + hash.slice(signs);
}

/** A marker as the standard writes it: full-width brackets and nothing behind, 、 after 一, a full stop after 1. */
export function standardMarker(marker: Marker): string {
  const { style, text, ordinal } = marker;
  if (style === 'part' || style === 'circle' || style === 'hash') return text;
  const own = readMarker(STANDARD[style])!;
  return writeMarker(own, ordinal);
}
