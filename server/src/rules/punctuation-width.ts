import { speechRule } from '../engine/define.ts';
import type { Fix, Report } from '../engine/types.ts';
import type { ParagraphFacts } from '../facts/facts.ts';
import type { HalfWidth, WidthKind } from '../facts/punctuation/widths.ts';
import { inOneReport, paragraphsOnce, paragraphsSaying, type ReadParagraph } from './shared/whole-draft.ts';

/** So many half-width marks of one kind, or most of its marks, are a habit of the draft and no slip. */
const HABIT = { many: 10, few: 3 };

interface Place {
  readonly half: HalfWidth;
  readonly report: Report;
}

export default speechRule({
  id: 'punctuation-width',
  title: '半角标点：完成投资20亿元,同比增长3%;',
  level: 'info',
  source: '国标 GB/T 15834—2011 5.1',
  check: (speech, _, { facts, draft }) => {
    const places = paragraphsSaying(draft, speech, facts, halfWidthIn).flatMap((read) =>
      read.facts.punctuation.halfWidth.map((half) => ({ half, report: single(read, half) })),
    );
    if (places.length === 0) return [];
    const habits = habitsOf(places, paragraphsOnce(draft, speech, facts));
    const isHabitual = ({ half }: Place): boolean => half.changes.length > 0 && habits.has(half.kind);
    const habitual = places.filter(isHabitual).map(({ report }) => report);
    const slips = places.filter((place) => !isHabitual(place)).map(({ report }) => report);
    return habitual.length === 0 ? slips : [whole(habitual, habits), ...slips];
  },
});

const halfWidthIn = ({ punctuation }: ParagraphFacts) => punctuation.halfWidth;

/** Kinds of marks that the draft writes in half width; once there is one, those that are mostly so belong to it. */
function habitsOf(places: readonly Place[], paragraphs: readonly ReadParagraph[]): ReadonlySet<WidthKind> {
  const counts = new Map<WidthKind, number>();
  for (const { half } of places)
    if (half.changes.length > 0) counts.set(half.kind, (counts.get(half.kind) ?? 0) + 1);
  const isMostly = ([kind, half]: [WidthKind, number]): boolean => {
    let left = half;
    return paragraphs.every(({ facts }) => {
      left -= facts.punctuation.fullWidth.get(kind) ?? 0;
      return left >= 0;
    });
  };
  const mostly = new Set([...counts].filter(isMostly).map(([kind]) => kind));
  const habits = [...counts].filter(
    ([kind, half]) => half >= HABIT.many || (half >= HABIT.few && mostly.has(kind)),
  );
  return habits.length === 0 ? new Set() : new Set([...habits.map(([kind]) => kind), ...mostly]);
}

function single({ paragraph, facts }: ReadParagraph, half: HalfWidth): Report {
  const { kind, span, changes, certain } = half;
  const marks = changes.map(({ mark }) => mark).join('');
  const now = [...new Set(changes.map(({ at }) => facts.text[at]!))].join('');
  const edits = changes.map(({ at, mark }) => ({
    span: paragraph.toSource({ start: at, end: at + 1 }),
    newText: mark,
  }));
  const fix: Fix = { title: `改为全角的${marks}`, safety: certain ? 'safe' : 'suggestion', edits };
  return {
    messageId: kind === '“' || kind === '‘' ? 'straight-quote' : 'half-width',
    message:
      changes.length === 0
        ? `“${facts.text.slice(span.start, span.end)}”不是中文标点，像是误录，请核对。`
        : `中文里用了半角的 ${now}，应为全角的${marks}。`,
    span: paragraph.toSource(span),
    fixes: changes.length === 0 ? [] : [fix],
  };
}

function whole(places: readonly Report[], kinds: ReadonlySet<WidthKind>): Report {
  return inOneReport(places, {
    messageId: 'whole-draft',
    message: `全稿有${places.length}处半角标点，应为全角的${[...kinds].join('')}。可一次改完，改后请通看。`,
    related: '这里也是半角标点',
    fix: '全稿改为全角标点',
  });
}
