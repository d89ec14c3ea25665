import { rankOf, readMarker, readTightMarker } from './markers.ts';
import { isItem } from './series-items.ts';
import { countsAs, type LastNumbers, remember } from './sibling-style.ts';
import type { Span } from './span.ts';
import type { TextForm, TextForms } from './text-forms.ts';
import type { Heading, Marker, MarkerStyle, Paragraph, Speech } from './types.ts';

/** A heading before its place in the tree is known; offsets are in the paragraph's text. */
interface Found {
  readonly marker: Marker;
  readonly at: number;
  readonly title: Span;
  readonly glued: boolean;
}

const TITLE_LIMIT = 80;

/** The headings of a speech, in order, each with its parent (GB/T 9704-2012 7.3.3; levels follow the marker's rank). */
export function buildOutline(paragraphs: readonly Paragraph[], forms: TextForms): Heading[] {
  const headings: Heading[] = [];
  const path: number[] = [];
  const read = paragraphs.map(({ text }) => forms.of(text));
  const aside = asides(paragraphs, read);
  const last: LastNumbers = { han: 0, paren: 0, digit: 0 };
  paragraphs.forEach((paragraph, index) => {
    if (aside.has(index)) return;
    const follows = (ordinal: number): boolean => numberFollows(read, index, ordinal);
    const level = (marker: Marker): MarkerStyle => countsAs(marker, last, read, index);
    for (const { marker, at, title, glued } of headingsIn(read[index]!, last, follows, level)) {
      const rank = rankOf(marker.style);
      while (path.length > 0 && rankOf(headings[path[path.length - 1]!]!.marker.style) >= rank) path.pop();
      remember(last, marker);
      const parent = path[path.length - 1] ?? -1;
      path.push(headings.length);
      headings.push({
        marker,
        markerSpan: paragraph.toSource({ start: at, end: at + marker.text.length }),
        digitsSpan: paragraph.toSource(marker.digits),
        span: paragraph.toSource({ start: at, end: Math.max(title.end, at + marker.text.length) }),
        title: paragraph.text.slice(title.start, title.end),
        paragraph: index,
        glued,
        parent,
      });
    }
  });
  return headings;
}

/** Headings of one paragraph: the one that opens it and those stuck to its first sentence or to an earlier sentence's end. */
function headingsIn(
  form: TextForm,
  last: LastNumbers,
  follows: (ordinal: number) => boolean,
  level: (marker: Marker) => MarkerStyle,
): Found[] {
  const { text, prefix: start } = form;
  const read = form.heading.marker ?? (start === 0 ? markerInSequence(form, last, follows) : undefined);
  const first = read && { ...read, style: level(read) };
  const found: Found[] = [];
  if (first) found.push({ marker: first, at: start, title: titleAfter(text, first.end), glued: false });
  else if (start > 0) return [];
  let expected = first?.style === 'han-paren' ? first.ordinal + 1 : first ? 1 : last.paren + 1;
  for (const index of form.numbers) {
    const marker = index > start ? readMarker(text, index) : undefined;
    if (!marker || marker.ordinal !== expected) continue;
    const before = text.slice(Math.max(0, index - 4), index);
    const inHead = first !== undefined && !/[。；！？]/.test(text.slice(start, index));
    if (!inHead && !(/[。！？；][ 　”]*$/.test(before) && expected > 1)) continue;
    if (/[第条款项表图附]$/.test(before)) continue;
    const previous = found[found.length - 1];
    if (previous && previous.title.end > index) {
      found[found.length - 1] = { ...previous, title: trimmed(text, previous.title.start, index) };
    }
    found.push({ marker, at: index, title: titleAfter(text, marker.end), glued: true });
    expected++;
  }
  return found;
}

/** A number that only its neighbours tell from a figure: `2.6个重大项目` after 1., `二、十项任务` after 一、. */
function markerInSequence(
  { text, joined: { marker: joined } }: TextForm,
  last: LastNumbers,
  follows: (ordinal: number) => boolean,
): Marker | undefined {
  const tight = readTightMarker(text, 0, last.digit + 1);
  if (tight && (last.digit > 0 || follows(2))) return tight;
  return joined && joined.ordinal === last.han + 1 && (joined.ordinal > 1 || follows(2)) ? joined : undefined;
}

/** Whether a later paragraph of the same level opens with `ordinal`, in the same family as the paragraph at `index`. */
function numberFollows(paragraphs: readonly TextForm[], index: number, ordinal: number): boolean {
  const digit = /^\d/.test(paragraphs[index]!.text);
  for (const { text, opening, joined } of paragraphs.slice(index + 1, index + 40)) {
    const marker = opening.marker ?? (digit ? readTightMarker(text, 0, ordinal) : joined.marker);
    if (!marker) continue;
    if (marker.style === (digit ? 'digit' : 'han')) return marker.ordinal === ordinal;
    if (rankOf(marker.style) < rankOf(digit ? 'digit' : 'han')) return false;
  }
  return false;
}

const OPENS_NOTE = /^(?:附件|附|注)[ 　]*[：:]/;
const QUOTED_AT_MOST = 12;

/** Paragraphs whose numbers are no headings: the list of appendices, and what a quotation over several paragraphs holds. */
function asides(paragraphs: readonly Paragraph[], read: readonly TextForm[]): ReadonlySet<number> {
  const found = new Set<number>();
  let note = false;
  let quoteFrom = -1;
  paragraphs.forEach(({ text, quoted, role }, index) => {
    const form = read[index]!;
    if (quoted || (role === 'heading' && isItem(read, index))) found.add(index);
    if (OPENS_NOTE.test(text)) note = true;
    else if (note && form.opening.marker?.style !== 'digit') note = false;
    if (note) found.add(index);
    const { opened, closed } = form.quotes;
    if (quoteFrom >= 0 && closed && index - quoteFrom <= QUOTED_AT_MOST) {
      for (let i = quoteFrom + 1; i <= index; i++) found.add(i);
    }
    if (closed || index - quoteFrom > QUOTED_AT_MOST) quoteFrom = -1;
    if (opened) quoteFrom = index;
  });
  return found;
}

/** The title that follows a marker: to the end of the line, or to the full stop or the wide space after which the body runs on. */
function titleAfter(text: string, from: number): Span {
  const stop = text.slice(from, from + TITLE_LIMIT).search(/[。！？]|(?<=\S)(?:　　| {3,})(?=\S)/);
  if (stop >= 0) return trimmed(text, from, from + stop);
  return trimmed(text, from, Math.min(text.length, from + TITLE_LIMIT));
}

function trimmed(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { start, end };
}

/** The paragraphs that carry the speech itself: titles, salutations and headings without a body left out. */
export function paragraphsOutsideHeadings(speech: Speech): readonly Paragraph[] {
  return speech.paragraphs.filter(
    ({ role, text }) => role === 'body' || (role === 'heading' && /。./.test(text)),
  );
}
