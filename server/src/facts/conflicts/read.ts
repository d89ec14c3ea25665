import type { Paragraph } from '../../draft/types.ts';
import type { SpeechFigure } from '../figures/types.ts';
import { agree } from './agree.ts';
import { comparable, type Mention } from './mentions.ts';
import { STRATEGIES, type Strategy, TIME_TAIL } from './strategies.ts';
import { type Conflict, SHOWN } from './types.ts';

const AHEAD =
  /力争|确保|目标|计划|预计|努力|争取|预期|安排|要(?:实现|完成|达到|新[增建])|[将拟](?:达|实现|完成|新[增建]|投)/;
const BASIS = /同口径|可比|不变价|现价|剔除|扣除|快报|核算/;
const REACH = 60;

/**
 * Data that a speech gives with different values, in the order of the text, at most one conflict a datum. Linear in
 * the number of figures: each way of comparing groups them by a key and holds one mention against the others.
 */
export function readConflicts(
  figures: readonly SpeechFigure[],
  paragraphs: readonly Paragraph[],
): readonly Conflict[] {
  const mentions = comparable(figures, paragraphs);
  const taken = new Set<SpeechFigure>();
  const found: Conflict[] = [];
  const standOf = ({ found: { paragraph, figure } }: Mention): string => {
    const { text } = paragraphs[paragraph]!;
    const head = text.slice(Math.max(0, figure.span.start - REACH), figure.span.start);
    const sentence = head.slice(head.lastIndexOf('。') + 1);
    return `${AHEAD.test(sentence)}|${BASIS.exec(sentence)?.[0] ?? ''}`;
  };
  for (const strategy of STRATEGIES) {
    for (const mates of groupsOf(mentions, strategy, taken)) {
      const group = mates.filter((mention) => !taken.has(mention.found));
      if (group.length < 2) continue;
      const conflict = conflictIn(group, strategy, standOf);
      if (!conflict) continue;
      found.push(conflict);
      for (const { found: figure, growth } of group) {
        taken.add(figure);
        if (growth) taken.add(growth);
      }
    }
  }
  return found.sort((a, b) => a.figure.span.start - b.figure.span.start);
}

function groupsOf(
  mentions: readonly Mention[],
  { groupOf }: Strategy,
  taken: ReadonlySet<SpeechFigure>,
): readonly (readonly Mention[])[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = taken.has(mention.found) ? undefined : groupOf(mention);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function conflictIn(
  group: readonly Mention[],
  strategy: Strategy,
  standOf: (mention: Mention) => string,
): Conflict | undefined {
  const main = rarest(group);
  const seen = new Set<number | undefined>();
  const others = group.filter((other) => {
    const { figure } = other.found;
    if (other.sentence === main.sentence || seen.has(figure.amount) || agree(figure, main.found.figure))
      return false;
    if (!strategy.accept(main, other) || (!strategy.mixed && standOf(main) !== standOf(other))) return false;
    seen.add(figure.amount);
    return true;
  });
  if (others.length === 0) return undefined;
  return {
    figure: main.found,
    others: others.slice(0, SHOWN).map(({ found }) => found),
    topic: main.whole || main.found.figure.indicator.replace(TIME_TAIL, ''),
    certain: others.every((other) => strategy.certain(main, other)),
  };
}

/** The first mention of the value that fewest places give. */
function rarest(group: readonly Mention[]): Mention {
  const counts = new Map<number | undefined, number>();
  for (const { found } of group) counts.set(found.figure.amount, (counts.get(found.figure.amount) ?? 0) + 1);
  const countOf = ({ found }: Mention): number => counts.get(found.figure.amount) ?? 0;
  return group.reduce((best, mention) => (countOf(mention) < countOf(best) ? mention : best));
}
