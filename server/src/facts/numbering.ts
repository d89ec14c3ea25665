import { addTo } from '../draft/lists.ts';
import { rankOf } from '../draft/markers.ts';
import type { Heading, Paragraph, Speech } from '../draft/types.ts';
import { explainSequence } from './sequence.ts';

/** A heading whose number does not follow from the one before it. */
export interface NumberingDefect {
  readonly kind: 'gap' | 'moved' | 'duplicate' | 'restart';
  readonly heading: Heading;
  /** The sibling before it, where there is one. */
  readonly previous: Heading | undefined;
  /** The number that was due. */
  readonly expected: number;
  /** Where the number that was due stands, for `moved`. */
  readonly other: Heading | undefined;
  /** The headings to count on from the first one; empty when an earlier defect of the level has named them. */
  readonly level: readonly Heading[];
}

/** The levels of a speech as they count on, and where they do not. */
export interface NumberingReading {
  /** Siblings that count on together; a run ends where the level starts anew at 1. */
  readonly runs: readonly (readonly Heading[])[];
  readonly defects: readonly NumberingDefect[];
}

/**
 * Reads all levels of a speech. Each cause is a defect once: the smallest edit that explains the sequence, at the
 * first number out of order (GB/T 9704-2012 7.3.3; restarts by practice).
 */
export function readNumbering(speech: Speech): NumberingReading {
  const runs: (readonly Heading[])[] = [];
  const defects: NumberingDefect[] = [];
  const gapAfter = new Set<Heading>();
  const lastOfStyle = new Map<string, number>();
  for (const group of siblingGroups(speech)) {
    const style = group[0]!.marker.style;
    const found = diagnose(group, speech, lastOfStyle.get(style));
    for (const defect of found.defects) {
      if (defect.kind === 'gap' && defect.previous) gapAfter.add(defect.previous);
      defects.push(defect);
    }
    for (const run of found.runs) runs.push(run);
    lastOfStyle.set(style, group[group.length - 1]!.marker.ordinal);
  }
  // Where the heading above a restarted run is missing, its number is the finding and the restart its consequence.
  return {
    runs: runs.sort((a, b) => a[0]!.span.start - b[0]!.span.start),
    defects: defects
      .filter(({ kind, heading }) => kind !== 'restart' || !gapAfter.has(speech.headings[heading.parent]!))
      .sort((a, b) => a.heading.span.start - b.heading.span.start),
  };
}

/** Headings of one parent and one style, in order; groups from the outermost parents on. */
function siblingGroups(speech: Speech): readonly (readonly Heading[])[] {
  const groups = new Map<string, Heading[]>();
  for (const heading of speech.headings) {
    if (heading.marker.style === 'hash') continue;
    const key = `${heading.parent} ${heading.marker.style}`;
    addTo(groups, key, heading);
  }
  return [...groups.values()].sort(
    (a, b) => rankOf(a[0]!.marker.style) - rankOf(b[0]!.marker.style) || a[0]!.span.start - b[0]!.span.start,
  );
}

function diagnose(
  group: readonly Heading[],
  speech: Speech,
  lastBefore: number | undefined,
): { readonly runs: readonly (readonly Heading[])[]; readonly defects: readonly NumberingDefect[] } {
  const runs: Heading[][] = [];
  const defects: NumberingDefect[] = [];
  group.forEach((heading, i) => {
    const previous = group[i - 1];
    if (previous && !startsAnew(speech, heading, previous, group[i + 1], runs[runs.length - 1]!)) {
      runs[runs.length - 1]!.push(heading);
      return;
    }
    if (previous && !restartAnnounced(speech, heading, runs[runs.length - 1]!)) {
      const level = [...runs[runs.length - 1]!, ...restOfRun(group, i)];
      defects.push({
        kind: 'restart',
        heading,
        previous,
        expected: previous.marker.ordinal + 1,
        other: undefined,
        level,
      });
    }
    runs.push([heading]);
  });
  runs.forEach((run, i) => {
    const first = i === 0 ? firstDue(run, lastBefore) : 1;
    const found = explainSequence(
      run.map(({ marker }) => marker.ordinal),
      first,
    );
    found.forEach(({ kind, at, expected, other }, order) => {
      const place = {
        heading: run[at]!,
        previous: run[at - 1],
        other: other === undefined ? undefined : run[other]!,
      };
      defects.push({ kind, expected, ...place, level: order === 0 ? run : [] });
    });
  });
  return { runs: runs.flatMap(withoutLostHead), defects };
}

