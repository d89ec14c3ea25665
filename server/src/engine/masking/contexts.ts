import type { Token } from './tokens.ts';

/** A token with the words around it, as far as its line goes. */
export interface Surrounded {
  readonly token: Token;
  /** The words before it that weigh so much, with all that stands between them; `whole`: all of the line. */
  readonly before: (weight: Weight) => Side;
  readonly after: (weight: Weight) => Side;
  /** The masks of its sentence and which of them it is. */
  readonly sentence: string;
}

/** A side of a token. */
export interface Side {
  readonly text: string;
  /** It has the weight asked for; otherwise it ends with the line. */
  readonly full: boolean;
  readonly weight: number;
}

/** So many characters of words; all of the line; the line and the one beyond it. */
export type Weight = number | 'line' | 'lines';

const STOP = /[。！？；\r\n]/;
/** No line is read further than this to either side, so that the cost stays linear. */
const REACH = 400;

/** The tokens of a text with what is around them. A mask and a mark weigh nothing, a character of a word one. */
export function surround(text: string, tokens: readonly Token[]): readonly Surrounded[] {
  const weighs = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) if (/[\p{L}\p{N}]/u.test(text[at]!)) weighs[at] = 1;
  for (const { start, end } of tokens) weighs.fill(0, start, end);
  const sentences = sentencesOf(text, tokens);
  const side = (from: number, step: 1 | -1, weight: Weight): Side => {
    let at = from;
    let sum = 0;
    let lines = 0;
    for (let left = REACH; left > 0; left--) {
      const next = step > 0 ? at : at - 1;
      if (next < 0 || next >= text.length || (typeof weight === 'number' && sum >= weight)) break;
      const isEnd = text[next] === '\n' || text[next] === '\r';
      if (isEnd && (weight !== 'lines' || (lines > 0 && isWord(text, next - step)))) break;
      if (isEnd) lines++;
      sum += weighs[next]!;
      at += step;
    }
    const full = typeof weight !== 'number' || sum >= weight;
    return { text: step > 0 ? text.slice(from, at) : text.slice(at, from), full, weight: sum };
  };
  return tokens.map((token, i) => ({
    token,
    sentence: sentences[i]!,
    before: (weight) => side(token.start, -1, weight),
    after: (weight) => side(token.end, 1, weight),
  }));
}

function isWord(text: string, at: number): boolean {
  return !/[\r\n]/.test(text[at] ?? '\n');
}

/** For each token the masks of its sentence, and its own number among them. */
function sentencesOf(text: string, tokens: readonly Token[]): readonly string[] {
  const groups: Token[][] = [];
  tokens.forEach((token, i) => {
    const last = tokens[i - 1];
    if (last && !STOP.test(text.slice(last.end, token.start))) groups.at(-1)!.push(token);
    else groups.push([token]);
  });
  return groups.flatMap((group) => {
    const masks = group.map(({ mask }) => mask).join(' ');
    return group.map((_, i) => `${i}|${masks}`);
  });
}
