import { diffArrays } from 'diff';
import type { Span } from '../../draft/span.ts';
import type { FactMemory } from '../facts.ts';
import { type TokenRow, tokenRow } from './tokens.ts';
import type { Comparison, Entity, Stretch } from './types.ts';

/** Beyond so many edits a paragraph counts as written anew. */
const MOST_EDITS = 600;
/** So few equal characters between two changes are chance. */
const CHANCE = 2;

/** A run of tokens that are alike, or that are not, by positions in the two rows. */
interface Run {
  readonly alike: boolean;
  readonly a: readonly [start: number, end: number];
  readonly b: readonly [start: number, end: number];
}

/** Lays two versions of a paragraph side by side. */
export function compareParagraphs(a: string, b: string, memory: FactMemory): Comparison {
  const [rowA, rowB] = [tokenRow(a, memory), tokenRow(b, memory)];
  const runs = runsOf(rowA.tokens, rowB.tokens);
  const entities = runs
    .filter(({ alike }) => alike)
    .flatMap((run) =>
      rowA.entities.slice(...run.a).flatMap((old, i) => {
        const now = rowB.entities[run.b[0] + i];
        return old && now ? [{ old, now }] : [];
      }),
    );
  const stretches = joined(runs, rowA)
    .filter(({ alike }) => !alike)
    .map((run): Stretch => {
      return {
        old: spanOf(rowA, run.a, a.length),
        now: spanOf(rowB, run.b, b.length),
        oldEntities: entitiesIn(rowA, run.a),
        nowEntities: entitiesIn(rowB, run.b),
      };
    });
  return { entities, stretches };
}

function runsOf(a: readonly string[], b: readonly string[]): readonly Run[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const middle = diffArrays(a.slice(head, a.length - tail), b.slice(head, b.length - tail), {
    maxEditLength: MOST_EDITS,
  });
  const runs: Run[] = head > 0 ? [{ alike: true, a: [0, head], b: [0, head] }] : [];
  let [i, j] = [head, head];
  for (const { added, removed, count } of middle ?? [
    { removed: true, added: false, count: a.length - tail - head },
    { removed: false, added: true, count: b.length - tail - head },
  ]) {
    const [toA, toB] = [added ? i : i + count, removed ? j : j + count];
    const last = runs.at(-1);
    if ((added || removed) && last && !last.alike)
      runs[runs.length - 1] = { alike: false, a: [last.a[0], toA], b: [last.b[0], toB] };
    else if (count > 0) runs.push({ alike: !added && !removed, a: [i, toA], b: [j, toB] });
    [i, j] = [toA, toB];
  }
  if (tail > 0) runs.push({ alike: true, a: [a.length - tail, a.length], b: [b.length - tail, b.length] });
  return runs;
}

/** Changes with next to nothing between them read as one. */
function joined(runs: readonly Run[], row: TokenRow): readonly Run[] {
  const out: Run[] = [];
  runs.forEach((run, at) => {
    const last = out.at(-1);
    const between = at + 1 < runs.length && run.alike && last && !last.alike;
    const short = run.a[1] - run.a[0] <= CHANCE && row.entities.slice(...run.a).every((one) => !one);
    const bridge = between && short && !/[，。；：、！？]/.test(row.tokens.slice(...run.a).join(''));
    if (last && !last.alike && (bridge || !run.alike))
      out[out.length - 1] = { alike: false, a: [last.a[0], run.a[1]], b: [last.b[0], run.b[1]] };
    else out.push(run);
  });
  return out;
}

function spanOf({ spans }: TokenRow, [start, end]: Run['a'], length: number): Span {
  if (start < end) return { start: spans[start]!.start, end: spans[end - 1]!.end };
  const at = spans[start - 1]?.end ?? spans[start]?.start ?? length;
  return { start: at, end: at };
}

function entitiesIn({ entities }: TokenRow, [start, end]: Run['a']): readonly Entity[] {
  return entities.slice(start, end).flatMap((one) => (one ? [one] : []));
}
