import { firstWhere } from './halving.ts';
import type { ReadLine } from './lines.ts';
import { further, NOTHING, type SoFar } from './so-far.ts';
import type { Span } from './span.ts';
import type { TextForm, TextForms } from './text-forms.ts';
import type { Line, Paragraph, Role } from './types.ts';

/** A stretch of paragraph text and where it stands in the source. */
interface Piece {
  readonly at: number;
  readonly source: number;
  readonly length: number;
  /** It opens a physical line in the middle of the paragraph. */
  readonly opensLine?: boolean;
  /** Its words, where they are known. */
  readonly words?: string;
}

const CLOSING = /[。！？；：…”’』」》〉）)\]】!?;:|｜]$/;
/** A heading that is stuck to the sentence before it ends the line as other headings do. */
const GLUED_HEADING = /[。！？；][（(][一二三四五六七八九十]{1,3}[）)][^。；！？]{2,50}$/;
/** A sentence with figures is no title, however short. */
const hasFigures = (words: string): boolean => /\d/.test(words) && /[，；]/.test(words);
const NUMBER = '[\\dxX×＊*○〇零一二三四五六七八九十]{1,4}';
const DATE_LINE = new RegExp(
  `^[（(]?${NUMBER} ?年(?: ?${NUMBER} ?月(?: ?${NUMBER} ?日)?)?[ 　]*(?:星期.|[上下]午)?[）)]?$`,
);
/** Where a page of the web says it has a text from. */
const SOURCE_LINE = /^(?:来源|作者|编辑|责任编辑|发布时间|发布日期|时间)[ 　]*[：:]/;

/**
 * Builds the paragraphs of one speech from its lines, skipping `hidden` (residue, markup).
 * A line that ends without closing punctuation and is no heading, title, salutation or byline
 * goes on in the next one (practice: text copied from page layouts is broken at the page's width), unless that one is
 * among the `starts`.
 */
export function buildParagraphs(
  text: string,
  lines: readonly ReadLine[],
  hidden: readonly Span[],
  forms: TextForms,
  starts?: ReadonlySet<number>,
): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Piece[] = [];
  let openRole: Role = 'body';
  let quoted = false;
  let front = true;
  const lastOrdinal = new Map<string, number>();
  let cursor = 0;
  const close = () => {
    if (open.length > 0) paragraphs.push(makeParagraph(text, open, openRole, quoted, forms));
    open = [];
  };
  let state = NOTHING;
  let titled = false;
  for (const line of lines) {
    while (cursor < hidden.length && hidden[cursor]!.end <= line.start) cursor++;
    if (line.form.text === '') {
      close();
      continue;
    }
    const whole = cursor >= hidden.length || hidden[cursor]!.start >= line.end;
    const pieces = whole ? wholeLine(line) : visiblePieces(text, line, hidden, cursor);
    if (pieces.length === 0) continue;
    const form = whole ? line.form : forms.of(wordsOf(text, pieces));
    if (
      open.length > 0 &&
      !starts?.has(line.start) &&
      goesOn(state, openRole, form) &&
      !startsAnew(form, text, line, lastOrdinal)
    ) {
      append(open, pieces);
      state = further(state, form.text);
      continue;
    }
    close();
    openRole = roleOf(form, front, titled);
    if (openRole === 'title' && form.titleLine) titled = true;
    if (openRole === 'heading' || openRole === 'salutation' || openRole === 'body') front = false;
    const { marker } = form.heading;
    if (marker) lastOrdinal.set(marker.style, marker.ordinal);
    append(open, pieces);
    quoted = pieces[0]!.source > line.start && text.slice(line.start, pieces[0]!.source).includes('>');
    state = form.alone;
  }
  close();
  return paragraphs;
}

function wholeLine({ at, form }: ReadLine): Piece[] {
  return [{ at: 0, source: at, length: form.text.length, words: form.text }];
}

function wordsOf(text: string, pieces: readonly Piece[]): string {
  return pieces.map((p) => text.slice(p.source, p.source + p.length)).join('');
}

/** What is left of a line once hidden spans and outer spaces are gone. */
function visiblePieces(text: string, line: Line, hidden: readonly Span[], cursor: number): Piece[] {
  const spans: { start: number; end: number }[] = [];
  let at = line.start;
  for (let i = cursor; i < hidden.length && hidden[i]!.start < line.end; i++) {
    const { start, end } = hidden[i]!;
    if (start > at) spans.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < line.end) spans.push({ start: at, end: line.end });
  while (spans.length > 0 && trimEdge(text, spans[0]!, 1)) spans.shift();
  while (spans.length > 0 && trimEdge(text, spans[spans.length - 1]!, -1)) spans.pop();
  return spans.map(({ start, end }) => ({ at: 0, source: start, length: end - start }));
}

