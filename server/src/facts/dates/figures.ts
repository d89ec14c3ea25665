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
  return HAN_DIGITS.indexOf(character);
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
