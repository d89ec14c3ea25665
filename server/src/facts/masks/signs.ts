import { MASK } from '../placeholders/alphabet.ts';

/** Masks and blanks at the head of a name: the signs, then the noun that they mask. */
const HEAD = new RegExp(`^((?:${MASK})(?: ?${MASK})*|某+)[ 　]?`);
const SIGNS = new RegExp(`${MASK}|[_＿…？?]`, 'g');

/** A masked name as signs and noun: `XX 市` → `XX`, `市`; undefined where no sign leads. */
export function splitName(text: string): { readonly signs: string; readonly noun: string } | undefined {
  const match = HEAD.exec(text);
  return match ? { signs: match[1]!, noun: text.slice(match[0].length) } : undefined;
}

/** One text for all ways to write a mask: spaces gone, every sign `x`, a half-width letter for a full-width one. */
export function foldMasks(text: string): string {
  return text
    .replace(SIGNS, 'x')
    .replace(/[０-９．％]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[ 　]/g, '');
}