/** Trims spaces off one edge; true when nothing is left. */
function trimEdge(text: string, span: { start: number; end: number }, side: 1 | -1): boolean {
  while (span.start < span.end && /\s/.test(text[side === 1 ? span.start : span.end - 1]!)) {
    if (side === 1) span.start++;
    else span.end--;
  }
  return span.start === span.end;
}

function append(open: Piece[], pieces: readonly Piece[]): void {
  const goesOn = open.length > 0;
  pieces.forEach((piece, i) => {
    const last = open[open.length - 1];
    open.push({ ...piece, at: last ? last.at + last.length : 0, opensLine: goesOn && i === 0 });
  });
}

function roleOf(form: TextForm, front: boolean, titled: boolean): Role {
  const words = form.text;
  if (form.heading.marker || (words.length <= 30 && form.joined.marker)) return 'heading';
  if (form.salutation) return 'salutation';
  if (!front || !form.frontLine || hasFigures(words) || words.startsWith('|')) return 'body';
  if (DATE_LINE.test(words) || SOURCE_LINE.test(words)) return 'byline';
  if (form.titleLine || /^(?:——|—|--)/.test(words)) return 'title';
  if (words.length > 24 && /，/.test(words)) return 'body';
  if (/^[（(]/.test(words)) return 'title';
  return titled || words.length <= 5 ? 'byline' : 'title';
}

/** A heading number or an indent opens a paragraph, unless the number is part of a broken sentence. */
function startsAnew(
  { text: words, heading: { marker } }: TextForm,
  text: string,
  line: Line,
  last: ReadonlyMap<string, number>,
): boolean {
  if (marker)
    return marker.ordinal === 1
      ? !/，/.test(words.slice(marker.end, marker.end + 6))
      : fits(marker.ordinal, last.get(marker.style));
  return /^(?:　　| {4}|\t)/.test(text.slice(line.start, line.start + 4));
}

function fits(ordinal: number, previous: number | undefined): boolean {
  return previous === undefined ? ordinal <= 3 : Math.abs(ordinal - previous) <= 3;
}

/** Whether a paragraph goes on in a line that reads `next`. */
function goesOn({ length, tail, marked, stopped, item }: SoFar, role: Role, next: TextForm): boolean {
  if (CLOSING.test(tail.slice(-1)) || next.salutation) return false;
  if (role === 'title' || role === 'byline' || role === 'salutation') return false;
  if (/[，、]/.test(tail.slice(-1))) return true;
  if (GLUED_HEADING.test(tail)) return false;
  if (role === 'heading') {
    return stopped || (length >= 26 && next.text.length <= 20 && next.frontLine && !next.titleLine);
  }
  if (item && length <= 45 && !stopped) return false;
  return length > 24 || marked;
}

function makeParagraph(
  text: string,
  pieces: readonly Piece[],
  role: Role,
  quoted: boolean,
  forms: TextForms,
): Paragraph {
  const first = pieces[0]!;
  const known = pieces.length === 1 ? first.words : undefined;
  const words = known ?? forms.of(wordsOf(text, pieces)).text;
  const last = pieces[pieces.length - 1]!;
  return {
    text: words,
    role,
    breaks:
      pieces.length === 1 ? NO_BREAKS : pieces.filter((piece) => piece.opensLine).map((piece) => piece.at),
    quoted,
    span: { start: first.source, end: last.source + last.length },
    toSource: pieces.length === 1 ? shiftBy(first.source) : throughPieces(pieces),
  };
}

const NO_BREAKS: readonly number[] = [];

function shiftBy(by: number): Paragraph['toSource'] {
  return ({ start, end }) => ({ start: start + by, end: end + by });
}

function throughPieces(pieces: readonly Piece[]): Paragraph['toSource'] {
  const pieceAt = (offset: number): Piece =>
    pieces[firstWhere(pieces.length - 1, (index) => pieces[index + 1]!.at > offset)]!;
  return ({ start, end }) => {
    const from = pieceAt(start);
    const to = pieceAt(Math.max(start, end - 1));
    return { start: from.source + start - from.at, end: to.source + end - to.at };
  };
}
