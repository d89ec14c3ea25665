import type { Typo } from './types.ts';

/** Characters that stand in modern texts only where a file's fonts were lost, and the ones meant. */
const LOST: Readonly<Record<string, string>> = { 臵: '置', 癿: '的', 迚: '进', 仸: '任', 亊: '事', 乊: '之' };
const ANY = new RegExp(`[${Object.keys(LOST).join('')}]`, 'g');

/** Characters that a lost font left behind (位臵), in order. */
export function readCharacterTypos(text: string): Typo[] {
  return Array.from(text.matchAll(ANY), ({ 0: character, index }) => ({
    kind: 'character',
    span: { start: index, end: index + 1 },
    text: character,
    right: LOST[character]!,
  }));
}
