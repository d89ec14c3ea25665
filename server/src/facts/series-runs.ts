import { rankOf } from '../draft/markers.ts';
import type { Span } from '../draft/span.ts';
import type { Heading, Speech } from '../draft/types.ts';
import { type Columns, mapSaid } from './columns.ts';
import type { ParagraphFacts } from './paragraph-facts.ts';
import type { SeriesMark } from './series.ts';
import { firstStray, joinLast, strayBetween } from './series-strays.ts';

/** A verbal number with its place in the source. */
export interface PlacedMark extends Omit<SeriesMark, 'span' | 'digits'> {
  readonly span: Span;
  readonly digits: Span;
  /** The same as `span`, in the paragraph's text. */
  readonly within: Span;
  /** Index of its paragraph in the speech. */
  readonly paragraph: number;
  /** It opens its paragraph. */
  readonly head: boolean;
  /** It is written in another counter than its series, or like a heading: `第二，` `2.` between 一是 and 三是. */
  readonly stray?: boolean;
}

/** A series that counts on: 一是…二是…三是…, in one paragraph or over several. */
export interface Series {
  readonly marks: readonly PlacedMark[];
  /** Rank of the outermost numbered headings that stand below its items; undefined where none do. */
  readonly holds?: number | undefined;
}

export interface SeriesDefect {
  readonly kind: 'gap' | 'duplicate';
  readonly mark: PlacedMark;
  readonly previous: PlacedMark;
  readonly expected: number;
  readonly series: Series;
}

export interface SeriesReading {
  readonly series: readonly Series[];
  readonly defects: readonly SeriesDefect[];
}

/** Deeper nesting is none: the outermost series was never gone on with. */
const NESTED_AT_MOST = 8;

/** A series that may go on. */
export interface Open {
  readonly marks: PlacedMark[];
  /** Set once it has gone on behind headings. */
  holds?: number | undefined;
}

/**
 * Sorts the verbal numbers of a speech into series. A number 1 opens one, inside the series at hand; any other number
 * goes on with the innermost series that waits for it, of two the one that says it alike, which closes those inside
 * (一要 二要〔一要 二要 三要〕三是, 一是 二是〔一要 二要〕三是).
 * What no series waits for is a gap or a repeat of the innermost one of its counter. Headings end all series but
 * those whose items open paragraphs and have headings below that begin at 1 under each.
 */
export function readSeriesRuns(speech: Speech, columns: Columns): SeriesReading {
  const all: Open[] = [];
  const defects: {
    kind: SeriesDefect['kind'];
    mark: PlacedMark;
    previous: PlacedMark;
    expected: number;
    open: Open;
  }[] = [];
  let stack: Open[] = [];
  let above: Suspended[] = [];
  let orphans: PlacedMark[] = [];
  const headings = walk(speech.headings);
  const open = (mark: PlacedMark): void => {
    const series = { marks: [mark] };
    all.push(series);
    stack.push(series);
    if (stack.length > NESTED_AT_MOST) stack.shift();
  };
  const marks = placeMarks(speech, columns);
  marks.forEach((placed, i) => {
    const crossed = headings.upTo(i > 0 ? marks[i - 1]!.paragraph : -1, placed.paragraph);
    if (crossed.length > 0) {
      above = [...above, ...stack.map(suspend)]
        .slice(-NESTED_AT_MOST)
        .filter((series) => stays(series, crossed));
      stack = [];
      orphans = [];
    }
    const resumed = above.findLastIndex((series) => takesUp(series, placed, stack, headings.next()));
    if (resumed >= 0) {
      const { series, rank } = above[resumed]!;
      series.holds = rank;
      above.length = resumed;
      stack = [series];
    }
    const depth = innermostWaiting(stack, placed);
    if (depth >= 0) {
      stack.length = depth + 1;
      stack[depth]!.marks.push(placed);
      return;
    }
    if (placed.form === '首先' && placed.ordinal > 1) return;
    const own = nearest(stack, placed);
    if (placed.ordinal === 1 && !(own >= 0 && repeatsFirst(stack[own]!, marks[i + 1]))) {
      open(placed);
      return;
    }
    if (own < 0) {
      const joined = joinLast(stack, placed, marks[i + 1]);
      const opened = joined ? undefined : firstStray(speech, stack, placed, marks[i + 1]);
      if (opened) {
        open(opened);
        stack[stack.length - 1]!.marks.push(placed);
      } else if (!joined) orphans.push(placed);
      return;
    }
    stack.length = own + 1;
    const series = stack[own]!;
    const previous = lastOf(series);
    const stray = placed.ordinal === previous.ordinal + 2 && strayBetween(speech, orphans, previous, placed);
    if (stray) {
      series.marks.push(stray, placed);
      return;
    }
    const repeated = series.marks.some(({ ordinal }) => ordinal === placed.ordinal);
    defects.push({
      kind: repeated ? 'duplicate' : 'gap',
      mark: placed,
      previous,
      expected: previous.ordinal + 1,
      open: series,
    });
    series.marks.push(placed);
  });
  return {
    series: all.filter(({ marks }) => marks.length > 1),
    defects: defects.map(({ open: series, ...defect }) => ({ ...defect, series })),
  };
}

