import { eastAsianWidth } from 'get-east-asian-width';

const NO_WIDTH = /\p{Mark}|\p{Cf}/u;

/** Columns that a character takes on a terminal: 0, 1 or 2; ambiguous ones (“”…×) take 1. */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x7f) return 1;
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (isMark(code)) return code < 0x3000 ? 1 : 2;
  return NO_WIDTH.test(character) ? 0 : eastAsianWidth(code);
}

/** The punctuation of Chinese drafts, which Unicode need not be asked about: “”—…, 、。《》, ，：；（）. */
function isMark(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x3001 && code <= 0x3020) ||
    (code >= 0xff01 && code <= 0xff5e)
  );
}

/** Columns that a text takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Columns that a character of a draft takes when it is shown by `printable`. */
export function shownWidth(character: string): number {
  const code = character.charCodeAt(0);
  const plain = (code >= 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff) || isMark(code);
  return characterWidth(plain ? character : printable(character));
}

/**
 * A line that begins with the name of a file, as a terminal may show it. Services that run checks obey lines that begin
 * with `::`; a name that does is given as `./` and the name.
 */
export function printableLine(text: string): string {
  return printable(text).replace(/^\s*(?=::|##\[)/, './');
}

/** Text from a draft as a terminal may show it: one line, no control or direction characters. */
export function printable(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
