/** A paragraph as two copies of it are compared: words alone, figures and masks as one wildcard each. */
export interface Normal {
  readonly text: string;
  /** One code a character: lower-case Latin letters, Han and other letters as they are, `WILD` for a figure or a mask. */
  readonly codes: Uint16Array;
  /** Where each one begins and ends in `text`. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Stands for one figure (`25.5%`, `第二十`'s number) or one mask (`XX`, `×`, `某某`). */
export const WILD = 1;

const HAN_FIRST = 0x4e00;
const HAN_LAST = 0x9fff;
/** 某 */
const SOMEBODY = 0x67d0;
/** 第 */
const ORDINAL_PREFIX = 0x7b2c;

const SKIPPED = 0;
const DIGIT = 2;
const MASK = 3;
const ORDINAL = 4;

/**
 * Reads a text for comparison. Punctuation, quotation marks and spaces are left out whatever their width; a run of
 * digits or of masks becomes `WILD`, so that `XX项` reads as `25项`; so does the Chinese number after 第.
 */
export function normalise(text: string): Normal {
  const { length } = text;
  const codes = new Uint16Array(length);
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let count = 0;
  for (let at = 0, before = 0; at < length; ) {
    const raw = text.charCodeAt(at);
    const isWord = raw >= HAN_FIRST && raw <= HAN_LAST && raw !== SOMEBODY && before !== ORDINAL_PREFIX;
    before = raw;
    if (isWord) {
      codes[count] = raw;
      starts[count] = at;
      ends[count++] = ++at;
      continue;
    }
    const code = plain(raw);
    const kind = kindOf(code, text, at);
    let end = at + 1;
    if (kind !== SKIPPED) {
      if (kind !== code) end = wildEnd(text, at, kind);
      codes[count] = kind === code ? code : WILD;
      starts[count] = at;
      ends[count++] = end;
    }
    if (end > at + 1) before = 0;
    at = end;
  }
  return {
    text,
    codes: codes.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
  };
}

/** What the figure or mask at a place says, in ASCII where it is full-width. */
export function figureAt({ text, starts, ends }: Normal, index: number): string {
  let out = '';
  for (let at = starts[index]!; at < ends[index]!; at++)
    out += String.fromCharCode(plain(text.charCodeAt(at)));
  return out;
}

/** Whether the wildcard at a place is a mask, not a figure. */
export function isMaskAt({ text, starts }: Normal, index: number): boolean {
  const at = starts[index]!;
  return isMask(plain(text.charCodeAt(at)), text, at) || text[at] === '某';
}

/** Full-width ASCII as ASCII, capitals as small letters. */
function plain(code: number): number {
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  return narrow >= 0x41 && narrow <= 0x5a ? narrow + 0x20 : narrow;
}

/** The code itself for what is compared as it is; else one of the kinds above. */
function kindOf(code: number, text: string, at: number): number {
  if (code >= HAN_FIRST && code <= HAN_LAST) {
    if (code === SOMEBODY) return MASK;
    return isOrdinalDigit(code) && text.charCodeAt(at - 1) === ORDINAL_PREFIX ? ORDINAL : code;
  }
  if (code < 0x80) {
    if (code >= 0x30 && code <= 0x39) return DIGIT;
    if (isMask(code, text, at)) return MASK;
    return code >= 0x61 && code <= 0x7a ? code : SKIPPED;
  }
  if (isSign(code)) return MASK;
  if (code < 0xc0 || (code >= 0x2000 && code <= 0x33ff) || code >= 0xfe00) return SKIPPED;
  return code >= 0xd800 && code <= 0xf8ff ? SKIPPED : code;
}

/** × ○ ◯ 〇 □ ■ △ ▲ ● and the ✕ of some fonts. */
function isSign(code: number): boolean {
  switch (code) {
    case 0xd7:
    case 0x25cb:
    case 0x25ef:
    case 0x3007:
    case 0x25a1:
    case 0x25a0:
    case 0x25b3:
    case 0x25b2:
    case 0x25cf:
    case 0x2715:
      return true;
    default:
      return false;
  }
}

/** A mask that is a letter is alone among its like: the x of `xx.x%`, not that of `excel`. Stars and low lines too. */
function isMask(code: number, text: string, at: number): boolean {
  if (code === 0x2a || code === 0x5f || isSign(code)) return true;
  return code === 0x78 && !isOtherLetter(text, at, -1) && !isOtherLetter(text, at, 1);
}

/** Whether the run of x at a place is followed (or preceded) by another Latin letter. */
function isOtherLetter(text: string, at: number, step: 1 | -1): boolean {
  let other = at + step;
  while (other >= 0 && other < text.length && plain(text.charCodeAt(other)) === 0x78) other += step;
  const code = other < 0 || other >= text.length ? 0 : plain(text.charCodeAt(other));
  return code >= 0x61 && code <= 0x7a;
}

const ORDINAL_DIGITS = '〇零一二三四五六七八九十百';

function isOrdinalDigit(code: number): boolean {
  return ORDINAL_DIGITS.includes(String.fromCharCode(code));
}

/** End of the figure or mask that begins at a place: digits and masks together, with points and commas between them. */
function wildEnd(text: string, from: number, kind: number): number {
  let at = from + 1;
  if (kind === ORDINAL) {
    while (at < text.length && isOrdinalDigit(text.charCodeAt(at))) at++;
    return at;
  }
  for (; at < text.length; at++) {
    if (isFigure(text, at)) continue;
    const code = plain(text.charCodeAt(at));
    const inside = (code === 0x2e || code === 0x2c) && at + 1 < text.length && isFigure(text, at + 1);
    if (!inside) break;
  }
  return at;
}

function isFigure(text: string, at: number): boolean {
  const code = plain(text.charCodeAt(at));
  return (code >= 0x30 && code <= 0x39) || isMask(code, text, at) || code === SOMEBODY;
}
