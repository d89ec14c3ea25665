import { filtered, type Phrase, type PhraseIndex, readEntry } from './phrase-index.ts';
import { ALPHABET, BASE, CHECK, FILTER, GROUPS, SPECIAL, VALUE } from './phrases.generated.ts';

/** First of the 64 printable characters that stand for six bits each; none of them needs an escape in a string. */
const ZERO = 0x23;
const BACKSLASH = 0x5c;

/** The character that stands for six bits. */
export function digitOf(bits: number): string {
  const unit = bits + ZERO;
  return String.fromCharCode(unit === BACKSLASH ? 0x7e : unit);
}

/**
 * Opens the project's own list of set phrases, compiled to a double-array trie: child of slot s by code c is
 * base[s] + c where check holds c; value is 1 + the index of the key that ends there. Call it once, when first needed.
 */
export function openLexicon(): PhraseIndex {
  const codes = new Uint16Array(0x10000);
  for (let i = 0; i < ALPHABET.length; i++) codes[ALPHABET.charCodeAt(i)] = i + 1;
  const base = reader(BASE);
  const check = reader(CHECK);
  const value = reader(VALUE);
  const special = new Map<number, readonly string[]>();
  for (const row of SPECIAL.split('\n')) {
    const [at, ...entries] = row.split(' ');
    special.set(Number(at), entries);
  }
  const known = new Map<number, readonly Phrase[]>();
  const phrasesOf = (index: number, key: string): readonly Phrase[] => {
    const found = known.get(index);
    if (found) return found;
    const entries = special.get(index) ?? [GROUPS[index]! + key];
    const phrases = entries.map((entry) => readEntry(entry.slice(1), entry[0]!));
    known.set(index, phrases);
    return phrases;
  };
  const root = base(0);
  // A character of the filter holds its bits in its lower half.
  const filter = new TextEncoder().encode(FILTER);
  return {
    candidates: (text, starts) => filtered(filter, text, starts),
    at(text, at, take) {
      const { length } = text;
      let code = codes[text.charCodeAt(at)]!;
      let slot = root + code;
      if (code === 0 || check(slot) !== code) return;
      for (let end = at + 1; end < length; end++) {
        const below = base(slot);
        if (below === 0) return;
        code = codes[text.charCodeAt(end)]!;
        if (code === 0 || check(below + code) !== code) return;
        slot = below + code;
        const index = value(slot);
        if (index !== 0) for (const phrase of phrasesOf(index - 1, text.slice(at, end + 1))) take(phrase);
      }
    },
  };
}

/** Reads numbers of 18 bits from planes of six bits each; 0 beyond the end. */
function reader(planes: string): (at: number) => number {
  const bytes = new TextEncoder().encode(planes);
  const size = bytes.length / 3;
  return (at) => {
    if (at >= size) return 0;
    return six(bytes[at]!) | (six(bytes[at + size]!) << 6) | (six(bytes[at + 2 * size]!) << 12);
  };
}

function six(unit: number): number {
  return unit === 0x7e ? BACKSLASH - ZERO : unit - ZERO;
}
