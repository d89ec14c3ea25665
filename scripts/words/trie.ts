/** A trie as two arrays that grow: see `Dictionary.base` and `check`. */
export interface DoubleArray {
  readonly base: Int32Array;
  readonly check: Uint16Array;
  readonly value: Uint16Array;
}

interface Node {
  readonly codes: number[];
  readonly children: number[];
  readonly value: number;
}

/**
 * Packs words (sequences of codes > 0, sorted, distinct) into a double array. Every node has a base of its own,
 * so that the code alone tells whose child a slot is.
 */
export function packTrie(
  words: readonly { readonly codes: readonly number[]; readonly value: number }[],
): DoubleArray {
  const nodes = growTrie(words);
  const slots = new Slots();
  const baseOf = new Int32Array(nodes.length);
  const slotOf = new Int32Array(nodes.length);
  const byWidth = nodes.map((_, i) => i).filter((i) => nodes[i]!.codes.length > 0);
  byWidth.sort((a, b) => nodes[b]!.codes.length - nodes[a]!.codes.length);
  // The root comes first whatever its width: its base is read without a look at its slot.
  byWidth.splice(byWidth.indexOf(0), 1);
  for (const index of [0, ...byWidth]) {
    const { codes, children } = nodes[index]!;
    const base = slots.place(codes);
    baseOf[index] = base;
    children.forEach((child, i) => {
      slotOf[child] = base + codes[i]!;
    });
  }
  const size =
    slots.size + words.reduce((most, { codes }) => codes.reduce((a, b) => Math.max(a, b), most), 1);
  const base = new Int32Array(size);
  const check = new Uint16Array(size);
  const value = new Uint16Array(size);
  nodes.forEach((node, index) => {
    base[slotOf[index]!] = baseOf[index]!;
    value[slotOf[index]!] = node.value;
    node.codes.forEach((code) => {
      check[baseOf[index]! + code] = code;
    });
  });
  return { base, check, value };
}

function growTrie(words: readonly { readonly codes: readonly number[]; readonly value: number }[]): Node[] {
  const nodes: { codes: number[]; children: number[]; value: number }[] = [
    { codes: [], children: [], value: 0 },
  ];
  const path: number[] = [0];
  let previous: readonly number[] = [];
  for (const { codes, value } of words) {
    let shared = 0;
    while (shared < previous.length && shared < codes.length && previous[shared] === codes[shared]) shared++;
    path.length = shared + 1;
    for (const code of codes.slice(shared)) {
      const parent = nodes[path[path.length - 1]!]!;
      parent.codes.push(code);
      parent.children.push(nodes.length);
      path.push(nodes.length);
      nodes.push({ codes: [], children: [], value: 0 });
    }
    nodes[path[path.length - 1]!]!.value = value;
    previous = codes;
  }
  return nodes;
}

/** So many free slots tried in vain make a stretch crowded. */
const CROWDED = 500;

/** Slots of the double array with a linked list of the free ones. */
class Slots {
  #next = new Int32Array(1 << 16);
  #taken = new Uint8Array(1 << 16);
  #bases = new Uint8Array(1 << 16);
  #known = 1;
  /** Where to begin for nodes of 1, 2, 4, 8 … children. */
  readonly #from = new Array<number>(16).fill(0);

  get size(): number {
    return this.#known;
  }

  /** The smallest base at which all codes find free slots; takes them. */
  place(codes: readonly number[]): number {
    const first = codes[0]!;
    const width = codes[codes.length - 1]!;
    const size = Math.floor(Math.log2(codes.length));
    let tries = 0;
    for (let slot = this.#after(Math.max(this.#from[size]!, first)); ; slot = this.#after(slot)) {
      tries++;
      const base = slot - first;
      this.#reach(base + width + 1);
      if (this.#bases[base] === 1 || !this.#fits(base, codes)) continue;
      // What is crowded for one node of a size is crowded for the next of that size; smaller ones begin anew.
      if (tries > CROWDED) this.#from[size] = slot;
      this.#bases[base] = 1;
      for (const code of codes) this.#taken[base + code] = 1;
      return base;
    }
  }

  #fits(base: number, codes: readonly number[]): boolean {
    for (let i = codes.length - 1; i > 0; i--) if (this.#taken[base + codes[i]!] === 1) return false;
    return true;
  }

  /** The next free slot after `slot`; the list forgets taken slots as it walks. */
  #after(slot: number): number {
    let next = this.#next[slot]!;
    if (next === 0) next = slot + 1;
    this.#reach(next + 1);
    while (this.#taken[next] === 1) {
      next = this.#next[next] === 0 ? next + 1 : this.#next[next]!;
      this.#reach(next + 1);
    }
    this.#next[slot] = next;
    return next;
  }

  #reach(size: number): void {
    if (size > this.#known) this.#known = size;
    if (size <= this.#taken.length) return;
    const grown = Math.max(size, this.#taken.length * 2);
    this.#next = resized(this.#next, new Int32Array(grown));
    this.#taken = resized(this.#taken, new Uint8Array(grown));
    this.#bases = resized(this.#bases, new Uint8Array(grown));
  }
}

function resized<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
