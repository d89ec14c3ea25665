import { type PairReading, readPairs } from './pairs.ts';
import { type RepeatedMarks, readRepeatedMarks } from './repeated-marks.ts';
import { countTight, readSpaces, type SpaceReading } from './spaces.ts';
import { readWidths, type WidthReading } from './widths.ts';

/** The punctuation of one paragraph; each reading is made when it is first asked for. */
export interface Punctuation {
  readonly pairs: PairReading;
  readonly widths: WidthReading;
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
  #widths: WidthReading | undefined;
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

  get widths(): WidthReading {
    this.#widths ??= readWidths(this.#text, this.pairs);
    return this.#widths;
  }

  get repeated(): readonly RepeatedMarks[] {
    this.#repeated ??= readRepeatedMarks(this.#text);
    return this.#repeated;
  }

  get spaces(): SpaceReading {
    this.#spaces ??= readSpaces(this.#text, this.pairs);
    return this.#spaces;
  }

  get tight(): number {
    this.#tight ??= countTight(this.#text);
    return this.#tight;
  }
}
