import { firstWhere } from '../../draft/halving.ts';
import { addTo } from '../../draft/lists.ts';
import type { Span } from '../../draft/span.ts';
import type { Heading, Paragraph, Speech } from '../../draft/types.ts';
import type { FactMemory } from '../facts.ts';
import { nameChange } from './names.ts';
import type { Change, ChangeSide, ChangeWay, Entity, ParagraphPair, Round, Stretch } from './types.ts';

/** Everything of substance that differs between two versions of a speech, in the order of the new one. */
export function changesOf(round: Round, memory: FactMemory): readonly Change[] {
  const { old, now, pairs } = round;
  const [pairedOld, pairedNow] = [new Set(pairs.map((p) => p.old)), new Set(pairs.map((p) => p.now))];
  const [headingsOld, headingsNow] = [headingsOf(old), headingsOf(now)];
  const gone = old.paragraphs.flatMap((paragraph, i) =>
    pairedOld.has(i) ? [] : wholeChange(paragraph, headingsOld.get(i)?.[0], 'deleted'),
  );
  const made = now.paragraphs.flatMap((paragraph, i) =>
    pairedNow.has(i) ? [] : wholeChange(paragraph, headingsNow.get(i)?.[0], 'added'),
  );
  const kept = pairs.flatMap((pair) =>
    pairChanges(
      round,
      pair,
      { old: headingsOld.get(pair.old) ?? [], now: headingsNow.get(pair.now) ?? [] },
      memory,
    ),
  );
  const placeOf = createPlaces(round);
  return [...gone, ...made, ...kept]
    .map((change) => ({ change, at: placeOf(change), from: change.old?.span.start ?? 0 }))
    .sort((a, b) => a.at - b.at || a.from - b.from)
    .map(({ change }) => change);
}

type Headings = readonly Heading[];

/** The headings of a speech by their paragraph. */
function headingsOf({ headings }: Speech): ReadonlyMap<number, Headings> {
  const byParagraph = new Map<number, Heading[]>();
  for (const heading of headings) {
    addTo(byParagraph, heading.paragraph, heading);
  }
  return byParagraph;
}

/** Where a change stands in the new version; what was deleted stands where the text goes on after it. */
function createPlaces({ old, now, pairs }: Round): (change: Change) => number {
  const lastPaired = new Map(pairs.map((pair) => [pair.old, now.paragraphs[pair.now]!.span.end]));
  let end = 0;
  const goesOn = old.paragraphs.map((_, i) => {
    const here = end;
    end = lastPaired.get(i) ?? end;
    return here;
  });
  const starts = old.paragraphs.map(({ span }) => span.start);
  return ({ old: side, now: there }) => {
    if (there) return there.span.start;
    return goesOn[lastAtOrBefore(starts, side?.span.start ?? 0)] ?? 0;
  };
}

/** Index of the last of ascending numbers that is not beyond a limit, or -1. */
function lastAtOrBefore(numbers: readonly number[], limit: number): number {
  return firstWhere(numbers.length, (at) => numbers[at]! > limit) - 1;
}

const SIDE = { added: 'now', deleted: 'old' } as const;

function wholeChange(
  { text, role, span }: Paragraph,
  heading: Heading | undefined,
  way: 'added' | 'deleted',
): readonly Change[] {
  const make = (kind: Change['kind'], side: ChangeSide): Change => ({
    ...{ kind, way, topic: '', old: undefined, now: undefined },
    [SIDE[way]]: side,
  });
  const titled = heading ? [make('heading', headingSide(heading))] : [];
  const isHeading = role === 'heading' || role === 'title';
  if (isHeading && heading && heading.span.end >= span.end - 1) return titled;
  if (isHeading && !heading) return [make('heading', { text, span })];
  return [...titled, make('paragraph', { text, span })];
}

function headingSide({ marker, title, span }: Heading): ChangeSide {
  return { text: marker.text + title, span };
}

function pairChanges(
  round: Round,
  pair: ParagraphPair,
  titles: Record<'old' | 'now', Headings>,
  memory: FactMemory,
): readonly Change[] {
  const [old, now] = [round.old.paragraphs[pair.old]!, round.now.paragraphs[pair.now]!];
  const whole = (side: Paragraph): ChangeSide => ({ text: side.text, span: side.span });
  const moved: readonly Change[] = pair.moved
    ? [{ kind: 'paragraph', way: 'moved', old: whole(old), now: whole(now), topic: '' }]
    : [];
  if (pair.same) return moved;
  const headings = headingChanges(round, pair, titles);
  const inHeading = (at: number): boolean =>
    headings.some(({ now: side }) => side && side.span.start <= at && at < side.span.end);
  const { entities, stretches } = round.comparisonOf(pair);
  const sideOf = ({ toSource, text }: Paragraph, span: Span): ChangeSide => ({
    text: text.slice(span.start, span.end),
    span: toSource(span),
  });
  const valued = entities
    .filter(({ old: a, now: b }) => plain(a.text) !== plain(b.text))
    .map(({ old: a, now: b }) => entityChange(a, b, sideOf(old, a.span), sideOf(now, b.span)));
  const worded = stretches.flatMap((stretch) => stretchChanges(old, now, stretch, memory, sideOf));
  return [
    ...moved,
    ...headings,
    ...[...valued, ...once(worded)].filter(({ now: side }) => !side || !inHeading(side.span.start)),
  ];
}

