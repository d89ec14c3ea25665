import { leftmostLongest } from '../../draft/span.ts';
import { createMatcher } from '../../facts/terms/matcher.ts';
import type { Masking } from './mask.ts';

/** A mask, or several that touch, in a text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** As it stands in the masked text. */
  readonly mask: string;
}

/** A token of the masked text with what stands there in the original. */
export interface Site extends Token {
  /** The mask itself where the original has it so. */
  readonly value: string;
  /** The entity, where it is a single one. */
  readonly entity: number | undefined;
}

/** Finds tokens in a text: those that begin first, the longest of several, none overlapping. */
export type Tokenizer = (text: string) => readonly Token[];

/** Makes a tokenizer for the masks of a masking. */
export function createTokenizer(masking: Masking): Tokenizer {
  const masks = [...new Set(runs(masking).map(({ mask }) => mask))];
  const matcher = createMatcher(masks);
  return (text) => {
    const found: Token[] = [];
    matcher.scan(text, (number, start, end) => found.push({ start, end, mask: masks[number]! }));
    return leftmostLongest(found);
  };
}

/** The tokens of the masked text itself. */
export function sitesOf(masking: Masking, tokens: Tokenizer): readonly Site[] {
  const known = new Map(runs(masking).map((run) => [run.start, run]));
  return tokens(masking.text).map((token) => {
    const run = known.get(token.start);
    return run?.end === token.end ? run : { ...token, value: token.mask, entity: undefined };
  });
}

/** The masks of a masking, those that touch as one. */
function runs({ entities, places }: Masking): readonly Site[] {
  const all: Site[] = [];
  for (const { at, entity, text } of places) {
    const { mask } = entities[entity]!;
    const last = all.at(-1);
    if (last?.end === at) {
      const joined = { start: last.start, end: at + mask.length, mask: last.mask + mask };
      all[all.length - 1] = { ...joined, value: last.value + text, entity: undefined };
    } else all.push({ start: at, end: at + mask.length, mask, value: text, entity });
  }
  return all;
}
