import type { Placeholder } from '../placeholders/read.ts';
import { spoken } from './spoken.ts';

/** Directions to the speaker, which he follows and does not read. */
const STAGE = /[（(【](?:热烈|长时间|全场)?(?:掌声|鼓掌|停顿|起立|欢呼|笑声|鞠躬)[^）)】]{0,8}[）)】]/g;
const TABLE_ROW = /^\s*[|｜]|[|｜][^|｜]*[|｜][^|｜]*[|｜]|\t[^\t]*\t/;
const WORD = /[A-Za-z]+/g;
const HAN = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{323af}]/u;

/**
 * Syllables of a paragraph as it is read aloud: characters one each, figures as `spoken` has them, letters one by
 * one, other Latin words by their vowels. Rows of tables, blanks to fill in and directions such as （掌声） are not read.
 */
export function countSyllables(text: string, placeholders: readonly Placeholder[]): number {
  if (TABLE_ROW.test(text)) return 0;
  const voiced = withoutSilent(text, placeholders);
  return countVoiced(spoken(voiced));
}

/** Syllables of a text that was made `spoken`. */
export function countVoiced(voiced: string): number {
  let count = 0;
  for (let at = 0; at < voiced.length; at++) {
    const code = voiced.charCodeAt(at);
    if (isHan(code) || (code >= 0xd840 && code <= 0xd8ff && HAN.test(voiced.slice(at, at + 2)))) count++;
  }
  if (!/[A-Za-z]/.test(voiced)) return count;
  for (const [word] of voiced.matchAll(WORD)) count += /[a-wyz]/.test(word) ? vowels(word) : word.length;
  return count;
}

function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007 || (code >= 0x3400 && code <= 0x4dbf);
}

function vowels(word: string): number {
  return Math.max(1, word.match(/[aeiouy]+/gi)?.length ?? 0);
}

function withoutSilent(text: string, placeholders: readonly Placeholder[]): string {
  let kept = '';
  let done = 0;
  for (const { kind, span } of placeholders) {
    if (kind !== 'blank' || span.start < done) continue;
    kept += text.slice(done, span.start);
    done = span.end;
  }
  const rest = done === 0 ? text : kept + text.slice(done);
  return /[掌停起欢笑鞠]/.test(rest) ? rest.replace(STAGE, '') : rest;
}
