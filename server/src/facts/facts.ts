import type { Speech } from '../draft/types.ts';
import { type ConfusionTable, readConfusions } from '../lexicon/confusion-table.ts';
import type { Words } from '../words/words.ts';
import { readConflicts } from './conflicts/read.ts';
import type { Conflict } from './conflicts/types.ts';
import { type Doubled, readDoubled } from './doubled.ts';
import { createFigureReader, type FigureReader } from './figures/read.ts';
import { readSpeechFigures } from './figures/speech.ts';
import type { Figure, SpeechFigure } from './figures/types.ts';
import { type NumberForm, readNumberForms } from './number-forms/read.ts';
import { type NumberingReading, readNumbering } from './numbering.ts';
import { readParts } from './parts/read.ts';
import type { SpeechParts } from './parts/types.ts';
import { type Placeholder, readPlaceholders } from './placeholders/read.ts';
import { type JudgedPromise, judgePromises } from './promises/judge.ts';
import { type Announcement, type PromiseReading, readPromises } from './promises.ts';
import { readSeeds, type Seeds } from './repeats.ts';
import { readSeries, type SeriesMark } from './series.ts';
import { readSeriesRuns, type SeriesReading } from './series-runs.ts';
import { readTypos } from './typos/read.ts';
import type { Typo } from './typos/types.ts';
import { readUnitSlips } from './unit-slips/read.ts';
import type { UnitSlip } from './unit-slips/types.ts';

/** What one paragraph says, read lazily and once. It depends on the paragraph's text alone. */
export interface ParagraphFacts {
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
  readonly promises: readonly Announcement[];
  /** The promises with what their own sentences tell, and slogans set out in items. */
  readonly announced: PromiseReading;
  readonly series: readonly SeriesMark[];
  /** Numbers with what they say: indicator, kind, period, scope. */
  readonly figures: readonly Figure[];
  /** Ends of the words; undefined where no word cutter is at hand. */
  readonly words: Uint32Array | undefined;
  /** Runs of words of at least `length` characters; undefined without words. */
  readonly seeds: (length: number) => Seeds | undefined;
  /** Certain miswritings; without words only those that need none. */
  readonly typos: readonly Typo[];
  /** Words written twice; none without words. */
  readonly doubled: readonly Doubled[];
  /** Numbers in a form that the standard rules out. */
  readonly numberForms: readonly NumberForm[];
  /** Figures whose unit is lost or does not go with their words. */
  readonly unitSlips: readonly UnitSlip[];
}

/** What a speech says as a whole, assembled from its outline once. */
export interface SpeechFacts {
  /** Levels of headings as they count on, and what is wrong with them. */
  readonly numbering: NumberingReading;
  /** Verbal numbers sorted into series: 一是…二是…, and what is wrong with them. */
  readonly series: SeriesReading;
  /** Announced numbers weighed against the items that follow or precede. */
  readonly promises: readonly JudgedPromise[];
  /** Title, speaker, date, salutation, opening, body, closing; and the kind of speech. */
  readonly parts: SpeechParts;
  /** The figures of all paragraphs, periods resolved, with the keys by which they compare. */
  readonly figures: readonly SpeechFigure[];
  /** Data that the speech gives with different values. */
  readonly conflicts: readonly Conflict[];
}

/** Remembers facts by paragraph text, so that a keystroke re-reads one paragraph. */
export interface FactMemory {
  readonly of: (text: string) => ParagraphFacts;
  readonly ofSpeech: (speech: Speech) => SpeechFacts;
}

/**
 * Makes a memory that keeps at least the `capacity` (in characters of text) most recently used paragraphs:
 * two generations, the older one dropped when the younger is full.
 */
export function createFactMemory(
  words: () => Words | undefined = () => undefined,
  capacity = 4_000_000,
): FactMemory {
  let young = new Map<string, ParagraphFacts>();
  let old = new Map<string, ParagraphFacts>();
  let size = 0;
  let known: ConfusionTable | undefined;
  const confusions = (): ConfusionTable => {
    known ??= readConfusions();
    return known;
  };
  const speeches = new WeakMap<Speech, SpeechFacts>();
  const readFigures = createFigureReader(words);
  return {
    ofSpeech(speech) {
      const known = speeches.get(speech);
      if (known) return known;
      const facts = new LazySpeechFacts(speech, this);
      speeches.set(speech, facts);
      return facts;
    },
    of(text) {
      const known = young.get(text);
      if (known) return known;
      const facts = old.get(text) ?? new LazyFacts(text, words, confusions, readFigures);
      if (size > capacity) {
        old = young;
        young = new Map();
        size = 0;
      }
      young.set(text, facts);
      size += text.length;
      return facts;
    },
  };
}

