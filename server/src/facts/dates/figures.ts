import { parseOrdinal } from '../../draft/numerals.ts';

const HAN_DIGITS = '〇一二三四五六七八九';

/** Year of four figures, Arabic, full-width or Chinese (`2024`, `２０２４`, `二〇二四`, `二○二四`, `二零二四`); undefined where it is none of 1900–2099. */
export function parseYear(text: string): number | undefined {
  if (text.length !== 4) return undefined;
  let year = 0;
  for (const character of text) {
    const digit = digitOf(character);
    if (digit < 0) return undefined;
    year = year * 10 + digit;
  }
  return year >= 1900 && year < 2100 ? year : undefined;
}

function digitOf(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  if (character === '零' || character === '○') return 0;
  return character === '' ? -1 : HAN_DIGITS.indexOf(character);
}

/** A month, day or count, Arabic or Chinese; 0 and values beyond 999 are undefined but `0` itself is 0. */
export function parseCount(text: string): number | undefined {
  return /^[0０]{1,2}$/.test(text) ? 0 : parseOrdinal(text.replace(/^[0０](?=.)/, ''));
}

/** Days of a month; February of an unknown year has 29. */
export function daysIn(month: number, year: number | undefined): number {
  if (month === 2 && year !== undefined) return new Date(Date.UTC(year, 2, 0)).getUTCDate();
  return [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Day of the week, 0 Sunday to 6 Saturday (Gregorian calendar). */
export function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** A number as it stands in a text. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** The year that ends at `end`, a space allowed behind it; undefined where longer digits run into it. */
export function yearEndingAt(text: string, end: number): Figure | undefined {
  const last = text[end - 1] === ' ' ? end - 1 : end;
  const start = last - 4;
  const value = start < 0 ? undefined : parseYear(text.slice(start, last));
  if (value === undefined || (start > 0 && runsOn(text[start - 1]!))) return undefined;
  return { start, end: last, value };
}

/** The month or day that ends at `end`, a space allowed behind it: at most two digits or three Chinese figures. */
export function countEndingAt(text: string, end: number): Figure | undefined {
  const last = text[end - 1] === ' ' ? end - 1 : end;
  let start = last;
  while (start > 0 && last - start < 4 && isCount(text[start - 1]!)) start--;
  if (start > 0 && (text[start - 1] === '第' || runsOn(text[start - 1]!))) return undefined;
  return figure(text, start, last);
}

/** The month or day that begins at `start`, a space allowed before it. */
export function countStartingAt(text: string, start: number): Figure | undefined {
  const first = text[start] === ' ' ? start + 1 : start;
  let end = first;
  while (end < text.length && end - first < 4 && isCount(text[end]!)) end++;
  return figure(text, first, end);
}

/** Where the sign of a range (—, －, ～, 至, 到) that ends at `end` begins, spaces around it included; undefined where none does. */
export function rangeSignBefore(text: string, end: number): number | undefined {
  let at = end;
  if (text[at - 1] === ' ') at--;
  const sign = at;
  while (at > 0 && sign - at < 2 && '—-－–～~至到'.includes(text[at - 1]!)) at--;
  if (at === sign) return undefined;
  return text[at - 1] === ' ' ? at - 1 : at;
}

function figure(text: string, start: number, end: number): Figure | undefined {
  const written = text.slice(start, end);
  if (written === '' || written.length > (isHan(written) ? 3 : 2)) return undefined;
  const value = parseCount(written);
  return value === undefined ? undefined : { start, end, value };
}

function isHan(text: string): boolean {
  return text.charCodeAt(0) >= 0x4e00 && text.charCodeAt(0) < 0xa000;
}

function isCount(character: string): boolean {
  return character === '十' || (digitOf(character) >= 0 && character !== '〇' && character !== '○');
}

function runsOn(character: string): boolean {
  return character === '.' || character === '．' || character === '十' || digitOf(character) >= 0;
}
