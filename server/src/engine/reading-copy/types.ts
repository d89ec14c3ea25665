/** How readings that may be missed are shown: over the character, in brackets after it, not at all. */
export const PINYIN = ['ruby', 'bracket', 'off'] as const;

/** Sizes of the letters that may be asked for, in points. */
export const SIZES = { lowest: 14, usual: 22, highest: 48 } as const;

export interface ReadingCopyOptions {
  readonly pinyin: (typeof PINYIN)[number];
  /** Size of the letters in points. */
  readonly size: number;
  /** Characters a minute for the times in the margin; undefined shows none. */
  readonly rate: number | undefined;
  /** Every section of the first level begins a new page. */
  readonly sectionPages: boolean;
}
