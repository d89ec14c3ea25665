import type { Paragraph, Speech } from '../../draft/types.ts';
import type { Entry, Run } from './entries.ts';
import { type HeadingEntry, standsBelow } from './headings.ts';
import type { OutlineNode } from './types.ts';

/** What the siblings of a run have shown so far. */
interface Learnt {
  readonly run: Run;
  /** Paragraphs that the longest of the closed items takes. */
  longest: number;
  /** Habits of the runs below its items. */
  readonly below: Set<string>;
}

/** A node whose end is not known yet. */
interface Open {
  readonly entry: Entry;
  /** Undefined for a heading. */
  readonly learnt: Learnt | undefined;
  readonly heading: HeadingEntry | undefined;
  readonly last: boolean;
  readonly children: OutlineNode[];
}

interface Step {
  readonly entry: Entry;
  readonly heading?: HeadingEntry;
  readonly run?: Run;
}

/**
 * Nests the places of a speech in one pass. Headings close all below them; an item closes the one before it of its run
 * and what is open inside; the first item of a run stands under what is open there and not over. How far the last item
 * of a run reaches its siblings tell: as many paragraphs as the longest of them.
 */
export function nest(
  speech: Speech,
  headings: readonly HeadingEntry[],
  runs: readonly Run[],
): readonly OutlineNode[] {
  const pile = createPile(speech.paragraphs);
  for (const { entry, heading, run } of inOrder(headings, runs)) {
    if (run) openItem(pile, entry, run, speech.paragraphs);
    else if (heading) {
      pile.closeWhile(entry.start, (open) => !holds(open, heading));
      pile.open({ entry, learnt: undefined, heading, last: false, children: [] });
    }
  }
  pile.closeTo(0, speech.span.end);
  return pile.roots;
}

/** Whether a heading stands below an open node: by its level, or as headings do below the items of that series. */
function holds({ entry, heading, learnt }: Open, next: HeadingEntry): boolean {
  if (heading) return standsBelow(next, heading);
  const rank = learnt?.run.holds;
  return rank !== undefined && entry.head && next.rank !== undefined && next.rank >= rank;
}

function openItem(pile: Pile, entry: Entry, run: Run, paragraphs: readonly Paragraph[]): void {
  const at = pile.stack.findLastIndex(({ learnt }) => learnt?.run === run);
  const last = run.items[run.items.length - 1] === entry;
  if (at >= 0) {
    const { entry: previous, learnt } = pile.stack[at]!;
    learnt!.longest = Math.max(learnt!.longest, entry.paragraph - previous.paragraph);
    pile.closeTo(at + 1, entry.start);
    pile.close(entry.start);
    pile.open({ entry, learnt, heading: undefined, last, children: [] });
    return;
  }
  pile.closeTo(sameLevel(pile.stack, run), entry.start);
  pile.closeWhile(entry.start, (open) => isOver(open, entry, run, paragraphs));
  pile.stack[pile.stack.length - 1]?.learnt?.below.add(run.habit);
  pile.open({ entry, learnt: { run, longest: 1, below: new Set() }, heading: undefined, last, children: [] });
}

/** The nodes that are open, the innermost on top, and the finished ones below no other. */
interface Pile {
  readonly stack: readonly Open[];
  readonly roots: readonly OutlineNode[];
  readonly open: (open: Open) => void;
  /** Ends the innermost node at an offset. */
  readonly close: (at: number) => void;
  /** Ends nodes where they end by themselves, at an offset at the latest, until `depth` are left. */
  readonly closeTo: (depth: number, at: number) => void;
  readonly closeWhile: (at: number, over: (open: Open) => boolean) => void;
}

function createPile(paragraphs: readonly Paragraph[]): Pile {
  const stack: Open[] = [];
  const roots: OutlineNode[] = [];
  const close = (at: number): void => {
    const open = stack.pop()!;
    const siblings = stack[stack.length - 1]?.children ?? roots;
    siblings.push(closed(open, at, siblings.length + 1));
  };
  const end = (at: number): void => close(Math.min(at, ownEnd(stack[stack.length - 1]!, paragraphs)));
  return {
    stack,
    roots,
    open: (open) => stack.push(open),
    close,
    closeTo(depth, at) {
      while (stack.length > depth) end(at);
    },
    closeWhile(at, over) {
      while (stack.length > 0 && over(stack[stack.length - 1]!)) end(at);
    },
  };
}

function inOrder(headings: readonly HeadingEntry[], runs: readonly Run[]): readonly Step[] {
  const steps: Step[] = headings.map((heading) => ({ entry: heading, heading }));
  for (const run of runs) for (const entry of run.items) steps.push({ entry, run });
  return steps.sort((a, b) => a.entry.start - b.entry.start || b.entry.end - a.entry.end);
}

/**
 * How much of the stack stays open where a run begins that is written like one whose last item is open: both are of one
 * level, unless earlier items hold runs of that kind below them.
 */
function sameLevel(stack: readonly Open[], { habit }: Run): number {
  for (let at = stack.length - 1; at >= 0; at--) {
    const { learnt, last } = stack[at]!;
    if (!learnt || !last) break;
    if (learnt.run.habit === habit && !learnt.below.has(habit)) return at;
  }
  return stack.length;
}

/** Whether the last item of a run has ended before a place where another run begins. */
function isOver(
  { entry, learnt, last }: Open,
  next: Entry,
  { habit }: Run,
  paragraphs: readonly Paragraph[],
): boolean {
  if (!learnt || !last || next.paragraph === entry.paragraph) return false;
  const reach = entry.paragraph + (entry.head ? learnt.longest : 1);
  if (next.paragraph !== reach) return next.paragraph > reach;
  return !next.head || !(learnt.below.has(habit) || /[：:]$/.test(paragraphs[reach - 1]!.text));
}

/** Where a node ends by itself; what stands below it is part of it. */
function ownEnd({ entry, learnt, children }: Open, paragraphs: readonly Paragraph[]): number {
  if (!learnt) return Number.POSITIVE_INFINITY;
  const paragraph = Math.min(entry.paragraph + (entry.head ? learnt.longest : 1), paragraphs.length) - 1;
  return Math.max(paragraphs[paragraph]!.span.end, children[children.length - 1]?.extent.end ?? 0);
}

function closed({ entry, children }: Open, end: number, place: number): OutlineNode {
  const { kind, style, marker, ordinal, title, start, head } = entry;
  const over = Math.max(0, entry.end - end);
  return {
    kind,
    style,
    marker,
    ordinal: ordinal || place,
    title: over > 0 ? title.slice(0, Math.max(0, title.length - over)) : title,
    span: { start, end: entry.end - over },
    extent: { start, end },
    head,
    children,
  };
}
