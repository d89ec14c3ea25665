import { isChinese, isDigit, isLatin, unitBeyondMarks } from './characters.ts';
import { type Glyph, resolve } from './quote-path.ts';

/** A quotation mark and what it does in its paragraph; `at` is an offset in the paragraph's text. */
export interface Quote {
  readonly at: number;
  /** `opens` and `closes` as it ought to do, whatever it looks like; `lost` has no partner. */
  readonly does: 'opens' | 'closes' | 'lost';
  /** It is written the other way round. */
  readonly turned: boolean;
  /** A typewriter mark that shows no direction: " ＂ ' ＇ ｀. */
  readonly straight: boolean;
  /** Offset of the other mark of the pair; -1 where there is none. */
  readonly partner: number;
}

/** The marks of one family: outer “ ” or inner ‘ ’. */
export interface QuoteFamily {
  readonly open: string;
  readonly close: string;
  readonly straight: string;
  /** Misread marks that may stand for a closing one. */
  readonly perhaps: string;
  readonly pattern: RegExp;
}

/** Outer quotation marks (GB/T 15834-2011 4.8). */
export const DOUBLE: QuoteFamily = {
  open: '“',
  close: '”',
  straight: '"＂',
  perhaps: '＇',
  pattern: /[“”"＂＇]/g,
};

/** Inner quotation marks (GB/T 15834-2011 4.8.3.4). */
export const SINGLE: QuoteFamily = {
  open: '‘',
  close: '’',
  straight: "'｀＇",
  perhaps: '',
  pattern: /[‘’'｀＇]/g,
};

/**
 * What every quotation mark of a family does in a paragraph, in order: the reading with the fewest faults, so that
 * one wrong mark spoils none after it. Time grows with the number of marks.
 */
export function readQuotes(text: string, family: QuoteFamily): readonly Quote[] {
  const places: number[] = [];
  const glyphs: Glyph[] = [];
  for (const { 0: mark, index } of text.matchAll(family.pattern)) {
    const glyph = glyphOf(text, index, mark, family);
    if (!glyph) continue;
    places.push(index);
    glyphs.push(glyph);
  }
  if (places.length === 0 || !glyphs.some((glyph) => glyph !== 'perhaps')) return [];
  return pairQuotes(places, glyphs, resolve(text, places, glyphs));
}

function glyphOf(text: string, at: number, mark: string, family: QuoteFamily): Glyph | undefined {
  if (mark === family.open) return 'open';
  if (mark === family.close) return closingGlyph(text, at);
  if (family.perhaps.includes(mark)) return 'perhaps';
  return nearChinese(text, at) ? 'straight' : undefined;
}

/** In `it’s` the sign is none of ours; after a figure or a letter it may be a minute, a genitive, or close. */
function closingGlyph(text: string, at: number): Glyph | undefined {
  if (text[at] !== '’') return 'close';
  const before = text.charCodeAt(at - 1);
  if (!isLatin(before) && !isDigit(before)) return 'close';
  return isLatin(text.charCodeAt(at + 1)) ? undefined : 'perhaps';
}

/** A straight mark counts only beside Chinese text; after a figure it may be a measure: 5.5"屏. */
function nearChinese(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isDigit(before) && text.lastIndexOf(text[at]!, at - 1) < 0) return false;
  return isChinese(unitBeyondMarks(text, at, -1)) || isChinese(unitBeyondMarks(text, at, 1));
}

function pairQuotes(
  places: readonly number[],
  glyphs: readonly Glyph[],
  does: readonly (Quote['does'] | 'nothing')[],
): Quote[] {
  const partner = new Int32Array(places.length).fill(-1);
  const open: number[] = [];
  does.forEach((act, i) => {
    if (act === 'opens') open.push(i);
    else if (act === 'closes') {
      const other = open.pop()!;
      partner[i] = places[other]!;
      partner[other] = places[i]!;
    }
  });
  return does.flatMap((act, i) => {
    if (act === 'nothing') return [];
    const glyph = glyphs[i]!;
    const wrong = (act === 'opens' && glyph === 'close') || (act === 'closes' && glyph === 'open');
    const lonely = partner[i] === -1;
    return [
      {
        at: places[i]!,
        does: lonely ? 'lost' : act,
        turned: wrong && !lonely,
        straight: glyph === 'straight',
        partner: partner[i]!,
      } as const,
    ];
  });
}
