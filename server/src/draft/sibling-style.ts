import { rankOf } from './markers.ts';
import type { TextForm } from './text-forms.ts';
import type { Marker, MarkerStyle } from './types.ts';

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
const AHEAD = 120;

/**
 * 三、 or 3. between （二） and （四）: a heading that is written like one of another level, but counts on with these.
 * Returns the style that it counts as; its own where nothing is sure. How it is written is another matter.
 */
export function countsAs(
  { style, ordinal }: Marker,
  last: Readonly<LastNumbers>,
  paragraphs: readonly TextForm[],
  index: number,
): MarkerStyle {
  const own = STYLES.find((level) => level === style);
  if (!own) return style;
  const due = (level: Level): boolean => last[LEVELS[level]] === ordinal - 1;
  const ahead = (level: Level): readonly number[] => nextNumbers(paragraphs, index, level);
  const target = STYLES.find((level) => {
    if (level === own || !due(level)) return false;
    return rankOf(level) < rankOf(own) ? isSunk(level, own) : isRaised(level, own);
  });
  return target ?? style;

  /** What follows on a level until it starts anew. */
  function goesOn(level: Level): readonly number[] {
    const numbers = ahead(level);
    const anew = numbers.indexOf(1);
    return anew < 0 ? numbers : numbers.slice(0, anew);
  }

  /** A lone number of the level below stands where one of this level is due. */
  function isSunk(level: Level, below: Level): boolean {
    const opens = ordinal === 1 && (level !== 'han-paren' || last.han === 0);
    if (opens || last[LEVELS[below]] > 0 || ahead(level)[0] !== ordinal + 1) return false;
    return ahead(below)[0] !== ordinal + 1;
  }

  function isRaised(level: Level, above: Level): boolean {
    const [next] = ahead(level);
    if (ordinal === 1) return next === 2 && isSpare(level, above);
    if (next === undefined) return isLastChild(level, above);
    return next === ordinal + 1 && (above === 'han' || !due(above) || isSpare(level, above));
  }

  /** The level above goes on from its last number as if the heading were not there. */
  function isSpare(level: Level, above: Level): boolean {
    const before = last[LEVELS[above]];
    const [next] = goesOn(above);
    if (!isNextTo(level, above) || before === 0) return false;
    return next === undefined ? !due(above) : next === before + 1;
  }

  /**
   * The last of its level, which the level above has no use for. 一、（一）（二）三、二、 alone may be two headings that
   * changed places: the count has to go on, or the number to be one that no such change explains.
   */
  function isLastChild(level: Level, above: Level): boolean {
    const before = last[LEVELS[above]];
    if (!isNextTo(level, above) || before === 0 || ordinal === before) return false;
    const [next, second] = goesOn(above);
    if (next === undefined) return ordinal < before || ordinal > before + 2;
    return next === before + 1 && (ordinal < before || ordinal > next + 1 || second === next + 1);
  }
}

function isNextTo(level: Level, above: Level): boolean {
  return rankOf(level) - rankOf(above) === 1;
}

/** The numbers of the next two headings of a level, before one of a level above it. */
function nextNumbers(paragraphs: readonly TextForm[], index: number, level: MarkerStyle): readonly number[] {
  const found: number[] = [];
  const end = Math.min(paragraphs.length, index + 1 + AHEAD);
  for (let i = index + 1; i < end && found.length < 2; i++) {
    const { marker } = paragraphs[i]!.heading;
    if (marker?.style === level) found.push(marker.ordinal);
    else if (marker && rankOf(marker.style) < rankOf(level)) break;
  }
  return found;
}
