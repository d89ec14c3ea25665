import { addTo } from '../../draft/lists.ts';
import type { Span } from '../../draft/span.ts';
import { type Side, type Surrounded, surround, type Weight } from './contexts.ts';
import { type Masking, originalOf } from './mask.ts';
import { createTokenizer, type Site, sitesOf } from './tokens.ts';

/** A masked text with its masks given back. */
export interface Unmasked {
  readonly text: string;
  /** How many masks were given back. */
  readonly restored: number;
  /** Masks of which it is not certain what they stand for: where they stand in the text that was given. */
  readonly open: readonly { readonly span: Span; readonly mask: string }[];
}

/** How many characters of words must agree on each side; first the most, so that the closest copy goes first. */
const LEVELS: readonly Weight[] = ['lines', 'line', 24, 12, 6];
/** Fewer words than this, both sides together, speak of nothing. */
const LEAST = 4;
/** Where one side has changed, so many must agree on the other, and the changed side must speak for nothing else. */
const ONE_SIDE = 6;
const OTHER_SIDE = 4;

/**
 * Gives the masks of a masked text back, also where the text was edited since: by the words on both sides, or by those
 * on one side where the sentence still has the same masks. What could be read in two ways stays masked and is listed.
 * The cost is linear in the two texts.
 */
export function unmaskText(edited: string, masking: Masking): Unmasked {
  if (edited === masking.text) {
    return { text: originalOf(masking), restored: masking.places.length, open: [] };
  }
  const tokenizer = createTokenizer(masking);
  const tokens = tokenizer(edited);
  const values = readValues(surround(edited, tokens), masking, sitesOf(masking, tokenizer));
  const pieces: string[] = [];
  const open: { readonly span: Span; readonly mask: string }[] = [];
  let from = 0;
  tokens.forEach(({ start, end, mask }, i) => {
    const value = values[i];
    if (value === undefined) open.push({ span: { start, end }, mask });
    pieces.push(edited.slice(from, start), value ?? mask);
    from = end;
  });
  return { text: pieces.join('') + edited.slice(from), restored: tokens.length - open.length, open };
}

function readValues(
  tokens: readonly Surrounded[],
  masking: Masking,
  sites: readonly Site[],
): readonly (string | undefined)[] {
  const around = surround(masking.text, sites);
  const known = around.map((one, i) => ({ one, value: sites[i]!.value }));
  const values: (string | undefined)[] = tokens.map(ownMask(masking, known));
  const free = new Map<string, number>();
  for (const { one } of known) free.set(keyOf(one, 6), (free.get(keyOf(one, 6)) ?? 0) + 1);
  const refused = new Set<string>();
  for (const level of LEVELS) {
    const index = indexBy(known, (one) => keyOf(one, level));
    const hits = new Map<string, number[]>();
    tokens.forEach((token, i) => {
      if (values[i] !== undefined || index.get(keyOf(token, level)) === undefined) return;
      if (token.before(level).weight + token.after(level).weight < LEAST) return;
      const group = keyOf(token, 6);
      addTo(hits, group, i);
    });
    for (const [group, members] of hits) {
      const left = (free.get(group) ?? 0) - members.length;
      if (refused.has(group) || left < 0) {
        refused.add(group);
        continue;
      }
      free.set(group, left);
      for (const i of members) values[i] = index.get(keyOf(tokens[i]!, level))!;
    }
  }
  const byOneSide = oneSideReader(known);
  return tokens.map((token, i) => values[i] ?? (refused.has(keyOf(token, 6)) ? undefined : byOneSide(token)));
}

interface Known {
  readonly one: Surrounded;
  readonly value: string;
}

/** By a mask that one entity alone bears, as long as all its places read the same before the same word. */
function ownMask(masking: Masking, known: readonly Known[]): (token: Surrounded) => string | undefined {
  const owners = new Map<string, number>();
  for (const { mask } of masking.entities) owners.set(mask, (owners.get(mask) ?? 0) + 1);
  const isOwn = ({ token }: Surrounded): boolean =>
    owners.get(token.mask) === 1 && /[①-⑳〕]$/.test(token.mask);
  const numbered = known.filter(({ one }) => isOwn(one));
  const alone = indexBy(numbered, ({ token }) => token.mask);
  const before = indexBy(numbered, (one) => `${one.token.mask}|${one.after('line').text.slice(0, 2)}`);
  return (one) =>
    isOwn(one)
      ? (alone.get(one.token.mask) ?? before.get(`${one.token.mask}|${one.after('line').text.slice(0, 2)}`))
      : undefined;
}

/** Values by key; undefined where two differ. */
function indexBy(
  known: readonly Known[],
  key: (one: Surrounded) => string,
): ReadonlyMap<string, string | undefined> {
  const index = new Map<string, string | undefined>();
  for (const { one, value } of known) {
    const at = key(one);
    index.set(at, index.has(at) && index.get(at) !== value ? undefined : value);
  }
  return index;
}

/** Of a mask both sides of which must agree. */
function keyOf({ token, before, after }: Surrounded, weight: Weight): string {
  return [shown(before(weight)), token.mask, shown(after(weight))].join('\u0000');
}

function shown({ text, full }: Side): string {
  return full ? text : `${text}\n`;
}

/** Reads a token by one side: the words there are of one value only, the sentence has the same masks, nothing speaks against it. */
function oneSideReader(known: readonly Known[]): (token: Surrounded) => string | undefined {
  const readers = [sideReader(known, 'before', 'after'), sideReader(known, 'after', 'before')];
  return (token) => {
    const [one, other] = readers.map((read) => read(token));
    return one !== undefined && other !== undefined && one !== other ? undefined : (one ?? other);
  };
}

function sideReader(
  known: readonly Known[],
  same: 'before' | 'after',
  changed: 'before' | 'after',
): (token: Surrounded) => string | undefined {
  const key = (one: Surrounded, side: 'before' | 'after', weight: number): string | undefined => {
    const found = one[side](weight);
    return found.weight >= Math.min(weight, LEAST) ? `${one.token.mask}\u0000${shown(found)}` : undefined;
  };
  const values = indexBy(known, (one) => key(one, same, ONE_SIDE) ?? '');
  const sentences = new Map<string, Set<string>>();
  const against = new Map<string, Set<string>>();
  for (const { one, value } of known) {
    addToSet(sentences, key(one, same, ONE_SIDE) ?? '', one.sentence);
    addToSet(against, key(one, changed, OTHER_SIDE) ?? '', value);
  }
  return (token) => {
    const at = key(token, same, ONE_SIDE);
    const value = at === undefined ? undefined : values.get(at);
    if (at === undefined || value === undefined || !sentences.get(at)?.has(token.sentence)) return undefined;
    const other = against.get(key(token, changed, OTHER_SIDE) ?? '\u0000');
    return other && !(other.size === 1 && other.has(value)) ? undefined : value;
  };
}

function addToSet(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(value));
}
