/** One set phrase. */
export interface Phrase {
  /** As in the list, with … for what the writer fills in. */
  readonly phrase: string;
  /** Letter of its group. */
  readonly group: string;
  /** Plainer wording; may be empty. */
  readonly plainer: readonly string[];
  /** The part that is looked for: the longest one. */
  readonly key: string;
  /** What has to stand before or after the key in the same clause. */
  readonly head: string;
  readonly tail: string;
}

/** A list of phrases, ready to be looked up at any place of a text. */
export interface PhraseIndex {
  /** Those of the places `starts` of a text at which a key may begin: a quick look, which most places do not pass. */
  readonly candidates: (text: string, starts: ArrayLike<number>) => readonly number[];
  /** Hands the phrases whose keys stand at `at` to `take`, in any order; at most as many steps as the longest key has characters. */
  readonly at: (text: string, at: number, take: (phrase: Phrase) => void) => void;
}

/** Reads an entry of a list: `狠抓落实=抓好落实/落实好`, `以…为抓手`. The key is the longer side of the gap. */
export function readEntry(entry: string, group: string): Phrase {
  const [phrase = '', plainer = ''] = entry.split('=');
  const [before = '', after = ''] = phrase.split('…');
  const first = before.length >= after.length;
  return {
    phrase,
    group,
    plainer: plainer === '' ? [] : plainer.split('/'),
    key: first ? before : after,
    head: first ? '' : before,
    tail: first ? after : '',
  };
}

/** So many entries are compared one by one. */
const FEW = 4;

/** Entries whose keys share their first characters; grown into a branch when first walked through. */
interface Node {
  waiting: Phrase[] | undefined;
  readonly phrases: Phrase[];
  readonly next: Map<number, Node>;
}

/** Makes an index of a team's own phrases at run time; those with a key of one character are left out. */
export function indexPhrases(list: readonly string[], group: string): PhraseIndex {
  const size = Math.min(2 ** 23, Math.max(2 ** 12, 2 ** Math.ceil(Math.log2(list.length * 32 + 1))));
  const filter = new Uint8Array(size / FILTER_BITS);
  const roots = new Map<number, Phrase[] | Node>();
  let pairs = false;
  for (const entry of list) {
    const phrase = readEntry(entry.trim(), group);
    if (phrase.key.length < 2) continue;
    setFilter(filter, phrase.key);
    if (phrase.key.length === 2) pairs = true;
    const first = phrase.key.charCodeAt(0);
    const known = roots.get(first);
    if (Array.isArray(known)) known.push(phrase);
    else roots.set(first, [phrase]);
  }
  const rootOf = (unit: number): Node | undefined => {
    const known = roots.get(unit);
    if (!Array.isArray(known)) return known;
    const node = leaf(known);
    roots.set(unit, node);
    return node;
  };
  return {
    candidates: (text, starts) => filtered(filter, text, starts, pairs),
    at(text, at, take) {
      let node = rootOf(text.charCodeAt(at));
      for (let depth = 1; node; depth++) {
        if (node.waiting && node.waiting.length <= FEW) {
          for (const phrase of node.waiting) if (text.startsWith(phrase.key, at)) take(phrase);
          return;
        }
        if (node.waiting) grow(node, depth);
        for (const phrase of node.phrases) take(phrase);
        node = node.next.size > 0 ? node.next.get(text.charCodeAt(at + depth)) : undefined;
      }
    },
  };
}

/** Bits that one byte of a filter holds: few enough for the byte to be a printable character. */
export const FILTER_BITS = 4;
/** Weights of the first characters in the hash of a key; the third is left out for keys of two. */
const WEIGHTS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35] as const;

/** Enters a key into a filter, whose size is a power of two: two bits for its first three characters, or the two that it has. */
export function setFilter(filter: Uint8Array, key: string): void {
  let hash = Math.imul(key.charCodeAt(0), WEIGHTS[0]) + Math.imul(key.charCodeAt(1), WEIGHTS[1]);
  if (key.length > 2) hash += Math.imul(key.charCodeAt(2), WEIGHTS[2]);
  for (const slot of [firstBit(hash), secondBit(hash)]) {
    const bit = slot & (filter.length * FILTER_BITS - 1);
    filter[bit >> 2] = filter[bit >> 2]! | (1 << (bit & 3));
  }
}

function firstBit(hash: number): number {
  return hash ^ (hash >>> 15);
}

function secondBit(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return mixed ^ (mixed >>> 16);
}

function holds(filter: Uint8Array, mask: number, hash: number): boolean {
  const first = firstBit(hash) & mask;
  if (((filter[first >> 2]! >> (first & 3)) & 1) === 0) return false;
  const second = secondBit(hash) & mask;
  return ((filter[second >> 2]! >> (second & 3)) & 1) === 1;
}

/** The places whose first three characters a filter knows, or first two where it holds keys of two (`pairs`). */
export function filtered(
  filter: Uint8Array,
  text: string,
  starts: ArrayLike<number>,
  pairs = true,
): number[] {
  const mask = filter.length * FILTER_BITS - 1;
  const found: number[] = [];
  for (let i = 0; i < starts.length; i++) {
    const at = starts[i]!;
    if (text.charCodeAt(at) < 0x2018) continue;
    const two = Math.imul(text.charCodeAt(at), WEIGHTS[0]) + Math.imul(text.charCodeAt(at + 1), WEIGHTS[1]);
    const three = two + Math.imul(text.charCodeAt(at + 2), WEIGHTS[2]);
    if (holds(filter, mask, three) || (pairs && holds(filter, mask, two))) found.push(at);
  }
  return found;
}

function leaf(waiting: Phrase[]): Node {
  return { waiting, phrases: [], next: new Map() };
}

/** Sorts the entries of a node, whose keys share `depth` characters, into those that end here and those that go on. */
function grow(node: Node, depth: number): void {
  for (const phrase of node.waiting ?? []) {
    if (phrase.key.length === depth) {
      node.phrases.push(phrase);
      continue;
    }
    const unit = phrase.key.charCodeAt(depth);
    const child = node.next.get(unit);
    if (child) child.waiting!.push(phrase);
    else node.next.set(unit, leaf([phrase]));
  }
  node.waiting = undefined;
}
