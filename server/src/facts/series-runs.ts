import type { Span } from '../draft/span.ts';
import type { Speech } from '../draft/types.ts';
import type { SeriesMark } from './series.ts';
import { findStray } from './series-strays.ts';

/** A verbal number with its place in the source. */
export interface PlacedMark extends Omit<SeriesMark, 'span' | 'digits'> {
  readonly span: Span;
  readonly digits: Span;
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

interface Open {
  readonly marks: PlacedMark[];
}

/**
 * Sorts the verbal numbers of a speech into series. A number 1 opens one, inside the series at hand; any other number
 * goes on with the innermost series that waits for it, which closes those inside (一要 二要〔一要 二要 三要〕三是).
 * What no series waits for is a gap or a repeat of the innermost one of its counter. Headings end all series.
 */
export function readSeriesRuns(
  speech: Speech,
  marksOf: (text: string) => readonly SeriesMark[],
): SeriesReading {
  const all: Open[] = [];
  const defects: {
    kind: SeriesDefect['kind'];
    mark: PlacedMark;
    previous: PlacedMark;
    expected: number;
    open: Open;
  }[] = [];
  let stack: Open[] = [];
  let orphans: PlacedMark[] = [];
  const headings = speech.headings.map(({ paragraph }) => paragraph);
  const open = (mark: PlacedMark): void => {
    const series = { marks: [mark] };
    all.push(series);
    stack.push(series);
    if (stack.length > NESTED_AT_MOST) stack.shift();
  };
  const marks = placeMarks(speech, marksOf);
  marks.forEach((placed, i) => {
    if (i > 0 && crossesHeading(headings, marks[i - 1]!, placed)) {
      stack = [];
      orphans = [];
    }
    const depth = stack.findLastIndex((series) => waitsFor(series, placed));
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
      const opened = joined ? undefined : firstOf(speech, stack, placed, marks[i + 1]);
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

/** The item between two that count on but for one: one of another counter that no series took, or one like a heading. */
function strayBetween(
  speech: Speech,
  orphans: readonly PlacedMark[],
  previous: PlacedMark,
  next: PlacedMark,
): PlacedMark | undefined {
  const between = orphans.filter(
    ({ span, ordinal }) => span.start > previous.span.start && ordinal === previous.ordinal + 1,
  );
  if (between.length > 1) return undefined;
  const [orphan] = between;
  return orphan ? asStray(orphan, next) : asStray(findStray(speech, previous, next), next);
}

/** 一是 二是 第三，: the last item of the series at hand, beside the others, where no other series waits for it. */
function joinLast(stack: readonly Open[], mark: PlacedMark, next: PlacedMark | undefined): boolean {
  const series = stack[stack.length - 1];
  if (!series || series.marks.length < 2) return false;
  const last = lastOf(series);
  const due = mark.ordinal === last.ordinal + 1 && alongside(last, mark);
  if (!due || !isNumeral(mark) || !isNumeral(last) || goesOnWith(next, mark)) return false;
  series.marks.push(asStray(mark, last)!);
  return true;
}

/** The first item before 二是 三是: 第一， or 一、 beside them; nothing else is left for it. */
function firstOf(
  speech: Speech,
  stack: Open[],
  mark: PlacedMark,
  next: PlacedMark | undefined,
): PlacedMark | undefined {
  const third = next?.form === mark.form && next.ordinal === 3 && alongside(mark, next);
  if (mark.ordinal !== 2 || !isNumeral(mark) || !third) return undefined;
  const series = stack[stack.length - 1];
  const [only] = series?.marks ?? [];
  const alone = series?.marks.length === 1 && alongside(only!, mark);
  if (!alone || !isNumeral(only!)) return asStray(findStray(speech, undefined, mark), mark);
  series.marks.length = 0;
  stack.pop();
  return asStray(only, mark);
}

function isNumeral({ form }: PlacedMark): boolean {
  return form !== '首先';
}

/** Whether `next` counts on after `mark`, in any counter. */
function goesOnWith(next: PlacedMark | undefined, mark: PlacedMark): boolean {
  return next !== undefined && alongside(mark, next) && next.ordinal === mark.ordinal + 1;
}

/** In one paragraph, or each at the head of its own. */
function alongside(a: PlacedMark, b: PlacedMark): boolean {
  return a.paragraph === b.paragraph || (a.head && b.head);
}

function asStray(mark: PlacedMark | undefined, { form }: PlacedMark): PlacedMark | undefined {
  return mark && { ...mark, form, verb: mark.text, stray: true };
}

function placeMarks(speech: Speech, marksOf: (text: string) => readonly SeriesMark[]): PlacedMark[] {
  return speech.paragraphs.flatMap((paragraph, index) =>
    marksOf(paragraph.text).map(({ span, digits, ...mark }) => ({
      ...mark,
      span: paragraph.toSource(span),
      digits: paragraph.toSource(digits),
      paragraph: index,
      head: span.start === 0,
    })),
  );
}

/** A heading stands between two marks: what was open is closed. */
function crossesHeading(headings: readonly number[], from: PlacedMark, to: PlacedMark): boolean {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle]! <= from.paragraph) low = middle + 1;
    else high = middle;
  }
  return low < headings.length && headings[low]! <= to.paragraph;
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
