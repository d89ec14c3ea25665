import type { Dictionary } from './dictionary.ts';

const STATES = 4;
const END = 1;
const SINGLE = 3;
const NEVER = -3.14e100;

/** Cuts runs that the dictionary left as single characters: jieba's hidden Markov model, with Latin and digit runs kept whole. */
export interface UnknownCutter {
  /** Calls `push` with the end of every word of units [from, to). `units` holds UTF-16 units, lone surrogates as U+FFFD. */
  readonly cut: (units: Uint16Array, from: number, to: number, push: (end: number) => void) => void;
}

/** Makes a cutter over a dictionary's model; its work space grows with the longest run and is used again. */
export function createUnknownCutter({ emitRows, emit, start, transition }: Dictionary): UnknownCutter {
  let weight = new Float64Array(256 * STATES);
  let path = new Int8Array(256 * STATES);
  let ends = new Int32Array(256);

  /** Units [from, to) hold no ASCII; a surrogate pair is one step. */
  function viterbi(units: Uint16Array, from: number, to: number, push: (end: number) => void): void {
    if ((to - from) * STATES > weight.length) {
      weight = new Float64Array((to - from) * STATES * 2);
      path = new Int8Array(weight.length);
      ends = new Int32Array((to - from) * 2);
    }
    let steps = 0;
    for (let at = from; at < to; steps++) {
      const unit = units[at]!;
      const width = isHigh(unit) ? 2 : 1;
      const row = (width === 2 ? 0 : emitRows[unit]!) * STATES;
      at += width;
      ends[steps] = at;
      const now = steps * STATES;
      const old = now - STATES;
      for (let state = 0; state < STATES; state++) {
        const emitted = emit[row + state]!;
        if (steps === 0) {
          weight[now + state] = start[state]! + emitted;
          continue;
        }
        let best = NEVER;
        let from = END;
        for (let previous = 0; previous < STATES; previous++) {
          const value = weight[old + previous]! + transition[previous * STATES + state]! + emitted;
          if (value > best) {
            best = value;
            from = previous;
          }
        }
        weight[now + state] = best;
        path[now + state] = from;
      }
    }
    const last = (steps - 1) * STATES;
    let state = weight[last + END]! >= weight[last + SINGLE]! ? END : SINGLE;
    for (let step = steps - 1; step >= 0; step--) {
      const now = state;
      state = path[step * STATES + now]!;
      path[step * STATES] = now;
    }
    for (let step = 0; step < steps; step++) {
      const now = path[step * STATES]!;
      if (now === END || now === SINGLE) push(ends[step]!);
    }
  }

  return {
    cut(units, from, to, push) {
      let left = from;
      let at = from;
      while (at < to) {
        if (units[at]! >= 0x80) {
          at++;
          continue;
        }
        if (left < at) viterbi(units, left, at, push);
        at = asciiEnd(units, at, to);
        push(at);
        left = at;
      }
      if (left < at) viterbi(units, left, at, push);
    },
  };
}

/** End of the Latin word (letters, then letters and digits), the number (digits and points) or the lone sign at `at`. */
function asciiEnd(units: Uint16Array, at: number, to: number): number {
  const first = units[at]!;
  const inside = isLetter(first)
    ? (u: number) => isLetter(u) || isDigit(u)
    : (u: number) => isDigit(u) || u === 0x2e;
  let end = at + 1;
  if (isLetter(first) || isDigit(first)) while (end < to && inside(units[end]!)) end++;
  return end;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isHigh(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}
