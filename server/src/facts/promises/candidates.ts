import type { Span } from '../../draft/span.ts';
import type { Heading, Paragraph, Speech } from '../../draft/types.ts';
import type { Promised } from '../promises.ts';
import type { Series } from '../series-runs.ts';
import type { Listing } from './weigh.ts';

/** An item as found: a heading's number, 一是, or the words of a list. The span is in the source. */
export interface Item {
  readonly text: string;
  readonly span: Span;
}

/** Items that an announcement may mean. */
export interface Candidate {
  readonly kind: 'headings' | 'series' | 'list-before' | 'list-after' | 'characters' | 'back';
  readonly items: readonly Item[];
  readonly least: number;
  readonly most: number;
  /** The number that the last item bears; 0 for a list. */
  readonly last: number;
  /** They are its items beyond doubt, so that another number is a mistake. */
  readonly sure: boolean;
  /** What follows the beginning of the last item, as far as it is read. */
  readonly tail: string;
}

/** The runs of headings of a speech. */
export interface Parts {
  readonly speech: Speech;
  /** By their first heading. */
  readonly runs: ReadonlyMap<Heading, readonly Heading[]>;
  readonly runOf: ReadonlyMap<Heading, readonly Heading[]>;
  readonly order: ReadonlyMap<Heading, number>;
  /** Place in its run, from 0. */
  readonly place: ReadonlyMap<Heading, number>;
  /** The headings of a run as items; made once a run. */
  readonly itemsOf: (run: readonly Heading[]) => readonly Item[];
  /** Index of the first heading behind each paragraph. */
  readonly nextHeading: readonly number[];
  readonly text: (paragraph: number) => string;
}

/** Makes the items of runs, each run once. */
export function rememberItems(): Parts['itemsOf'] {
  const known = new Map<readonly Heading[], readonly Item[]>();
  return (run) => {
    const items =
      known.get(run) ??
      run.map(({ marker, markerSpan }) => ({ text: plainMark(marker.text), span: markerSpan }));
    known.set(run, items);
    return items;
  };
}

/** Headings as items. */
export function runCandidate(parts: Parts, run: readonly Heading[], sure: boolean): Candidate {
  const last = run.at(-1)!;
  return {
    kind: 'headings',
    items: parts.itemsOf(run),
    least: run.length,
    most: run.length,
    last: last.marker.ordinal,
    sure,
    tail: tailOf(parts, last.paragraph, 12),
  };
}

/** A run of headings, and the run right under its first heading: a promise may mean either. */
export function closeCandidates(
  parts: Parts,
  run: readonly Heading[],
  { plain }: { readonly plain: boolean },
): readonly Candidate[] {
  const child = parts.speech.headings[parts.order.get(run[0]!)! + 1];
  const under = child && child.paragraph <= run[0]!.paragraph + 1 ? parts.runs.get(child) : undefined;
  const candidates = [runCandidate(parts, run, plain)];
  if (under && under !== run) candidates.push(runCandidate(parts, under, false));
  const beside = runBeside(parts, run);
  if (beside) candidates.push(runCandidate(parts, beside, false));
  return candidates;
}

/** The run that goes on at an outer level where its first heading is missing: （一）（二）二、三、 */
function runBeside({ speech, order, runOf }: Parts, run: readonly Heading[]): readonly Heading[] | undefined {
  const from = order.get(run.at(-1)!)! + 1;
  const parent = run[0]!.parent;
  for (const heading of speech.headings.slice(from, from + 40)) {
    if (heading.parent < parent) return undefined;
    if (heading.parent === parent) return runOf.get(heading);
  }
  return undefined;
}

/** Verbal numbers as items. */
export function seriesCandidate(
  parts: Parts,
  { marks }: Series,
  { plain }: { readonly plain: boolean },
): Candidate {
  const last = marks.at(-1)!;
  const paragraph = parts.speech.paragraphs[last.paragraph]!;
  const from = last.span.end - paragraph.span.start;
  return {
    kind: 'series',
    items: marks.map(({ text, span }) => ({ text: plainMark(text), span })),
    least: marks.length,
    most: marks.length,
    last: last.ordinal,
    sure: plain,
    tail: last.head
      ? paragraph.text.slice(from) + tailOf(parts, last.paragraph, 2)
      : paragraph.text.slice(from, from + 300),
  };
}

/** The lists beside the number in its own sentence. */
export function listCandidates(promise: Promised, paragraph: Paragraph): readonly Candidate[] {
  return promise.lists.map((list) => ({
    kind: kindOf(promise, list),
    items: list.items.map((span) => ({
      text: paragraph.text.slice(span.start, span.end),
      span: paragraph.toSource(span),
    })),
    least: list.least,
    most: list.most,
    last: 0,
    sure: list.sure,
    tail: '',
  }));
}

function kindOf({ counts, span }: Promised, { items }: Listing): Candidate['kind'] {
  if (counts === 'characters') return 'characters';
  return items[0]!.start < span.start ? 'list-before' : 'list-after';
}

function plainMark(text: string): string {
  return text.replace(/[、，,.．]$/, '');
}

/** The beginnings of the paragraphs behind one, as far as the next heading. */
function tailOf({ nextHeading, speech, text }: Parts, paragraph: number, reach: number): string {
  const stop = speech.headings[nextHeading[paragraph]!]?.paragraph ?? speech.paragraphs.length;
  let tail = '';
  for (let i = paragraph + 1; i < stop && i <= paragraph + reach; i++) tail += `。${text(i).slice(0, 4)}`;
  return tail;
}
