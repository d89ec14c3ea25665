import type { Speech } from '../draft/types.ts';
import { createCalendar } from '../lexicon/calendar.ts';
import { type ConfusionTable, readConfusions } from '../lexicon/confusion-table.ts';
import { createIndicatorLookup } from '../lexicon/indicators.ts';
import { OWN } from '../lexicon/phrase-groups.ts';
import { indexPhrases, type PhraseIndex } from '../lexicon/phrase-index.ts';
import { openLexicon } from '../lexicon/phrase-lexicon.ts';

import type { Words } from '../words/words.ts';
import { createIdentityReader } from './arithmetic/identities.ts';
import { createColumns } from './columns.ts';
import { createConflictReader } from './conflicts/read.ts';
import { createDateReader } from './dates/read.ts';
import { createFigureReader, type FigureReader } from './figures/read.ts';
import { createSpeechFigureReader } from './figures/speech.ts';
import { createFormulaReader } from './formulas/read.ts';
import { type Ledger, readLedgerRows } from './ledger/read.ts';
import type { LedgerRow } from './ledger.ts';
import { type ParagraphFacts, paragraphFacts } from './paragraph-facts.ts';
import { createRosterReader, type RosterReader } from './roster/read.ts';
import type { RosterRow } from './roster/types.ts';
import { type FactMemory, type SpeechFacts, speechFacts } from './speech-facts.ts';
import { createTermTable, type TermTable } from './terms/table.ts';
import type { TermEntry } from './terms/types.ts';

export type { ParagraphFacts } from './paragraph-facts.ts';
export type { FactMemory, SpeechFacts } from './speech-facts.ts';

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
  const tools = {
    cutter: words,
    readDates: createDateReader(createCalendar()),
    confusions: once<ConfusionTable>(readConfusions),
    figureReader: once<FigureReader>(() => createFigureReader(words)),
    readFormulas: createFormulaReader(),
    rosterReader: byObject<readonly RosterRow[], RosterReader>(createRosterReader),
    termTable: byObject<readonly TermEntry[], TermTable>(createTermTable),
    lexicon: once<PhraseIndex>(openLexicon),
  };
  const speeches = new WeakMap<Speech, SpeechFacts>();
  const own = new WeakMap<readonly string[], PhraseIndex>();
  const ledgers = new WeakMap<readonly LedgerRow[], Ledger>();
  const lookup = createIndicatorLookup();
  const of = (text: string): ParagraphFacts => {
    const known = young.get(text);
    if (known) return known;
    const facts = old.get(text) ?? paragraphFacts({ text, ...tools });
    if (size > capacity) {
      old = young;
      young = new Map();
      size = 0;
    }
    young.set(text, facts);
    size += text.length;
    return facts;
  };
  return {
    of,
    ...createColumns(of),
    readFigures: createSpeechFigureReader(),
    readConflicts: createConflictReader(),
    readIdentities: createIdentityReader(),
    ownPhrases(list) {
      if (list.length === 0) return undefined;
      const index = own.get(list) ?? indexPhrases(list, OWN);
      own.set(list, index);
      return index;
    },
    ofSpeech(speech) {
      const known = speeches.get(speech);
      if (known) return known;
      const facts = speechFacts({ speech, memory: this });
      speeches.set(speech, facts);
      return facts;
    },
    ledger(rows) {
      const known = ledgers.get(rows);
      if (known) return known;
      const ledger = readLedgerRows(rows, lookup);
      ledgers.set(rows, ledger);
      return ledger;
    },
    trim(characters) {
      if (size <= characters && old.size === 0) return;
      old = new Map();
      young = new Map();
      size = 0;
    },
  };
}

/** Something that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Something that is made once for each object it is made from. */
function byObject<From extends object, T>(make: (from: From) => T): (from: From) => T {
  const made = new WeakMap<From, T>();
  return (from) => {
    const known = made.get(from) ?? make(from);
    made.set(from, known);
    return known;
  };
}
