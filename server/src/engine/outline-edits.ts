import { slice } from '../draft/span.ts';
import type { Draft, Heading, MarkerStyle, Speech } from '../draft/types.ts';
import { applyEdits } from './edit.ts';
import { countAll, countAnew } from './outline/number.ts';
import { neighbourSpans, subtreeOf } from './outline/sections.ts';
import {
  formLike,
  formOf,
  isPlain,
  renumberOne,
  restyle,
  standardMarker,
  styleBelow,
} from './outline/slots.ts';
import { readsAs, type Wanted } from './outline/verify.ts';
import { levelOf } from './renumber.ts';
import type { Edit } from './types.ts';

/** Why an edit of the outline cannot be made. */
export type Refusal =
  | 'in-order'
  | 'top-level'
  | 'deepest-level'
  | 'first-of-level'
  | 'last-of-level'
  | 'inside-line'
  | 'unreadable';

/** Edits of the source, or why there are none. */
export type OutlineChange =
  | {
      readonly edits: readonly Edit[];
      /** Where an offset of the old text is in the new one; what was moved is followed. */
      readonly follow: (offset: number) => number;
    }
  | { readonly refusal: Refusal };

/** Puts the numbers of all levels in order, each in its own script; only digits are touched. */
export function renumberAll(draft: Draft, speech: Speech): OutlineChange {
  const numbers = countAll(speech);
  return verified(draft, speech, digitEdits(draft, speech.headings, numbers), {
    order: speech.headings,
    numbers,
  });
}

/** Writes all markers as the standard has them: (一) → （一）, （一）、 → （一）, 1、 → 1. (GB/T 9704-2012 7.3.3). */
export function normaliseStyle(draft: Draft, speech: Speech): OutlineChange {
  const edits = speech.headings.flatMap((heading) => {
    const newText = standardMarker(heading.marker);
    const asRead = isPlain(draft.text, heading);
    return asRead && newText !== heading.marker.text ? [{ span: heading.markerSpan, newText }] : [];
  });
  return verified(draft, speech, edits, { order: speech.headings });
}

/** Writes headings in the way of `sibling`, each with its own number. */
export function writeLike(
  draft: Draft,
  speech: Speech,
  headings: readonly Heading[],
  sibling: Heading,
): OutlineChange {
  const { text } = draft;
  if (![...headings, sibling].every((heading) => isPlain(text, heading))) return { refusal: 'unreadable' };
  const form = formLike(text, sibling);
  const edits = headings.flatMap((heading) => restyle(text, heading, form, heading.marker.ordinal, 0));
  const { style } = sibling.marker;
  const styleOf = (heading: Heading): MarkerStyle =>
    headings.includes(heading) ? style : heading.marker.style;
  return verified(draft, speech, edits, { order: speech.headings, styleOf });
}

/**
 * Raises a section with all below it by one level: each heading gets the style of the one above it. Siblings that
 * follow the section come to stand below it. The levels concerned are renumbered.
 */
export function promote(draft: Draft, speech: Speech, heading: Heading): OutlineChange {
  if (heading.parent < 0) return { refusal: 'top-level' };
  const styles = new Map(
    subtreeOf(speech, heading).map((one) => [one, speech.headings[one.parent]!.marker.style]),
  );
  return relevel(draft, speech, styles, -1);
}

/**
 * Lowers a section with all below it by one level: it becomes the last one below the sibling before it. Which style
 * stands below which is learnt from the speech. The levels concerned are renumbered.
 */
export function demote(draft: Draft, speech: Speech, heading: Heading): OutlineChange {
  const level = levelOf(speech, heading);
  const above = level[level.indexOf(heading) - 1];
  if (!above) return { refusal: 'first-of-level' };
  const styles = new Map<Heading, MarkerStyle>();
  for (const one of subtreeOf(speech, heading)) {
    const over = speech.headings[one.parent];
    const style =
      one === heading
        ? (lastChild(speech, above)?.marker.style ?? usualBelow(speech, above.marker.style))
        : usualBelow(speech, styles.get(over!)!);
    if (!style) return { refusal: 'deepest-level' };
    styles.set(one, style);
  }
  return relevel(draft, speech, styles, 1);
}

/**
 * Lets a section with all below it change places with its neighbour of the same level, and renumbers the level.
 * Line ends and blank lines between the two stay where they are; so does what closes the speech or the list.
 */
