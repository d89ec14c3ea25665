/** The words of a paragraph as numbers. */
export interface RepeatTokens {
  /** A hash of each word; 0 where nothing may run across: a full stop, a comma, a figure. */
  readonly hashes: Uint32Array;
  /** Where each word begins, and the end of the last one. */
  readonly starts: Uint32Array;
}

const HAN = /^[\u4e00-\u9fff]+$/;
/** Marks that may stand inside a wording. */
const INNER = '（）、“”《》';

/** Numbers the words of a text (`ends` as from `Words.cut`). */
export function readTokens(text: string, ends: Uint32Array): RepeatTokens {
  const starts = new Uint32Array(ends.length + 1);
  starts.set(ends, 1);
  const hashes = new Uint32Array(ends.length);
  for (let i = 0; i < ends.length; i++) {
    const from = starts[i]!;
    const to = ends[i]!;
    if (isHan(text, from, to) || (to - from === 1 && INNER.includes(text[from]!)))
      hashes[i] = hash(text, from, to);
  }
  return { hashes, starts };
}

function isHan(text: string, from: number, to: number): boolean {
  const unit = text.charCodeAt(from);
  if (unit < 0x4e00 || unit > 0x9fff) return false;
  return to - from === 1 || HAN.test(text.slice(from, to));
}

/** FNV-1a over UTF-16 units; never 0. */
function hash(text: string, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0 || 1;
}
