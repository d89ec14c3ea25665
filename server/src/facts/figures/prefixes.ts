import { addTo } from '../../draft/lists.ts';

/** Length of the longest word that begins at `at`; 0 for none. */
export type PrefixMatcher = (text: string, at: number) => number;

/** Makes a matcher of words (parted by spaces); its table is built on first use. */
export function createPrefixMatcher(words: string): PrefixMatcher {
  let table: ReadonlyMap<string, readonly string[]> | undefined;
  return (text, at) => {
    table ??= byFirst(words);
    const candidates = table.get(text.charAt(at));
    if (candidates) for (const word of candidates) if (text.startsWith(word, at)) return word.length;
    return 0;
  };
}

function byFirst(words: string): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  for (const word of words.split(' ')) addTo(table, word.charAt(0), word);
  for (const others of table.values()) if (others.length > 1) others.sort((a, b) => b.length - a.length);
  return table;
}