const marksIn = ({ series }: ParagraphFacts) => series;

function placeMarks(speech: Speech, { said }: Columns): PlacedMark[] {
  return mapSaid(speech, said(speech, marksIn), ({ span, digits, ...mark }, paragraph, index) => ({
    ...mark,
    span: paragraph.toSource(span),
    within: span,
    digits: paragraph.toSource(digits),
    paragraph: index,
    head: span.start === 0,
  }));
}

/** A series with headings behind its last item, which may stand below that item. */
interface Suspended {
  readonly series: Open;
  /** Of the first of these headings; undefined before it has come. */
  rank: number | undefined;
}

function suspend(series: Open): Suspended {
  return { series, rank: undefined };
}

/** Whether headings can all stand below the last item: the first one has number 1, none is of a higher level than it. */
function stays(suspended: Suspended, crossed: readonly Heading[]): boolean {
  const { series } = suspended;
  if (!lastOf(series).head) return false;
  const first = crossed[0]!;
  if (suspended.rank === undefined && first.marker.ordinal !== 1) return false;
  suspended.rank ??= series.holds ?? rankOf(first.marker.style);
  return crossed.every(({ marker, glued }) => glued || rankOf(marker.style) >= suspended.rank!);
}

/**
 * Whether an item at the head of a paragraph goes on with a series from before the headings above it. Headings that
 * count on below it (一是 一、 二、 二是 三、) are not below the series.
 */
function takesUp(
  { series, rank }: Suspended,
  mark: PlacedMark,
  stack: readonly Open[],
  next: Heading | undefined,
): boolean {
  if (!mark.head || lastOf(series).verb !== mark.verb || !waitsFor(series, mark)) return false;
  if (next && rankOf(next.marker.style) === rank && next.marker.ordinal !== 1) return false;
  return !stack.some((open) => lastOf(open).head && waitsFor(open, mark));
}

/** Goes through headings once, along with the marks of a speech. */
function walk(headings: readonly Heading[]): {
  /** Those behind paragraph `from` and up to paragraph `to`; what is passed does not come again. */
  readonly upTo: (from: number, to: number) => readonly Heading[];
  readonly next: () => Heading | undefined;
} {
  let at = 0;
  return {
    upTo(from, to) {
      while (at < headings.length && headings[at]!.paragraph <= from) at++;
      const first = at;
      while (at < headings.length && headings[at]!.paragraph <= to) at++;
      return headings.slice(first, at);
    },
    next: () => headings[at],
  };
}

/** 一是 一是 三是: the second one is a repeat, not a series of its own. */
function repeatsFirst({ marks }: Open, next: PlacedMark | undefined): boolean {
  return marks.length === 1 && next?.form === marks[0]!.form && next.ordinal === 3;
}

/** The open series of the same counter whose next number is closest; of equals the innermost. -1 when there is none. */
function nearest(stack: readonly Open[], mark: PlacedMark): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let i = stack.length - 1; i >= 0; i--) {
    const last = lastOf(stack[i]!);
    const distance = Math.abs(mark.ordinal - last.ordinal - 1);
    if (last.form !== mark.form || !comparable(last, mark) || distance >= least) continue;
    best = i;
    least = distance;
  }
  return best;
}

function lastOf({ marks }: Open): PlacedMark {
  return marks[marks.length - 1]!;
}

/** The series that a mark goes on with; -1 when none waits for it. */
function innermostWaiting(stack: readonly Open[], mark: PlacedMark): number {
  const alike = stack.findLastIndex((series) => lastOf(series).verb === mark.verb && waitsFor(series, mark));
  return alike >= 0 ? alike : stack.findLastIndex((series) => waitsFor(series, mark));
}

/** The number after the last one, in the same counter; 最后 follows any. */
function waitsFor(series: Open, mark: PlacedMark): boolean {
  const last = lastOf(series);
  if (last.form !== mark.form || !comparable(last, mark)) return false;
  if (mark.form === '首先') return mark.ordinal > last.ordinal;
  return mark.ordinal === last.ordinal + 1 || (series.marks.length > 1 && resumes(series, mark));
}

/** After a repeat or a gap the count may go on from the number that was meant: 一是 二是 二是 四是. */
function resumes({ marks }: Open, mark: PlacedMark): boolean {
  const [before, last] = marks.slice(-2) as [PlacedMark, PlacedMark];
  return last.ordinal !== before.ordinal + 1 && mark.ordinal === before.ordinal + 2;
}

/** Items that open paragraphs and items inside a paragraph do not count together, except in one and the same paragraph. */
function comparable(last: PlacedMark, mark: PlacedMark): boolean {
  return last.paragraph === mark.paragraph || mark.head === last.head || mark.head;
}
