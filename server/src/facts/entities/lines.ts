import type { Words } from '../../words/words.ts';
import type { TaggedLine } from './types.ts';

/** A line with its words. Without a cutter every character is a word. */
export function tagLine(text: string, words: Words | undefined): TaggedLine {
  const { ends, tags } = words?.tag(text) ?? { ends: undefined, tags: [] };
  if (!ends)
    return {
      text,
      tagAt: () => 'x',
      isBoundary: () => true,
      wordAt: (offset) => ({ start: offset, end: offset + 1 }),
    };
  const word = new Int32Array(text.length);
  const starts = new Uint8Array(text.length + 1);
  let at = 0;
  ends.forEach((end, i) => {
    starts[at] = 1;
    word.fill(i, at, end);
    at = end;
  });
  starts[text.length] = 1;
  return {
    text,
    tagAt: (offset) => tags[word[offset]!] ?? '',
    isBoundary: (offset) => starts[offset] === 1,
    wordAt: (offset) => {
      const index = word[offset]!;
      return { start: index === 0 ? 0 : ends[index - 1]!, end: ends[index]! };
    },
  };
}
