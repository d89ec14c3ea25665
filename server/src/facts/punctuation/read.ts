import { arePaired, type PairReading, readPairs } from './pairs.ts';
import { type RepeatedMarks, readRepeatedMarks } from './repeated-marks.ts';
import { countTight, readSpaces, type SpaceReading } from './spaces.ts';
import { countFull, type HalfWidth, readWidths, type WidthKind } from './widths.ts';

/** The punctuation of one paragraph; each reading is made when it is first asked for. */
export interface Punctuation {
  /** All quotation marks and brackets are full-width and in order: there is nothing to find in `pairs`. */
  readonly arePaired: boolean;
  readonly pairs: PairReading;
  /** Half-width marks that stand in Chinese text. */
  readonly halfWidth: readonly HalfWidth[];
  /** How many full-width marks of each kind there are. */
  readonly fullWidth: ReadonlyMap<WidthKind, number>;
  readonly repeated: readonly RepeatedMarks[];
  readonly spaces: SpaceReading;
  /** Places where Chinese meets a figure or letter without a space. */
  readonly tight: number;
}

/** Reads the punctuation of a paragraph by its text alone. */
export function readPunctuation(text: string): Punctuation {
  return new LazyPunctuation(text);
}

class LazyPunctuation implements Punctuation {
  readonly #text: string;
  #pairs: PairReading | undefined;
  #halfWidth: readonly HalfWidth[] | undefined;
  #fullWidth: ReadonlyMap<WidthKind, number> | undefined;
  #arePaired: boolean | undefined;
  #repeated: readonly RepeatedMarks[] | undefined;
  #spaces: SpaceReading | undefined;
  #tight: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get pairs(): PairReading {
    this.#pairs ??= readPairs(this.#text);
    return this.#pairs;
  }

  get arePaired(): boolean {
    this.#arePaired ??= arePaired(this.#text);
    return this.#arePaired;
  }

  get halfWidth(): readonly HalfWidth[] {
    this.#halfWidth ??= readWidths(this.#text, () => this.pairs);
    return this.#halfWidth;
  }

  get fullWidth(): ReadonlyMap<WidthKind, number> {
    this.#fullWidth ??= countFull(this.#text);
    return this.#fullWidth;
  }

  get repeated(): readonly RepeatedMarks[] {
    this.#repeated ??= readRepeatedMarks(this.#text);
    return this.#repeated;
  }

  get spaces(): SpaceReading {
    this.#spaces ??= readSpaces(this.#text, () => this.pairs);
    return this.#spaces;
  }

  get tight(): number {
    this.#tight ??= countTight(this.#text);
    return this.#tight;
  }
}
