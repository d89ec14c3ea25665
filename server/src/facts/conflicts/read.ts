import { addTo } from '../../draft/lists.ts';
import type { Paragraph } from '../../draft/types.ts';
import type { FigureBlock, PlacedBlock, SpeechFigures } from '../figures/speech.ts';
import { agree } from './agree.ts';
import { comparable, type LocalMention, type Mention } from './mentions.ts';
import { STRATEGIES, type Strategy, TIME_TAIL } from './strategies.ts';
import { type Conflict, SHOWN } from './types.ts';

const AHEAD =
  /力争|确保|目标|计划|预计|努力|争取|预期|安排|要(?:实现|完成|达到|新[增建])|[将拟](?:达|实现|完成|新[增建]|投)/;
const BASIS = /同口径|可比|不变价|现价|剔除|扣除|快报|核算/;
const REACH = 60;

/** Finds the data that a speech gives with different values, in the order of the text, at most one conflict a datum. */
export type ConflictReader = (
  figures: SpeechFigures,
  paragraphs: readonly Paragraph[],
) => readonly Conflict[];

/** A mention of a paragraph with the keys by which it is grouped; the same object while its paragraph stays as it is. */
interface KnownMention extends Mention {
  readonly local: LocalMention;
  /** Strategy by strategy. */
  readonly keys: readonly (string | undefined)[];
  /** Whether it looks ahead, and by which method it was counted. */
  readonly stand: () => string;
}

/** A mention at its place. */
interface Standing {
  readonly known: KnownMention;
  readonly place: PlacedBlock;
}

/** A mention by its block and its index there. */
interface Position {
  readonly block: number;
  readonly mention: number;
}

/** How the mentions of a speech, block by block, group by their keys. */
interface Layout {
  readonly mentions: readonly (readonly KnownMention[])[];
  /** Strategy by strategy. */
  readonly ways: readonly (readonly (readonly Position[])[])[];
}

/** What a group came to; members are named by their index in it. */
interface Outcome {
  readonly group: readonly Standing[];
  readonly main: number;
  /** None where the group agrees. */
  readonly others: readonly number[];
  readonly certain: boolean;
}

/**
 * Makes a reader. Linear in the number of figures: each way of comparing groups them by a key and holds one mention
 * against the others; what a group of the same mentions came to is remembered.
 */
export function createConflictReader(): ConflictReader {
  const mentionsOf = new WeakMap<FigureBlock, readonly KnownMention[]>();
  const outcomes = STRATEGIES.map(() => new WeakMap<KnownMention, Outcome>());

  const judge = (group: readonly Standing[], way: number): Outcome => {
    const memory = outcomes[way]!;
    const before = memory.get(group[0]!.known);
    if (before && isSame(before.group, group)) return before;
    const outcome = outcomeOf(group, STRATEGIES[way]!);
    memory.set(group[0]!.known, outcome);
    return outcome;
  };

  let layout: Layout | undefined;

  return ({ blocks, at }, paragraphs) => {
    const mentions = blocks.map(({ block, paragraph }) => {
      const known = mentionsOf.get(block) ?? knownMentions(block, paragraphs[paragraph]!.text);
      mentionsOf.set(block, known);
      return known;
    });
    layout = layout && isLaidOut(layout, mentions) ? { ...layout, mentions } : layOut(mentions);
    const taken = new Set<number>();
    const isFree = ({ known, place }: Standing): boolean => !taken.has(place.first + known.local.at);
    const found: Conflict[] = [];
    layout.ways.forEach((groups, way) => {
      for (const positions of groups) {
        const group = positions
          .map(({ block, mention }) => ({ known: mentions[block]![mention]!, place: blocks[block]! }))
          .filter(isFree);
        if (group.length < 2) continue;
        const { main, others, certain } = judge(group, way);
        if (others.length === 0) continue;
        const figureOf = ({ place, known }: Standing) => at(place, known.local.at);
        const { known } = group[main]!;
        found.push({
          figure: figureOf(group[main]!),
          others: others.slice(0, SHOWN).map((other) => figureOf(group[other]!)),
          topic: known.whole || known.found.figure.indicator.replace(TIME_TAIL, ''),
          certain,
        });
        for (const { place, known } of group) {
          taken.add(place.first + known.local.at);
          if (known.local.growth !== undefined) taken.add(place.first + known.local.growth);
        }
      }
    });
    return found.sort((a, b) => a.figure.span.start - b.figure.span.start);
  };
}

