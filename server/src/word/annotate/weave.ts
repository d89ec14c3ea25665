import { firstWhere } from '../../draft/halving.ts';
import { type Span, slice } from '../../draft/span.ts';
import type { Element } from './body.ts';
import type { Place } from './place.ts';
import type { Insertion } from './splice.ts';

/** XML to be put between runs; at one place lower ranks come first. */
export interface Mark {
  readonly place: Place;
  readonly rank: number;
  readonly xml: string;
}

/** Text of one run that a change takes away. */
export interface Struck {
  readonly from: Place;
  readonly to: Place;
  readonly text: Element;
}

/** Gives the two tags around a stretch of struck runs. */
export type Fence = () => { readonly open: string; readonly close: string };

/**
 * What has to be put into the XML of a part for marks and struck text to stand in it: runs and texts are parted where
 * a mark stands inside, each part with the properties of the whole. Nothing is ever taken out.
 */
export function weave(
  xml: string,
  marks: readonly Mark[],
  struck: readonly Struck[],
  fence: Fence,
): readonly Insertion[] {
  const places = new Map<number, { readonly place: Place; readonly marks: Mark[] }>();
  const placed = (place: Place): Mark[] => {
    const known = places.get(place.at) ?? { place, marks: [] };
    places.set(place.at, known);
    return known.marks;
  };
  for (const mark of marks) placed(mark.place).push(mark);
  for (const { from, to } of struck) {
    placed(from);
    placed(to);
  }
  const strikes = createStrikes(struck);
  const texts = new Map(struck.map(({ text }) => [text.start, text]));
  const insertions = [...texts.values()].flatMap((text) => renamed(xml, text, strikes));
  // Each stretch between two places is fenced for itself, so that no mark is part of what is taken away.
  const open: string[] = [];
  for (const [at, { place, marks }] of [...places].sort(([a], [b]) => a - b)) {
    const close = strikes.before(at) ? (open.pop() ?? '') : '';
    const inside = marks.sort((a, b) => a.rank - b.rank).map((mark) => mark.xml);
    const between = [close, ...inside];
    if (strikes.after(at)) {
      const tags = fence();
      between.push(tags.open);
      open.push(tags.close);
    }
    insertions.push(...parted(xml, place, between.join(''), strikes, places));
  }
  return insertions;
}

interface Strikes {
  readonly before: (at: number) => boolean;
  readonly after: (at: number) => boolean;
  readonly whole: (span: Span) => boolean;
}

function createStrikes(struck: readonly Struck[]): Strikes {
  const sorted = struck.map(({ from, to }) => ({ from: from.at, to: to.at })).sort((a, b) => a.from - b.from);
  // They lie apart from each other, so the last that begins before a place is the only one that can hold it.
  const lastFrom = (at: number): { readonly from: number; readonly to: number } | undefined =>
    sorted[firstWhere(sorted.length, (index) => sorted[index]!.from > at) - 1];
  const after = (at: number): boolean => (lastFrom(at)?.to ?? at) > at;
  return {
    after,
    before: (at) => (lastFrom(at - 1)?.to ?? -1) >= at,
    whole: ({ start, end }) => (lastFrom(start)?.to ?? -1) >= end,
  };
}

/** Struck text is `w:delText`, as it would have been written in place of `w:t`. */
function renamed(xml: string, { start, end, inner }: Element, { whole }: Strikes): readonly Insertion[] {
  const name = nameAt(xml, start);
  const open = { start, end: inner.start };
  const close = { start: inner.end, end };
  return [
    ...(whole(open) ? [{ at: start + name.length, text: STRIKE }] : []),
    ...(whole(close) ? [{ at: inner.end + 1 + name.length, text: STRIKE }] : []),
  ];
}

/** What makes `t` a `delText`. */
const STRIKE = 'delTex';
const SPACE = ' \t\r\n';
const PRESERVE = ' xml:space="preserve"';

function parted(
  xml: string,
  { at, run, text }: Place,
  between: string,
  strikes: Strikes,
  places: ReadonlyMap<number, unknown>,
): readonly Insertion[] {
  if (!run) return [{ at, text: between }];
  const properties = run.properties ? slice(xml, run.properties) : '';
  const tag = slice(xml, { start: run.start, end: run.inner.start });
  const around = (inside: string): string => `</${nameAt(xml, run.start)}>${inside}${tag}${properties}`;
  if (!text) return [{ at, text: around(between) }];
  const name = nameAt(xml, text.start);
  const keeps = /\sxml:space\s*=\s*["']preserve["']/.test(
    slice(xml, { start: text.start, end: text.inner.start }),
  );
  const close = (isStruck: boolean): string => `</${textName(name, isStruck)}>`;
  const open = (isStruck: boolean, keep: boolean): string =>
    `<${textName(name, isStruck)}${keep ? PRESERVE : ''}>`;
  // Spaces at the edge of a text count only where it says so: they get a text of their own.
  let from = at;
  while (!keeps && from > text.inner.start && SPACE.includes(xml[from - 1]!)) from--;
  let to = at;
  while (!keeps && to < text.inner.end && SPACE.includes(xml[to]!)) to++;
  const alone = (where: number, keep: boolean): readonly Insertion[] =>
    where === at || places.has(where)
      ? []
      : [{ at: where, text: close(strikes.before(where)) + open(strikes.after(where), keep) }];
  const cut = `${close(strikes.before(at))}${around(between)}${open(strikes.after(at), keeps || to > at)}`;
  return [...alone(from, true), { at, text: cut }, ...alone(to, false)];
}

function textName(name: string, isStruck: boolean): string {
  return isStruck ? `${name.slice(0, -1)}${STRIKE}t` : name;
}

/** The name of the element that begins at an offset, as the file writes it. */
function nameAt(xml: string, start: number): string {
  return /[^\s/>]+/.exec(xml.slice(start + 1, start + 200))![0];
}
