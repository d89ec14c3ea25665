import type { RuleSettings } from '../../engine/types.ts';
import type { SpeechFigure } from '../../facts/figures/types.ts';
import { rowsFor } from '../../facts/ledger/match.ts';
import { agrees } from '../../facts/ledger/values.ts';
import type { LedgerRow } from '../../facts/ledger.ts';
import type { FigureReading } from './reading.ts';

/** What the office's own table says of a figure. */
export interface LedgerMatch {
  readonly row: LedgerRow;
  /** The figure says the same, as exactly as it says it. */
  readonly agrees: boolean;
}

/** Finds the row of the table that vouches for a figure; undefined where none does. */
export type LedgerLookup = (one: SpeechFigure) => LedgerMatch | undefined;

/** The rows that the configuration of a draft gives to the rule that compares with the table. */
export function ledgerRows(settings: RuleSettings): readonly LedgerRow[] {
  const rows = settings['metric-ledger']?.options.rows;
  return Array.isArray(rows) ? (rows as readonly LedgerRow[]) : NONE;
}

const NONE: readonly LedgerRow[] = [];

/** `7.2%（统计局，口径表第3行）`. */
export function ledgerWords({ value, unit, source, line }: LedgerRow): string {
  return `${value}${unit}（${source === '' ? '' : `${source}，`}口径表第${line}行）`;
}

/** Looks figures up in the table that the configuration of a draft names; without one there is nothing to find. */
export function ledgerLookup({ draft, memory, rows }: FigureReading): LedgerLookup {
  if (rows.length === 0) return () => undefined;
  const ledger = memory.ledger(rows);
  const matches = new Map<SpeechFigure, LedgerMatch>();
  for (const speech of draft.speeches) {
    const { claims, owner } = memory.ofSpeech(speech).claims;
    for (const claim of claims) {
      const entries = rowsFor(claim, owner, ledger);
      const same = entries.find((entry) => agrees(claim, entry));
      const shown = same ?? entries[0];
      if (shown) matches.set(claim.found, { row: shown.row, agrees: same !== undefined });
    }
  }
  return (one) => matches.get(one);
}
