import { lazyFacts } from '../draft/lazy.ts';
import type { ConfusionTable } from '../lexicon/confusion-table.ts';
import type { PhraseIndex } from '../lexicon/phrase-index.ts';
import type { Words } from '../words/words.ts';
import { type LongClause, readLongClauses } from './aloud/long-clauses.ts';
import { countSyllables } from './aloud/syllables.ts';
import { readUnreadable, type Unreadable } from './aloud/unreadable.ts';
import { readCalculations } from './arithmetic/read.ts';
import type { Calculation } from './arithmetic/types.ts';
import type { DateReader } from './dates/read.ts';
import type { ParagraphDates } from './dates/types.ts';
import { type Doubled, readDoubled } from './doubled.ts';
import { type FieldLabel, readLabels } from './field-labels.ts';
import type { FigureReader } from './figures/read.ts';
import type { Figure } from './figures/types.ts';
import type { FormulaReader } from './formulas/read.ts';
import type { Alteration } from './formulas/types.ts';
import { type NumberForm, readNumberForms } from './number-forms/read.ts';
import { type Passages, readPassages } from './passages/read.ts';
import { matchPhrases, type PhraseHit } from './phrases/match.ts';
import { type Placeholder, readPlaceholders } from './placeholders/read.ts';
import { type Announcement, type PromiseReading, readPromises } from './promises.ts';
import { type Punctuation, readPunctuation } from './punctuation/read.ts';
import { type RepeatTokens, readTokens } from './repeats/tokens.ts';
import type { RosterReader } from './roster/read.ts';
import type { RosterReading, RosterRow } from './roster/types.ts';
import { readSeries, type SeriesMark } from './series.ts';
import { readSides, type Side } from './sides.ts';
import type { TermTable } from './terms/table.ts';
import type { TermEntry, TermHit } from './terms/types.ts';
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
  /** Ends of the words; undefined where no word cutter is at hand. */
  readonly words: Uint32Array | undefined;
  /** Words as numbers, for what is repeated; undefined without words. */
  readonly tokens: RepeatTokens | undefined;
  /** Set phrases of the project's list and, where given, of a team's own. */
  readonly phrases: (own?: PhraseIndex) => readonly PhraseHit[];
  /** Certain miswritings; without words only those that need none. */
  readonly typos: readonly Typo[];
  /** Words written twice; none without words. */
  readonly doubled: readonly Doubled[];
  /** Numbers in a form that the standard rules out. */
  readonly numberForms: readonly NumberForm[];
  /** 一方面 and 另一方面 at the heads of clauses. */
  readonly sides: readonly Side[];
  /** 农业方面： and its like at the heads of sentences. */
  readonly labels: readonly FieldLabel[];
  readonly punctuation: Punctuation;
  /** The words alone, and the fingerprints by which copies of them are found. */
  readonly passages: Passages;
  /** Figures whose unit is lost or does not go with their words. */
  readonly unitSlips: readonly UnitSlip[];
  /** What the figures say twice, whether it agrees or not. */
  readonly calculations: readonly Calculation[];
  /** Date expressions, and what they tell of each other and of the year of the speech. */
  readonly dates: ParagraphDates;
  /** Fixed political wording that was altered. */
  readonly alterations: readonly Alteration[];
  /** Forms of a team's terms. */
  readonly terms: (entries: readonly TermEntry[]) => readonly TermHit[];
  /** The people of a team's roster. */
  readonly roster: (rows: readonly RosterRow[]) => RosterReading;
  /** Syllables as it is read aloud. */
  readonly syllables: number;
  /** Stretches of more syllables than that without a pause. */
  readonly longClauses: (limit: number) => readonly LongClause[];
  /** What cannot be read out as it stands. */
  readonly unreadable: readonly Unreadable[];
  /** Numbers with what they say: indicator, kind, period, scope. */
  readonly figures: readonly Figure[];
}

/** What paragraph facts are read with, besides the text. */
export interface ParagraphTools {
  readonly cutter: () => Words | undefined;
  readonly confusions: () => ConfusionTable;
  readonly figureReader: () => FigureReader;
  readonly readDates: DateReader;
  readonly readFormulas: FormulaReader;
  readonly rosterReader: (rows: readonly RosterRow[]) => RosterReader;
  readonly termTable: (entries: readonly TermEntry[]) => TermTable;
  readonly lexicon: () => PhraseIndex;
}

/** Makes the facts of a paragraph; one line a fact. */
export const paragraphFacts = lazyFacts<ParagraphFacts, ParagraphTools & { readonly text: string }>({
  placeholders: ({ text }) => readPlaceholders(text),
  promises: ({ announced }) => announced.promises.map(({ count, span, text }) => ({ count, span, text })),
  announced: ({ text }) => readPromises(text),
  series: ({ text }) => readSeries(text),
  figures: ({ text, placeholders, figureReader }) => figureReader()(text, placeholders),
  words: ({ text, cutter }) => cutter()?.cut(text),
  tokens: ({ text, words }) => words && readTokens(text, words),
  phrases: (facts) => rememberedPhrases(facts),
  typos: ({ text, placeholders, confusions, cutter }) => readTypos(text, placeholders, confusions, cutter),
  doubled: (facts) => readDoubled(facts.text, () => facts.words),
  numberForms: ({ text, placeholders }) => readNumberForms(text, placeholders),
  sides: ({ text }) => readSides(text),
  labels: ({ text }) => readLabels(text),
  punctuation: ({ text }) => readPunctuation(text),
  passages: ({ text }) => readPassages(text),
  calculations: ({ text, figures }) => readCalculations(text, figures),
  unitSlips: ({ text, placeholders }) => readUnitSlips(text, placeholders),
  dates: ({ text, readDates }) => readDates(text),
  alterations: ({ text, readFormulas }) => readFormulas(text),
  syllables: ({ text, placeholders }) => countSyllables(text, placeholders),
  longClauses: ({ text }) => lastOf((limit) => readLongClauses(text, limit)),
  unreadable: ({ text, placeholders }) => readUnreadable(text, placeholders),
  terms: (facts) => lastOf((entries) => facts.termTable(entries)(facts.text, () => facts.words)),
  roster: ({ text, rosterReader }) => lastOf((rows) => rosterReader(rows)(text)),
});

/** The phrases for the team's list that was asked for last. */
function rememberedPhrases(
  facts: ParagraphFacts & Pick<ParagraphTools, 'lexicon'>,
): ParagraphFacts['phrases'] {
  let known: { readonly own: PhraseIndex | undefined; readonly hits: readonly PhraseHit[] } | undefined;
  return (own) => {
    if (known && known.own === own) return known.hits;
    const indexes = own ? [facts.lexicon(), own] : [facts.lexicon()];
    known = { own, hits: matchPhrases(facts.text, indexes, facts.words) };
    return known.hits;
  };
}

/** What was read with the table asked with last. */
function lastOf<Table, Read>(read: (table: Table) => Read): (table: Table) => Read {
  let known: { readonly table: Table; readonly read: Read } | undefined;
  return (table) => {
    if (known?.table !== table) known = { table, read: read(table) };
    return known.read;
  };
}
