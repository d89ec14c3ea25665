import { rankOf } from '../draft/markers.ts';
import type { Heading, Paragraph, Speech } from '../draft/types.ts';

/** A heading whose number does not follow from the one before it. */
export interface NumberingDefect {
  readonly kind: 'gap' | 'swap' | 'duplicate' | 'restart';
  readonly heading: Heading;
  /** The sibling before it, where there is one. */
  readonly previous: Heading | undefined;
  /** The number that was due. */
  readonly expected: number;
  /** The headings to count on from the first one; empty when an earlier defect of the level has named them. */
  readonly level: readonly Heading[];
}

/**
 * The defects of all levels of a speech, each cause once: the smallest edit that explains the sequence is reported
 * at the first number out of order (GB/T 9704-2012 7.3.3; restarts by practice).
 */
export function numberingDefects(speech: Speech): NumberingDefect[] {
  const groups = siblingGroups(speech);
  const defects: NumberingDefect[] = [];
  const gapAfter = new Set<Heading>();
  const lastOfStyle = new Map<string, number>();
  for (const group of groups) {
    const style = group[0]!.marker.style;
    const found = diagnose(group, speech, lastOfStyle.get(style));
    for (const defect of found) {
      if (defect.kind === 'gap' && defect.previous) gapAfter.add(defect.previous);
      defects.push(defect);
    }
    lastOfStyle.set(style, group[group.length - 1]!.marker.ordinal);
  }
  // Where the heading above a restarted run is missing, its number is the finding and the restart its consequence.
  return defects
    .filter(({ kind, heading }) => kind !== 'restart' || !gapAfter.has(speech.headings[heading.parent]!))
    .sort((a, b) => a.heading.span.start - b.heading.span.start);
}

/** Runs of siblings: of one parent and one style, each from a number 1 (or the first one) to the next. */
export function headingRuns(speech: Speech): readonly (readonly Heading[])[] {
  return siblingGroups(speech).flatMap((group) => runsOf(group).all);
}

/** Headings of one parent and one style, in order; groups from the outermost parents on. */
function siblingGroups(speech: Speech): readonly (readonly Heading[])[] {
  const groups = new Map<string, Heading[]>();
  for (const heading of speech.headings) {
    if (heading.marker.style === 'hash') continue;
    const key = `${heading.parent} ${heading.marker.style}`;
    const group = groups.get(key);
    if (group) group.push(heading);
    else groups.set(key, [heading]);
  }
  return [...groups.values()].sort(
    (a, b) => rankOf(a[0]!.marker.style) - rankOf(b[0]!.marker.style) || a[0]!.span.start - b[0]!.span.start,
  );
}

function diagnose(
  group: readonly Heading[],
  speech: Speech,
  lastBefore: number | undefined,
): NumberingDefect[] {
  const defects: NumberingDefect[] = [];
  let due = firstDue(group, lastBefore);
  let alternative = -1;
  const seen = new Set<number>();
  const runs = runsOf(group);
  const told = new Set<number>();
  const levelAt = (i: number, kind: NumberingDefect['kind']): readonly Heading[] => {
    const run = runs.indexAt(i);
    if (told.has(run)) return [];
    told.add(run);
    return kind === 'restart' ? [...runs.at(run - 1), ...runs.at(run)] : runs.at(run);
  };
  for (let i = 0; i < group.length; i++) {
    const heading = group[i]!;
    const value = heading.marker.ordinal;
    const previous = group[i - 1];
    const next = group[i + 1]?.marker.ordinal;
    const report = (kind: NumberingDefect['kind']) =>
      defects.push({ kind, heading, previous, expected: due, level: levelAt(i, kind) });
    if (value === due || value === alternative) {
      due = value + 1;
      alternative = -1;
    } else if (value === 1 && i > 0 && previous?.marker.ordinal !== 1) {
      const announced = restartAnnounced(speech, heading);
      if (!announced) report('restart');
      alternative = announced ? -1 : due + 1;
      due = 2;
      seen.clear();
    } else if (value > due) {
      const swapped = next === due;
      report(swapped ? 'swap' : 'gap');
      if (swapped) i++;
      alternative = due + 1;
      due = value + 1;
      if (swapped) seen.add(next);
    } else {
      report(seen.has(value) ? 'duplicate' : 'gap');
      alternative = value + 1;
      due += 1;
      if (value === previous?.marker.ordinal) [due, alternative] = [value + 1, value + 2];
    }
    seen.add(value);
  }
  return defects;
}

/** The stretches of a group between two numbers 1, and the stretch that each member is in. */
function runsOf(group: readonly Heading[]) {
  const runs: Heading[][] = [];
  const index = group.map((heading) => {
    if (runs.length === 0 || heading.marker.ordinal === 1) runs.push([]);
    runs[runs.length - 1]!.push(heading);
    return runs.length - 1;
  });
  return {
    all: runs,
    indexAt: (i: number) => index[i]!,
    at: (run: number): readonly Heading[] => runs[run] ?? [],
  };
}

/** 1, unless numbering goes on from the level's previous run, or a lone Arabic number opens no list. */
function firstDue(group: readonly Heading[], lastBefore: number | undefined): number {
  const first = group[0]!.marker;
  if (lastBefore !== undefined && first.ordinal === lastBefore + 1) return first.ordinal;
  const chinese = first.style === 'han' || first.style === 'han-paren';
  return !chinese && group.length < 2 ? first.ordinal : 1;
}

const BRIDGE = /(?:以上|上述|前面).{0,12}[个点项条]|(?:下面|接下来|此外|另外|还要|一并|再就|附件|附[：:])/;

/** A second run may start at 1 after a title of its own, an appendix, or a sentence that leads over to it. */
function restartAnnounced(speech: Speech, heading: Heading): boolean {
  if (heading.glued) return false;
  for (let i = heading.paragraph - 1; i >= 0; i--) {
    const paragraph = speech.paragraphs[i]!;
    if (paragraph.role === 'heading') return false;
    if (isUnnumberedTitle(paragraph)) return true;
    const adjacent = i === heading.paragraph - 1;
    if (adjacent && (/[：:]$/.test(paragraph.text) || BRIDGE.test(paragraph.text))) return true;
  }
  return false;
}

function isUnnumberedTitle({ text }: Paragraph): boolean {
  return text.length >= 2 && text.length <= 40 && !/[。；，！？：,;]/.test(text);
}
