import { lazyFacts } from '../draft/lazy.ts';
import type { Speech } from '../draft/types.ts';
import type { PhraseIndex } from '../lexicon/phrase-index.ts';
import type { IdentityReader, SpeechCalculation } from './arithmetic/identities.ts';
import type { Columns } from './columns.ts';
import type { ConflictReader } from './conflicts/read.ts';
import type { Conflict } from './conflicts/types.ts';
import { readSpeechDates } from './dates/speech.ts';
import type { SpeechDates } from './dates/types.ts';
import { allFigures, type SpeechFigureReader, type SpeechFigures } from './figures/speech.ts';
import type { SpeechFigure } from './figures/types.ts';
import { readClaims, type SpeechClaims } from './ledger/claims.ts';
import type { Ledger } from './ledger/read.ts';
import type { LedgerRow } from './ledger.ts';
import { type BlankMark, readBlankMarks, withMarks } from './masks/marks.ts';
import { readMasks } from './masks/read.ts';
import type { MaskEntity } from './masks/types.ts';
import { type NumberingReading, readNumbering } from './numbering.ts';
import type { ParagraphFacts } from './paragraph-facts.ts';
import { readParts } from './parts/read.ts';
import type { SpeechParts } from './parts/types.ts';
import { type JudgedPromise, judgePromises } from './promises/judge.ts';
import { findUnbalanced, type Unbalanced } from './punctuation/unbalanced.ts';
import { readSeriesRuns, type SeriesReading } from './series-runs.ts';
import { readTree } from './tree/read.ts';
import type { OutlineNode } from './tree/types.ts';

/** What a speech says as a whole, assembled from its outline and its paragraphs once. */
export interface SpeechFacts {
  /** Levels of headings as they count on, and what is wrong with them. */
  readonly numbering: NumberingReading;
  /** Verbal numbers sorted into series: 一是…二是…, and what is wrong with them. */
  readonly series: SeriesReading;
  /** Announced numbers weighed against the items that follow or precede. */
  readonly promises: readonly JudgedPromise[];
  /** Title, speaker, date, salutation, opening, body, closing; and the kind of speech. */
  readonly parts: SpeechParts;
  /** Headings, series, dash items and field labels as they nest. */
  readonly tree: readonly OutlineNode[];
  /** Quotation marks and brackets without a partner. */
  readonly unbalanced: readonly Unbalanced[];
  /** Data that the speech gives with different values. */
  readonly conflicts: readonly Conflict[];
  /** What figures of different paragraphs say of each other, whether it agrees or not. */
  readonly identities: readonly SpeechCalculation[];
  /** Blanks and highlights that the file marks and that no placeholder of the text tells already. */
  readonly blanks: readonly BlankMark[];
  /** The placeholders as the things that they ask for, with what the speech itself gives for them. */
  readonly masks: readonly MaskEntity[];
  /** The day of the speech, and dates that do not agree between two places. */
  readonly dates: SpeechDates;
  /** The figures of all paragraphs, periods resolved, with the keys by which they compare. */
  readonly figures: readonly SpeechFigure[];
  /** The same with the paragraphs in which they stand. */
  readonly figureBlocks: SpeechFigures;
  /** The figures that a table of figures can vouch for, and whose they are. */
  readonly claims: SpeechClaims;
}

/** Remembers facts by paragraph text, so that a keystroke re-reads one paragraph. */
export interface FactMemory extends Columns {
  readonly of: (text: string) => ParagraphFacts;
  readonly ofSpeech: (speech: Speech) => SpeechFacts;
  /** A team's own phrases, made ready once for each list; undefined for an empty one. */
  readonly ownPhrases: (list: readonly string[]) => PhraseIndex | undefined;
  /** A table of figures by what its rows speak of; remembered by the object. */
  readonly ledger: (rows: readonly LedgerRow[]) => Ledger;
  readonly readFigures: SpeechFigureReader;
  readonly readConflicts: ConflictReader;
  readonly readIdentities: IdentityReader;
  /** Forgets the paragraphs where more than so many characters of them are remembered. */
  readonly trim: (characters: number) => void;
}

/** What speech facts are read with. */
export interface SpeechTools {
  readonly speech: Speech;
  readonly memory: FactMemory;
}

/** Makes the facts of a speech; one line a fact. */
export const speechFacts = lazyFacts<SpeechFacts, SpeechTools>({
  numbering: ({ speech }) => readNumbering(speech),
  series: ({ speech, memory }) => readSeriesRuns(speech, memory),
  promises: ({ speech, memory }) => judgePromises(speech, memory),
  parts: ({ speech }) => readParts(speech),
  figures: ({ figureBlocks }) => allFigures(figureBlocks),
  figureBlocks: ({ speech, parts, memory }) =>
    memory.readFigures(speech, parts, memory, () => memory.ofSpeech(speech).dates.spoken?.year),
  tree: ({ speech, series, memory }) => readTree(speech, series.series, memory.of),
  identities: ({ figureBlocks, memory }) => memory.readIdentities(figureBlocks),
  conflicts: ({ speech, figureBlocks, memory }) => memory.readConflicts(figureBlocks, speech.paragraphs),
  unbalanced: ({ speech, memory }) => findUnbalanced(speech, memory),
  blanks: ({ speech, memory }) => readBlankMarks(speech, (text) => memory.of(text).placeholders),
  masks: ({ speech, blanks, memory }) => withMarks(readMasks(speech, memory), blanks),
  dates: ({ speech, parts, memory }) => readSpeechDates(speech, parts, memory),
  claims: ({ speech, figures }) => readClaims(speech, figures),
});
