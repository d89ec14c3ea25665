import type { SyntaxMistake } from './node.ts';

/** More levels than any configuration has; the readers go down level by level and have no more than a call stack. */
const DEEPEST = 100;

/** What is wrong with a text whose lists and objects stand too deep in each other to be read; undefined where none do. */
export function depthMistake(text: string): SyntaxMistake | undefined {
  const at = tooDeepAt(text);
  return at < 0
    ? undefined
    : { start: at, end: at + 1, message: `嵌套太深（超过${DEEPEST}层），请写得浅一些。` };
}

/** What stands before a value: a level takes two of them. */
const LEADING: ReadonlySet<string> = new Set([' ', '\t', '-', '?']);

/** Where brackets or the signs at the head of a line go beyond the limit, or -1. Brackets in quotation marks count too. */
function tooDeepAt(text: string): number {
  let open = 0;
  let head = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '[' || sign === '{') open++;
    else if (sign === ']' || sign === '}') open = Math.max(0, open - 1);
    if (sign === '\n' || sign === '\r') head = 0;
    else if (head >= 0) head = LEADING.has(sign) ? head + 1 : -1;
    if (open > DEEPEST || head > 2 * DEEPEST) return at;
  }
  return -1;
}