const plain = (text: string): string => text.replace(/\s+/g, '');

/** Headings of a paragraph by their order in it. */
function headingChanges(
  { old, now }: Round,
  pair: ParagraphPair,
  { old: a, now: b }: Record<'old' | 'now', Headings>,
): readonly Change[] {
  const title = now.paragraphs[pair.now]!;
  if (a.length === 0 && b.length === 0 && title.role === 'title' && !/^[（(]/.test(title.text)) {
    const was = old.paragraphs[pair.old]!;
    return [
      {
        ...{ kind: 'heading', way: 'changed', topic: '' },
        old: { text: was.text, span: was.span },
        now: { text: title.text, span: title.span },
      },
    ];
  }
  const count = Math.max(a.length, b.length);
  return Array.from({ length: count }, (_, i): Change | undefined => {
    const [one, other] = [a[i], b[i]];
    const [x, y] = [one && headingSide(one), other && headingSide(other)];
    if (x && y && plain(x.text) === plain(y.text)) return undefined;
    return { kind: 'heading', way: x ? (y ? 'changed' : 'deleted') : 'added', old: x, now: y, topic: '' };
  }).filter((change) => change !== undefined);
}

function entityChange(a: Entity, b: Entity, old: ChangeSide, now: ChangeSide): Change {
  const open = [a.kind === 'placeholder', b.kind === 'placeholder'];
  if (open[0] !== open[1]) {
    const way: ChangeWay = open[0] ? 'filled' : 'opened';
    return { kind: 'placeholder', way, old, now, topic: a.topic || b.topic };
  }
  return { kind: a.kind, way: 'changed', old, now, topic: b.topic || a.topic };
}

function stretchChanges(
  old: Paragraph,
  now: Paragraph,
  stretch: Stretch,
  memory: FactMemory,
  sideOf: (paragraph: Paragraph, span: Span) => ChangeSide,
): readonly Change[] {
  const side = (paragraph: Paragraph, span: Span): ChangeSide | undefined =>
    span.end > span.start ? sideOf(paragraph, span) : undefined;
  const { old: a, now: b, oldEntities, nowEntities } = stretch;
  const filled = oldEntities.filter(({ kind }) => kind === 'placeholder').length;
  const opened = nowEntities.filter(({ kind }) => kind === 'placeholder').length;
  if (filled !== opened && a.end > a.start && b.end > b.start) {
    const way: ChangeWay = filled > opened ? 'filled' : 'opened';
    return [{ kind: 'placeholder', way, old: sideOf(old, a), now: sideOf(now, b), topic: '' }];
  }
  const worded = (text: string) => ({ text, words: memory.of(text).words });
  const name = nameChange(worded(old.text), worded(now.text), stretch);
  if (name)
    return [
      { kind: 'name', way: 'changed', old: sideOf(old, name.old), now: sideOf(now, name.now), topic: '' },
    ];
  const way: ChangeWay = a.end === a.start ? 'added' : b.end === b.start ? 'deleted' : 'changed';
  return [
    { kind: 'text', way, old: side(old, a), now: side(now, b), topic: '' },
    ...oldEntities.map(({ kind, span, topic }): Change => {
      return { kind, way: 'deleted', old: sideOf(old, span), now: undefined, topic };
    }),
    ...nowEntities.map(({ kind, span, topic }): Change => {
      return { kind, way: 'added', old: undefined, now: sideOf(now, span), topic };
    }),
  ];
}

/** A name of which two parts were changed is one change. */
function once(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>();
  return changes.filter(({ kind, old, now }) => {
    const key = `${kind} ${old?.span.start} ${old?.span.end} ${now?.span.start} ${now?.span.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A speech that only one version has: all of it was added or deleted. */
export function wholeChanges(speech: Speech, way: 'added' | 'deleted'): readonly Change[] {
  const headings = headingsOf(speech);
  return speech.paragraphs.flatMap((paragraph, i) => wholeChange(paragraph, headings.get(i)?.[0], way));
}
