export type PlaceholderKind = 'number' | 'date' | 'ordinal' | 'name' | 'word' | 'blank';

/** One written form of a placeholder. The match is the whole span; `accept` sees the match and all that surrounds it. */
export interface Form {
  readonly kind: PlaceholderKind;
  readonly pattern: RegExp;
  readonly accept?: (match: string, before: string, after: string) => boolean;
}
