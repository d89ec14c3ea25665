import { firstWhere } from '../../draft/halving.ts';
import { addTo } from '../../draft/lists.ts';
import type { Span } from '../../draft/span.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import type { TermEntry, TermHit } from './types.ts';

/** Reads the forms of all entries in a paragraph; `ends` gives the ends of its words where an entry asks for them. */
export type TermTable = (text: string, ends: () => Uint32Array | undefined) => readonly TermHit[];

/** What a pattern stands for: a form of an entry, or a wording in which its form is right. */
interface Use {
  readonly entry: TermEntry;
  readonly exception: boolean;
}

/**
 * Makes a table of entries; it is compiled at the first paragraph. Hits come in order. What stands in a title in 《》
 * is not the writer's wording and gives none; of banned and preferred wordings that overlap, the longest counts.
 */
export function createTermTable(entries: readonly TermEntry[]): TermTable {
  let compiled: { readonly matcher: Matcher; readonly uses: readonly (readonly Use[])[] } | undefined;
  return (text, ends) => {
    compiled ??= compile(entries);
    const { matcher, uses } = compiled;
    const hits: TermHit[] = [];
    const exceptions = new Map<TermEntry, Span[]>();
    matcher.scan(text, (pattern, start, end) => {
      for (const { entry, exception } of uses[pattern]!) {
        if (!exception) hits.push({ entry, text: text.slice(start, end), span: { start, end } });
        else {
          addTo(exceptions, entry, { start, end });
        }
      }
    });
    if (hits.length === 0) return hits;
    const titles = enclosed(text);
    const kept = hits.filter(
      ({ entry, span }) =>
        !within(span, titles) &&
        !within(span, exceptions.get(entry)) &&
        (!entry.word || isWord(span, ends())),
    );
    return longest(kept);
  };
}

function compile(entries: readonly TermEntry[]) {
  const numbers = new Map<string, number>();
  const uses: Use[][] = [];
  const add = (pattern: string, use: Use): void => {
    const number = numbers.get(pattern) ?? numbers.size;
    numbers.set(pattern, number);
    const known = uses[number];
    if (known) known.push(use);
    else uses[number] = [use];
  };
  for (const entry of entries) {
    for (const form of new Set(entry.forms)) add(form, { entry, exception: false });
    for (const wording of exceptionsOf(entry)) add(wording, { entry, exception: true });
  }
  return { matcher: createMatcher([...numbers.keys()]), uses };
}

/** The exceptions with their forms; a right wording that holds a wrong one is one of them. */
function exceptionsOf({ forms, except = [], right }: TermEntry): ReadonlySet<string> {
  const written = except.flatMap((wording) =>
    wording.includes('…') ? forms.map((form) => wording.replaceAll('…', form)) : [wording],
  );
  return new Set(right === undefined ? written : [...written, right]);
}

/** Whether a span lies in one of several that are in the order of their ends. */
function within({ start, end }: Span, spans: readonly Span[] = []): boolean {
  const first = firstWhere(spans.length, (at) => spans[at]!.end >= end);
  for (let i = first; i < spans.length && spans[i]!.end - end <= REACH; i++) {
    if (spans[i]!.start <= start) return true;
  }
  return false;
}

/** No term and no title in 《》 is longer; what lies further on cannot hold the place. */
const REACH = 200;

function isWord({ start, end }: Span, ends: Uint32Array | undefined): boolean {
  return ends !== undefined && (start === 0 || isEnd(ends, start)) && isEnd(ends, end);
}

function isEnd(ends: Uint32Array, at: number): boolean {
  return ends[firstWhere(ends.length, (index) => ends[index]! >= at)] === at;
}

/** Titles in 《》, those of a line that is not closed left out. */
function enclosed(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf('《'); start >= 0; ) {
    const end = text.indexOf('》', start);
    if (end < 0) break;
    spans.push({ start, end: end + 1 });
    start = text.indexOf('《', end);
  }
  return spans;
}

/** Of hits that overlap the first, and of several at one place the longest: among all words that are out, and entry by entry. */
function longest(hits: TermHit[]): readonly TermHit[] {
  hits.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const reached = new Map<TermEntry | undefined, number>();
  return hits.filter(({ entry, span }) => {
    const group = entry.kind === 'banned' || entry.kind === 'preferred' ? undefined : entry;
    if (span.start < (reached.get(group) ?? 0)) return false;
    reached.set(group, span.end);
    return true;
  });
}