function knownMentions({ figures }: FigureBlock, text: string): readonly KnownMention[] {
  return comparable(figures, text).map((local) => {
    const found = figures[local.at]!;
    const mention: Mention = {
      found,
      growth: local.growth === undefined ? undefined : figures[local.growth],
      level: local.level === undefined ? undefined : figures[local.level],
      whole: local.whole,
    };
    let stand: string | undefined;
    return {
      ...mention,
      local,
      keys: STRATEGIES.map(({ groupOf }) => groupOf(mention)),
      stand() {
        stand ??= standOf(text, found.figure.span.start);
        return stand;
      },
    };
  });
}

function standOf(text: string, at: number): string {
  const head = text.slice(Math.max(0, at - REACH), at);
  const sentence = head.slice(head.lastIndexOf('。') + 1);
  return `${AHEAD.test(sentence)}|${BASIS.exec(sentence)?.[0] ?? ''}`;
}

/** Groups every mention that has a key with those that have the same one; a mention without mates is in none. */
function layOut(mentions: Layout['mentions']): Layout {
  const ways = STRATEGIES.map((_, way) => {
    const groups = new Map<string, Position[]>();
    mentions.forEach((known, block) => {
      known.forEach(({ keys }, mention) => {
        const key = keys[way];
        if (key !== undefined) addTo(groups, key, { block, mention });
      });
    });
    return [...groups.values()].filter((group) => group.length > 1);
  });
  return { mentions, ways };
}

/** Whether mentions group as others did: their keys are the same. */
function isLaidOut({ mentions: before }: Layout, mentions: Layout['mentions']): boolean {
  return (
    before.length === mentions.length &&
    mentions.every((known, i) => known === before[i] || haveSameKeys(known, before[i]!))
  );
}

function haveSameKeys(some: readonly KnownMention[], others: readonly KnownMention[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ keys }, i) => keys.every((key, way) => key === others[i]!.keys[way]))
  );
}

/** Whether two groups are of the same mentions, the same of them in one paragraph. */
function isSame(before: readonly Standing[], group: readonly Standing[]): boolean {
  return (
    before.length === group.length &&
    group.every(
      (one, i) =>
        one.known === before[i]!.known &&
        (i === 0 || isBeside(one, group[i - 1]!) === isBeside(before[i]!, before[i - 1]!)),
    )
  );
}

function isBeside(a: Standing, b: Standing): boolean {
  return a.place.paragraph === b.place.paragraph;
}

function inOneSentence(a: Standing, b: Standing): boolean {
  return isBeside(a, b) && a.known.local.sentence === b.known.local.sentence;
}

function outcomeOf(group: readonly Standing[], strategy: Strategy): Outcome {
  const main = rarest(group);
  const one = group[main]!;
  const seen = new Set<number | undefined>();
  const others: number[] = [];
  group.forEach((other, index) => {
    const { figure } = other.known.found;
    if (inOneSentence(one, other) || seen.has(figure.amount) || agree(figure, one.known.found.figure)) return;
    if (!strategy.accept(one.known, other.known)) return;
    if (!strategy.mixed && one.known.stand() !== other.known.stand()) return;
    seen.add(figure.amount);
    others.push(index);
  });
  const certain = others.every((other) => strategy.certain(one.known, group[other]!.known));
  return { group, main, others, certain };
}

/** Index of the first mention of the value that fewest places give. */
function rarest(group: readonly Standing[]): number {
  const counts = new Map<number | undefined, number>();
  const amounts = group.map(({ known }) => known.found.figure.amount);
  for (const amount of amounts) counts.set(amount, (counts.get(amount) ?? 0) + 1);
  let best = 0;
  amounts.forEach((amount, i) => {
    if (counts.get(amount)! < counts.get(amounts[best])!) best = i;
  });
  return best;
}
