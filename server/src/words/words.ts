/** Cuts text into words. One interface for every engine, so that rules never know which one is at work. */
export interface Words {
  /**
   * UTF-16 end offsets of the words of `text`, ascending; the last one is `text.length`.
   * `model` (default true): words the dictionary does not know are guessed, Latin and digit runs kept whole.
   */
  readonly cut: (text: string, model?: boolean) => Uint32Array;
  /** The same cut with jieba's part-of-speech tag for each word. */
  readonly tag: (text: string) => Tagged;
  /** Adds a word at run time; it counts as often as the middle one of the dictionary. */
  readonly add: (word: string, tag?: string) => void;
}

export interface Tagged {
  readonly ends: Uint32Array;
  readonly tags: readonly string[];
}

/** TF-IDF against jieba's own table, or TextRank over the text alone. */
export type KeywordMethod = 'tfidf' | 'textrank';

/** A word that says what a text is about; weights of different methods cannot be compared. */
export interface Keyword {
  readonly word: string;
  readonly weight: number;
}

/** A cutter, or what is missing, said in Chinese for the person who reads the list. */
export type LoadedWords = { readonly words: Words } | { readonly missing: string };
