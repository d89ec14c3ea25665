import { hashPrefix, rankOf, readMarker } from './markers.ts';
import type { Marker, MarkerStyle, Paragraph } from './types.ts';

/** The last number of each level that is open; 0 where none is. */
export interface LastNumbers {
  han: number;
  paren: number;
  digit: number;
}

/** Notes a heading's number; it closes the levels below. */
export function remember(last: LastNumbers, { style, ordinal }: Marker): void {
  const rank = rankOf(style);
  if (rank <= rankOf('han')) {
    last.han = style === 'han' ? ordinal : 0;
    last.paren = 0;
  }
  if (style === 'han-paren') last.paren = ordinal;
  if (rank < rankOf('digit')) last.digit = 0;
  if (style === 'digit') last.digit = ordinal;
}

const LEVELS = { han: 'han', 'han-paren': 'paren', digit: 'digit' } as const;
type Level = keyof typeof LEVELS;
const STYLES: readonly Level[] = ['han', 'han-paren', 'digit'];
/** Headings are looked for so many paragraphs ahead. */
const AHEAD = 40;

/**
 * 三、 or 3. between （二） and （四）: a heading that is written like one of another level, but counts on with these.
 * Returns the style that it counts as; its own where nothing is sure. How it is written is another matter.
 */
export function countsAs(
  { style, ordinal }: Marker,
  last: Readonly<LastNumbers>,
  paragraphs: readonly Paragraph[],
  index: number,
): MarkerStyle {
  const own = STYLES.find((level) => level === style);
  if (!own) return style;
  const due = (level: Level): boolean => last[LEVELS[level]] === ordinal - 1;
  const target = STYLES.find((level) => {
    if (level === own || !due(level)) return false;
    const sunk = rankOf(level) < rankOf(own);
    if (sunk && (ordinal === 1 || last[LEVELS[own]] > 0)) return false;
    const [next] = nextNumbers(paragraphs, index, level);
    if (sunk) return next === ordinal + 1 && nextNumbers(paragraphs, index, own)[0] !== next;
    if (ordinal === 1) return next === 2 && isSpare(own, level);
    if (next !== undefined)
      return next === ordinal + 1 && (own === 'han' || !due(own) || isSpare(own, level));
    return isLastChild(own, level);
  });
  return target ?? style;

  /** The level above goes on from its last number as if the heading were not there. */
  function isSpare(above: Level, level: Level): boolean {
    const before = last[LEVELS[above]];
    const [next] = nextNumbers(paragraphs, index, above);
    const adjacent = rankOf(level) - rankOf(above) === 1;
    return adjacent && before > 0 && (next === before + 1 || (next === undefined && !due(above)));
  }

  /** The last of its level, whose number the level above cannot use. */
  function isLastChild(above: Level, level: Level): boolean {
    const before = last[LEVELS[above]];
    if (rankOf(level) - rankOf(above) !== 1 || before === 0 || due(above) || ordinal === before) return false;
    const [next, second = (next ?? 0) + 1] = nextNumbers(paragraphs, index, above);
    if (next === undefined) return ordinal < before;
    // 一、（一）（二）三、二、: two headings that changed places, unless the count goes on to 三 once more.
    return next === before + 1 && second === next + 1 && (ordinal < before || sawTwo(above));
  }

  function sawTwo(level: Level): boolean {
    return nextNumbers(paragraphs, index, level).length > 1;
  }
}

/** The numbers of the next two headings of a level, before one of a level above it. */
function nextNumbers(paragraphs: readonly Paragraph[], index: number, level: MarkerStyle): readonly number[] {
  const found: number[] = [];
  const end = Math.min(paragraphs.length, index + 1 + AHEAD);
  for (let i = index + 1; i < end && found.length < 2; i++) {
    const { text } = paragraphs[i]!;
    const marker = readMarker(text, hashPrefix(text));
    if (marker?.style === level) found.push(marker.ordinal);
    else if (marker && rankOf(marker.style) < rankOf(level)) break;
  }
  return found;
}
