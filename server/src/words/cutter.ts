import { type AddedNode, createAddedWords } from './added.ts';
import type { Dictionary } from './dictionary.ts';
import { createUnknownCutter } from './unknown.ts';
import type { Words } from './words.ts';

const REPLACEMENT = 0xfffd;
const LOWEST = -3.14e100;
/** No word is looked for beyond so many characters. */
const LONGEST = 512;

/**
 * jieba's cut over the compiled dictionary: the path of highest probability through all words of each stretch
 * between separators, and a model for what the dictionary does not know. Same cuts and tags as nodejieba.
 */
export function createCutter(dictionary: Dictionary): Words {
  const { codes, base, check, value, weights, tags, tagNames, minWeight, singles } = dictionary;
  const unknown = createUnknownCutter(dictionary);
  const added = createAddedWords();
  let units = new Uint16Array(1024);
  let best = new Float64Array(1025);
  let step = new Int32Array(1024);
  let ends = new Uint32Array(1024);
  let count = 0;

  const push = (end: number): void => {
    ends[count++] = end;
  };

  function load(text: string): void {
    const length = text.length;
    if (length > units.length) {
      units = new Uint16Array(length * 2);
      best = new Float64Array(length * 2 + 1);
      step = new Int32Array(length * 2);
      ends = new Uint32Array(length * 2);
    }
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      units[at] = unit;
      if ((unit & 0xf800) === 0xd800) {
        const pair = (unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
        if (pair) units[++at] = text.charCodeAt(at);
        else units[at] = REPLACEMENT;
      }
    }
    count = 0;
  }

  /** Fills `step` with the length of the best word at each position of [from, to). */
  function plan(from: number, to: number): void {
    const root = base[0]!;
    best[to] = 0;
    for (let at = to - 1; at >= from; at--) {
      const unit = units[at]!;
      if ((unit & 0xfc00) === 0xdc00) continue;
      const width = (unit & 0xfc00) === 0xd800 ? 2 : 1;
      const code = codes[unit]!;
      let next = at + width;
      let slot = width === 2 ? slotOf(at, next) : check[root + code] === code ? root + code : -1;
      let length = width;
      const own = slot < 0 ? 0 : value[slot]!;
      let top = best[next]! + (own === 0 ? minWeight : weights[own - 1]!);
      while (slot > 0 && next < to) {
        const below = base[slot]!;
        const following = codes[units[next]!]!;
        if (below === 0 || following === 0 || check[below + following] !== following) break;
        slot = below + following;
        next++;
        const word = value[slot]!;
        if (word === 0) continue;
        const total = best[next]! + weights[word - 1]!;
        if (total > top) {
          top = total;
          length = next - at;
        }
      }
      best[at] = top;
      step[at] = length;
      if (added.root.next.has(unit)) withAdded(at, to);
    }
  }

  /** The same choice once more where a word added at run time may begin; added words replace the dictionary's own. */
  function withAdded(at: number, to: number): void {
    const width = (units[at]! & 0xfc00) === 0xd800 ? 2 : 1;
    let top = LOWEST;
    let length = width;
    let slot = 0;
    let node: AddedNode | undefined = added.root;
    let characters = 0;
    for (let end = at; end < to && (slot >= 0 || node) && characters < LONGEST; ) {
      const unit = units[end++]!;
      slot = childOf(slot, unit);
      node = node?.next.get(unit);
      if ((unit & 0xfc00) === 0xd800) continue;
      characters++;
      const known = slot > 0 ? value[slot]! : 0;
      if (!node?.word && known === 0 && end > at + width) continue;
      const total = best[end]! + (node?.word?.weight ?? (known === 0 ? minWeight : weights[known - 1]!));
      if (total > top) {
        top = total;
        length = end - at;
      }
    }
    best[at] = top;
    step[at] = length;
  }

  /** The slot below `slot` (0: the root) by a unit, or -1. */
  function childOf(slot: number, unit: number): number {
    if (slot < 0 || (slot > 0 && base[slot] === 0)) return -1;
    const code = codes[unit]!;
    const child = base[slot]! + code;
    return code !== 0 && check[child] === code ? child : -1;
  }

  function slotOf(start: number, end: number): number {
    let slot = 0;
    for (let at = start; at < end && slot >= 0; at++) slot = childOf(slot, units[at]!);
    return slot;
  }

  /** Cuts [from, to), which holds no separator unless it is one. */
  function stretch(from: number, to: number, model: boolean): void {
    plan(from, to);
    let at = from;
    while (at < to) {
      if (!model || !isSingle(at)) {
        at += step[at]!;
        push(at);
        continue;
      }
      const start = at;
      while (at < to && isSingle(at)) at += step[at]!;
      unknown.cut(units, start, at, push);
    }
  }

  function isSingle(at: number): boolean {
    const pair = (units[at]! & 0xfc00) === 0xd800;
    if (step[at] !== (pair ? 2 : 1)) return false;
    return singles.size === 0 || !singles.has(pair ? codePoint(units[at]!, units[at + 1]!) : units[at]!);
  }

  function cut(text: string, model: boolean): Uint32Array {
    load(text);
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      if (!isSeparator(units[at]!)) continue;
      if (at > from) stretch(from, at, model);
      stretch(at, at + 1, model);
      from = at + 1;
    }
    if (from < text.length) stretch(from, text.length, model);
    return ends.slice(0, count);
  }

  function tagOf(start: number, end: number): string {
    const own = added.find(units, start, end);
    const slot = own ? 0 : slotOf(start, end);
    const known = slot > 0 ? value[slot]! : 0;
    const name = own ? own.tag : known === 0 ? '' : tagNames[tags[known - 1]!]!;
    return name === '' ? guessTag(units, start, end) : name;
  }

  return {
    cut: (text, model = true) => cut(text, model),
    tag(text) {
      const all = cut(text, true);
      let start = 0;
      const names = Array.from(all, (end) => {
        const name = tagOf(start, end);
        start = end;
        return name;
      });
      return { ends: all, tags: names };
    },
    add: (word, tag = 'x') => added.add(word, { weight: dictionary.addedWeight, tag }),
  };
}

function codePoint(high: number, low: number): number {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
}

/** Space, tab, line feed, ， and 。 */
function isSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0xff0c || unit === 0x3002;
}

/** jieba's tag for what no dictionary lists: m for digits, eng for Latin, x for the rest. */
function guessTag(units: Uint16Array, start: number, end: number): string {
  let length = 0;
  for (let at = start; at < end; at++) if ((units[at]! & 0xfc00) !== 0xdc00) length++;
  let ascii = 0;
  let digits = 0;
  for (let at = start; at < end && ascii < Math.floor(length / 2); at++) {
    if (units[at]! >= 0x80) continue;
    ascii++;
    if (units[at]! >= 0x30 && units[at]! <= 0x39) digits++;
  }
  if (ascii === 0) return 'x';
  return ascii === digits ? 'm' : 'eng';
}