class LazySpeechFacts implements SpeechFacts {
  readonly #speech: Speech;
  readonly #memory: FactMemory;
  #numbering: NumberingReading | undefined;
  #series: SeriesReading | undefined;
  #promises: readonly JudgedPromise[] | undefined;
  #parts: SpeechParts | undefined;
  #figures: readonly SpeechFigure[] | undefined;
  #conflicts: readonly Conflict[] | undefined;

  constructor(speech: Speech, memory: FactMemory) {
    this.#speech = speech;
    this.#memory = memory;
  }

  get numbering(): NumberingReading {
    this.#numbering ??= readNumbering(this.#speech);
    return this.#numbering;
  }

  get series(): SeriesReading {
    this.#series ??= readSeriesRuns(this.#speech, (text) => this.#memory.of(text).series);
    return this.#series;
  }

  get promises(): readonly JudgedPromise[] {
    this.#promises ??= judgePromises(this.#speech, this.#memory);
    return this.#promises;
  }

  get parts(): SpeechParts {
    this.#parts ??= readParts(this.#speech);
    return this.#parts;
  }

  get figures(): readonly SpeechFigure[] {
    this.#figures ??= readSpeechFigures(this.#speech, this.parts, (text) => this.#memory.of(text).figures);
    return this.#figures;
  }

  get conflicts(): readonly Conflict[] {
    this.#conflicts ??= readConflicts(this.figures, this.#speech.paragraphs);
    return this.#conflicts;
  }
}

class LazyFacts implements ParagraphFacts {
  readonly text: string;
  #placeholders: readonly Placeholder[] | undefined;
  #promises: readonly Announcement[] | undefined;
  #announced: PromiseReading | undefined;
  #series: readonly SeriesMark[] | undefined;
  #figures: readonly Figure[] | undefined;

  #words: Uint32Array | undefined;
  #seeds: { readonly length: number; readonly seeds: Seeds } | undefined;
  readonly #cutter: () => Words | undefined;
  #typos: readonly Typo[] | undefined;
  #doubled: readonly Doubled[] | undefined;
  #numberForms: readonly NumberForm[] | undefined;
  #unitSlips: readonly UnitSlip[] | undefined;
  readonly #confusions: () => ConfusionTable;

  readonly #readFigures: FigureReader;

  constructor(
    text: string,
    cutter: () => Words | undefined,
    confusions: () => ConfusionTable,
    readFigures: FigureReader,
  ) {
    this.text = text;
    this.#cutter = cutter;
    this.#confusions = confusions;
    this.#readFigures = readFigures;
  }

  get placeholders(): readonly Placeholder[] {
    this.#placeholders ??= readPlaceholders(this.text);
    return this.#placeholders;
  }

  get promises(): readonly Announcement[] {
    this.#promises ??= this.announced.promises.map(({ count, span, text }) => ({ count, span, text }));
    return this.#promises;
  }

  get announced(): PromiseReading {
    this.#announced ??= readPromises(this.text);
    return this.#announced;
  }

  get series(): readonly SeriesMark[] {
    this.#series ??= readSeries(this.text);
    return this.#series;
  }

  get figures(): readonly Figure[] {
    this.#figures ??= this.#readFigures(this.text, this.placeholders);
    return this.#figures;
  }

  get words(): Uint32Array | undefined {
    this.#words ??= this.#cutter()?.cut(this.text);
    return this.#words;
  }

  seeds(length: number): Seeds | undefined {
    if (this.#seeds?.length !== length) {
      const words = this.words;
      this.#seeds = words && { length, seeds: readSeeds(this.text, words, length) };
    }
    return this.#seeds?.seeds;
  }

  get typos(): readonly Typo[] {
    this.#typos ??= readTypos(this.text, this.placeholders, this.#confusions, this.#cutter);
    return this.#typos;
  }

  get doubled(): readonly Doubled[] {
    this.#doubled ??= readDoubled(this.text, () => this.words);
    return this.#doubled;
  }

  get numberForms(): readonly NumberForm[] {
    this.#numberForms ??= readNumberForms(this.text, this.placeholders);
    return this.#numberForms;
  }

  get unitSlips(): readonly UnitSlip[] {
    this.#unitSlips ??= readUnitSlips(this.text, this.placeholders);
    return this.#unitSlips;
  }
}