/** A run that falls back and counts on to its end is two, the first heading of the second one being lost. */
function withoutLostHead(run: readonly Heading[]): readonly (readonly Heading[])[] {
  let tail = run.length - 1;
  const ordinal = (i: number): number => run[i]!.marker.ordinal;
  while (tail > 0 && ordinal(tail) === ordinal(tail - 1) + 1) tail--;
  const fallsBack = tail > 0 && ordinal(tail) < ordinal(tail - 1) && run.length - tail > 1;
  return fallsBack ? [run.slice(0, tail), run.slice(tail)] : [run];
}

/** A number 1 opens a run when it is announced or when the count goes on from it; else it is a wrong number. */
function startsAnew(
  speech: Speech,
  heading: Heading,
  previous: Heading,
  next: Heading | undefined,
  run: readonly Heading[],
): boolean {
  if (heading.marker.ordinal !== 1) return false;
  return (
    (previous.marker.ordinal !== 1 && next?.marker.ordinal === 2) || restartAnnounced(speech, heading, run)
  );
}

/** The siblings from `from` on until the next number 1. */
function restOfRun(group: readonly Heading[], from: number): readonly Heading[] {
  let end = from + 1;
  while (end < group.length && group[end]!.marker.ordinal !== 1) end++;
  return group.slice(from, end);
}

/** 1, unless numbering goes on from the level's previous run, or a lone Arabic number opens no list. */
function firstDue(group: readonly Heading[], lastBefore: number | undefined): number {
  const first = group[0]!.marker;
  if (lastBefore !== undefined && first.ordinal === lastBefore + 1) return first.ordinal;
  const chinese = first.style === 'han' || first.style === 'han-paren';
  return !chinese && group.length < 2 ? first.ordinal : 1;
}

const BRIDGE =
  /(?:以上|上述|前面).{0,12}[个点项条]|(?:下面|接下来|此外|另外|还要|一并|再就|附件|附[：:])|再[讲作做强提说]|[作做]个(?:安排|强调|说明|部署)/;

/** An item of a series, not its first, with the headings below it still to come. */
const ITEM =
  /^(?:第[二三四五六七八九十]{1,3}，|其[二三四五六]，|[二三四五六七八九十]{1,3}[是要]|其次，|再次，|最后，)/;
const FIRST_ITEM = /^(?:第一，|其一，|一[是要]|首先，)/;

/**
 * A second run may start at 1 after a title of its own, an appendix, a sentence that leads over to it, the next item of
 * a series from above the run before, or the first
 * paragraph of text after items that had none.
 */
function restartAnnounced(speech: Speech, heading: Heading, run: readonly Heading[]): boolean {
  if (heading.glued) return false;
  let below = false;
  for (let i = heading.paragraph - 1; i >= 0; i--) {
    const paragraph = speech.paragraphs[i]!;
    if (paragraph.role === 'heading') return below;
    if (i === heading.paragraph - 1) below = ITEM.test(paragraph.text);
    else if (below && (ITEM.test(paragraph.text) || FIRST_ITEM.test(paragraph.text))) return false;
    if (isUnnumberedTitle(paragraph)) return true;
    if (i !== heading.paragraph - 1) continue;
    if (/[：:]$/.test(paragraph.text) || BRIDGE.test(paragraph.text)) return true;
    if (run.length > 1 && run.every((item, k) => k === 0 || item.paragraph === run[k - 1]!.paragraph + 1))
      return true;
  }
  return false;
}

function isUnnumberedTitle({ text }: Paragraph): boolean {
  return text.length >= 2 && text.length <= 40 && !/[。；，！？：,;|]/.test(text);
}
