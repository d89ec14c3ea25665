/** A word added at run time. */
export interface AddedWord {
  readonly weight: number;
  readonly tag: string;
}

/** A step into the added words: what ends here and what may follow, by UTF-16 unit. */
export interface AddedNode {
  readonly next: ReadonlyMap<number, AddedNode>;
  readonly word: AddedWord | undefined;
}

/** Words added at run time; they replace the dictionary's own. */
export interface AddedWords {
  readonly root: AddedNode;
  readonly add: (word: string, entry: AddedWord) => void;
  readonly find: (units: Uint16Array, start: number, end: number) => AddedWord | undefined;
}

interface Growing extends AddedNode {
  readonly next: Map<number, Growing>;
  word: AddedWord | undefined;
}

/** Makes an empty set of added words. Lone surrogates in a word are taken for U+FFFD, as in texts. */
export function createAddedWords(): AddedWords {
  const root: Growing = { next: new Map(), word: undefined };
  return {
    root,
    add(word, entry) {
      const whole = word.toWellFormed();
      if (whole === '') return;
      let node = root;
      for (let at = 0; at < whole.length; at++) {
        const unit = whole.charCodeAt(at);
        const next = node.next.get(unit) ?? { next: new Map(), word: undefined };
        node.next.set(unit, next);
        node = next;
      }
      node.word = entry;
    },
    find(units, start, end) {
      let node: AddedNode | undefined = root;
      for (let at = start; at < end && node; at++) node = node.next.get(units[at]!);
      return node?.word;
    },
  };
}
