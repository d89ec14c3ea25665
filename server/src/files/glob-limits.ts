/** Stars in one name: each more multiplies the ways of matching by the length of the name. */
const MOST_STARS = 3;
/** `**` in one pattern: each more multiplies them by the depth of the path. */
const MOST_GLOBSTARS = 3;
/** Patterns that the braces of one stand for. */
const MOST_ALTERNATIVES = 1000;
const DEEPEST = 10;

/** A group that is repeated, and a group in a group: what they match may take time without end. */
const REPEATED = /[+*]\(|\)[+{]|(?<![@!?])\([^()]*\)\*|\([^()]*\(/;

/** Whether the stars of a pattern, of a glob or of `.gitignore`, may take long to match a long name or a deep path. */
export function hasManyStars(pattern: string): boolean {
  const names = pattern.split('/');
  const globstars = names.filter((name) => name.includes('**'));
  return (
    globstars.length > MOST_GLOBSTARS || names.some((name) => (name.match(/\*+/g)?.length ?? 0) > MOST_STARS)
  );
}

/** Whether a glob of the command line would take long to open or to match. */
export function isHeavyGlob(glob: string): boolean {
  return REPEATED.test(glob) || hasManyStars(glob) || countAlternatives(glob) > MOST_ALTERNATIVES;
}

/** The lines of a `.gitignore` that may be matched; the files that the others name are taken in. */
export function calmIgnoreLines(text: string): string {
  const lines = text.split('\n');
  return lines.some(hasManyStars) ? lines.filter((line) => !hasManyStars(line)).join('\n') : text;
}

/** How many patterns `{a,b}` and `{1..9}` stand for; infinite where they stand too deep in each other. */
function countAlternatives(glob: string): number {
  const open = [{ from: 0, product: 1, sum: 0 }];
  for (let at = 0; at < glob.length; at++) {
    const inner = open.at(-1)!;
    if (glob[at] === '{') {
      if (open.length > DEEPEST) return Infinity;
      open.push({ from: at + 1, product: 1, sum: 0 });
    } else if (open.length > 1 && glob[at] === ',') {
      inner.sum += inner.product;
      inner.product = 1;
    } else if (open.length > 1 && glob[at] === '}') {
      open.pop();
      open.at(-1)!.product *= Math.max(inner.sum + inner.product, rangeSize(glob.slice(inner.from, at)));
    }
  }
  return open.reduce((total, { product, sum }) => total * (product + sum), 1);
}

function rangeSize(text: string): number {
  const [, from, to] = /^(-?\d+)\.\.(-?\d+)(?:\.\.-?\d+)?$/.exec(text) ?? [];
  return from === undefined ? 1 : Math.abs(Number(to) - Number(from)) + 1;
}