export function moveSection(
  draft: Draft,
  speech: Speech,
  heading: Heading,
  direction: 'up' | 'down',
): OutlineChange {
  const level = levelOf(speech, heading);
  const at = level.indexOf(heading);
  const other = level[direction === 'up' ? at - 1 : at + 1];
  if (!other) return { refusal: direction === 'up' ? 'first-of-level' : 'last-of-level' };
  const [first, second] = direction === 'up' ? [other, heading] : [heading, other];
  const above = subtreeOf(speech, first);
  const below = subtreeOf(speech, second);
  const start = speech.headings.indexOf(first);
  const order = speech.headings.toSpliced(start, above.length + below.length, ...below, ...above);
  const numbers = countAnew(speech, order, ({ marker }) => marker.style);
  const digits = digitEdits(draft, speech.headings, numbers);

  const spans = neighbourSpans(draft.text, speech, first, second);
  const within = ({ span }: Edit): boolean => span.start >= spans.first.start && span.end <= spans.second.end;
  const inside = digits.filter(within);
  const written = (place: { readonly start: number; readonly end: number }): string => {
    const own = inside.filter(({ span }) => span.start >= place.start && span.end <= place.end);
    const shifted = own.map(({ span, newText }) => ({
      span: { start: span.start - place.start, end: span.end - place.start },
      newText,
    }));
    return applyEdits(slice(draft.text, place), shifted);
  };
  const outside = digits.filter((edit) => !within(edit));
  const edits = [
    ...outside.filter(({ span }) => span.end <= spans.first.start),
    { span: spans.first, newText: written(spans.second) },
    { span: spans.second, newText: written(spans.first) },
    ...outside.filter(({ span }) => span.start >= spans.second.end),
  ];
  const change = verified(draft, speech, edits, { order, numbers });
  if ('refusal' in change) return change;
  const own = heading === first ? spans.first : spans.second;
  const target = heading === first ? spans.second : spans.first;
  const base = follow(edits, target.start);
  return {
    edits,
    follow: (offset) => {
      const inOwn = Math.min(Math.max(offset, own.start), own.end);
      return base + follow(inside, inOwn) - follow(inside, own.start);
    },
  };
}

/** Gives headings their new styles, and renumbers what they left and where they came to. */
function relevel(
  draft: Draft,
  speech: Speech,
  styles: ReadonlyMap<Heading, MarkerStyle>,
  deeper: 1 | -1,
): OutlineChange {
  const { text, kind } = draft;
  for (const heading of styles.keys()) {
    if (heading.glued) return { refusal: 'inside-line' };
    if (!isPlain(text, heading)) return { refusal: 'unreadable' };
  }
  const styleOf = (heading: Heading): MarkerStyle => styles.get(heading) ?? heading.marker.style;
  const numbers = countAnew(speech, speech.headings, styleOf);
  const forms = new Map(
    [...new Set(styles.values())].map((style) => [style, formOf(text, kind, speech, style)]),
  );
  const edits = speech.headings.flatMap((heading) => {
    const style = styles.get(heading);
    return style === undefined
      ? digitEdits(draft, [heading], numbers)
      : restyle(text, heading, forms.get(style)!, numbers.get(heading)!, deeper);
  });
  return verified(draft, speech, edits, { order: speech.headings, numbers, styleOf });
}

function digitEdits(
  { text }: Draft,
  headings: readonly Heading[],
  numbers: ReadonlyMap<Heading, number>,
): Edit[] {
  return headings.flatMap((heading) => {
    const ordinal = numbers.get(heading) ?? heading.marker.ordinal;
    return ordinal === heading.marker.ordinal ? [] : [renumberOne(text, heading, ordinal)];
  });
}

/** The headings as they are to read, in order. */
interface Plan {
  readonly order: readonly Heading[];
  readonly numbers?: ReadonlyMap<Heading, number>;
  readonly styleOf?: (heading: Heading) => MarkerStyle;
}

function verified(draft: Draft, speech: Speech, edits: readonly Edit[], plan: Plan): OutlineChange {
  if (edits.length === 0) return { refusal: 'in-order' };
  const wanted = plan.order.map(
    (heading): Wanted => ({
      style: plan.styleOf?.(heading) ?? heading.marker.style,
      ordinal: plan.numbers?.get(heading) ?? heading.marker.ordinal,
    }),
  );
  if (!readsAs(draft, speech, edits, wanted)) return { refusal: 'unreadable' };
  return { edits, follow: (offset) => follow(edits, offset) };
}

/** Where an offset of the old text is in the new one. Edits are in the order of the text. */
function follow(edits: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    if (span.start >= offset) break;
    if (span.end > offset) return span.start + shift + Math.min(offset - span.start, newText.length);
    shift += newText.length - (span.end - span.start);
  }
  return offset + shift;
}

function lastChild({ headings }: Speech, heading: Heading): Heading | undefined {
  const parent = headings.indexOf(heading);
  return headings.findLast((one) => one.parent === parent);
}

/** The style that most often stands below another one in this speech, else the one that the standard has there. */
function usualBelow({ headings }: Speech, style: MarkerStyle): MarkerStyle | undefined {
  const counts = new Map<MarkerStyle, number>();
  for (const { parent, marker } of headings) {
    if (headings[parent]?.marker.style === style)
      counts.set(marker.style, (counts.get(marker.style) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? styleBelow(style);
}
