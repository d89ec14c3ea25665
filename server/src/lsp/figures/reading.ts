import type { Position } from 'vscode-languageserver';
import { speechAt } from '../../draft/place.ts';
import type { Draft, Speech } from '../../draft/types.ts';
import type { FactMemory } from '../../facts/facts.ts';
import type { SpeechFigure } from '../../facts/figures/types.ts';
import type { LedgerRow } from '../../facts/ledger.ts';
import type { Reading } from '../documents.ts';

/** One version of a document with what its figures are read with. */
export interface FigureReading extends Reading {
  readonly memory: FactMemory;
  /** The office's own table of figures, as the draft's configuration names it. */
  readonly rows: readonly LedgerRow[];
  /** Reads an edited text as the same kind of draft. */
  readonly readAgain: (text: string) => Draft;
}

/** A position in the speech that holds it. */
export interface FigurePlace {
  readonly speech: Speech;
  readonly figures: readonly SpeechFigure[];
  readonly offset: number;
}

/** The speech at a position with its figures; undefined in a draft without text. */
export function placeOf(
  { document, draft, memory }: FigureReading,
  position: Position,
): FigurePlace | undefined {
  const offset = document.offsetAt(position);
  const speech = speechAt(draft, offset);
  return speech && { speech, figures: memory.ofSpeech(speech).figures, offset };
}
