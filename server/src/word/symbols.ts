/**
 * Signs of the symbol fonts, by the low byte of their private code (U+F000 … U+F0FF): what Unicode calls them.
 * Of Wingdings and Symbol those that lists and forms use.
 */
const SIGNS: Readonly<Record<number, string>> = {
  106: '•',
  108: '●',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  167: '▪',
  168: '□',
  183: '•',
  216: '➢',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
};

/** A character of a symbol font as text; one that is not known stays in the private area. */
export function symbol(code: number): string {
  const isPrivate = code >= 0xf000 && code <= 0xf0ff;
  return (isPrivate ? SIGNS[code & 0xff] : undefined) ?? String.fromCodePoint(code);
}
