/** A paragraph that has no equal, by its index. */
export interface Loose {
  readonly index: number;
  readonly key: string;
}

/** Two paragraphs that are taken for versions of one. */
export type Match = readonly [a: number, b: number];

/** Sequences of characters that so many paragraphs share tell nothing. */
const MOST_HOLDERS = 12;
const GRAM = 3;
/** How much of the two must be the same. */
const ALIKE = 0.4;
/** How much of the shorter one must be, where it is long enough: a paragraph that was split or grew. */
const CONTAINED = 0.75;
const TELLING = 16;

/** Pairs paragraphs by the short sequences of characters they share, the most alike first. Linear in their length. */
export function similarPairs(olds: readonly Loose[], nows: readonly Loose[]): readonly Match[] {
  if (olds.length === 0 || nows.length === 0) return [];
  const grams = new Map([...olds, ...nows].map(({ key }) => [key, gramsOf(key)]));
  const holders = new Map<string, number[]>();
  nows.forEach(({ key }, at) => {
    for (const gram of grams.get(key)!) {
      const known = holders.get(gram);
      if (!known) holders.set(gram, [at]);
      else if (known.length < MOST_HOLDERS) known.push(at);
    }
  });
  const candidates: { readonly score: number; readonly a: number; readonly b: number }[] = [];
  olds.forEach(({ key, index }) => {
    const own = grams.get(key)!;
    const shared = new Map<number, number>();
    for (const gram of own) {
      const at = holders.get(gram) ?? [];
      if (at.length < MOST_HOLDERS) for (const i of at) shared.set(i, (shared.get(i) ?? 0) + 1);
    }
    for (const [i, count] of shared) {
      const other = grams.get(nows[i]!.key)!.size;
      const score = (2 * count) / (own.size + other);
      const least = Math.min(own.size, other);
      if (score >= ALIKE || (least >= TELLING && count / least >= CONTAINED))
        candidates.push({ score, a: index, b: nows[i]!.index });
    }
  });
  candidates.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const taken = [new Set<number>(), new Set<number>()] as const;
  const matches: Match[] = [];
  for (const { a, b } of candidates) {
    if (taken[0].has(a) || taken[1].has(b)) continue;
    taken[0].add(a);
    taken[1].add(b);
    matches.push([a, b]);
  }
  return matches;
}

function gramsOf(key: string): ReadonlySet<string> {
  const folded = key.replace(/\d+(?:\.\d+)?|[xX×]{2,}/g, '0');
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= folded.length; at++) grams.add(folded.slice(at, at + GRAM));
  return grams;
}
