/** Finds every place of every pattern in one pass over a text. */
export interface Matcher {
  /** Calls `visit` with the pattern's index and its place, in the order of ends, the longest first. */
  readonly scan: (text: string, visit: (pattern: number, start: number, end: number) => void) => void;
}

/**
 * Makes a matcher (Aho–Corasick): the time of a scan is that of the text and of the places found, however many
 * patterns there are. Empty patterns are never found.
 */
export function createMatcher(patterns: readonly string[]): Matcher {
  const next = new Map<number, number>();
  const ends: number[] = [-1];
  const opens = new Uint8Array(0x10000);
  const parents: number[] = [0];
  const units: number[] = [0];
  const key = (node: number, unit: number): number => node * 0x10000 + unit;
  patterns.forEach((pattern, index) => {
    let node = 0;
    for (let i = 0; i < pattern.length; i++) {
      const unit = pattern.charCodeAt(i);
      if (i === 0) opens[unit] = 1;
      const known = next.get(key(node, unit));
      if (known !== undefined) {
        node = known;
        continue;
      }
      const made = ends.push(-1) - 1;
      parents.push(node);
      units.push(unit);
      next.set(key(node, unit), made);
      node = made;
    }
    if (node > 0) ends[node] = index;
  });

  const fail = new Int32Array(ends.length);
  /** The nearest shorter pattern that ends at the same place. */
  const shorter = new Int32Array(ends.length);
  const step = (from: number, unit: number): number => {
    for (let node = from; ; node = fail[node]!) {
      const to = next.get(key(node, unit));
      if (to !== undefined) return to;
      if (node === 0) return 0;
    }
  };
  for (const node of byDepth(parents)) {
    const parent = parents[node]!;
    const link = parent === 0 ? 0 : step(fail[parent]!, units[node]!);
    fail[node] = link;
    shorter[node] = ends[link]! >= 0 ? link : shorter[link]!;
  }

  return {
    scan(text, visit) {
      let node = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        if (node === 0 && opens[unit] === 0) continue;
        node = step(node, unit);
        for (let found = ends[node]! >= 0 ? node : shorter[node]!; found > 0; found = shorter[found]!) {
          const pattern = ends[found]!;
          visit(pattern, at + 1 - patterns[pattern]!.length, at + 1);
        }
      }
    },
  };
}

/** The nodes but the root, those near it first; a node is made after its parent. */
function byDepth(parents: readonly number[]): number[] {
  const depths = new Int32Array(parents.length);
  const layers: number[][] = [];
  for (let node = 1; node < parents.length; node++) {
    const depth = depths[parents[node]!]! + 1;
    depths[node] = depth;
    const layer = layers[depth - 1];
    if (layer) layer.push(node);
    else layers.push([node]);
  }
  return layers.flat();
}
