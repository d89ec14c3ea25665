import type { Claim, SpeechClaims } from './claims.ts';
import { topicKey } from './claims.ts';
import { isOwners, type Owner } from './owner.ts';
import { isAbsolute, withoutYear } from './periods.ts';
import type { Ledger, LedgerEntry } from './read.ts';
import { agrees, distinct } from './values.ts';

/** A figure that the table has otherwise. */
export interface Disagreement {
  readonly claim: Claim;
  readonly entry: LedgerEntry;
  /** Scope and period are said; otherwise the year is that of the only row that fits. */
  readonly sure: boolean;
}

/** The figures of a speech that no fitting row of the table agrees with; where rows differ among themselves, none. */
export function disagreements({ claims, owner }: SpeechClaims, ledger: Ledger): readonly Disagreement[] {
  return claims.flatMap((claim) => disagreement(claim, owner, ledger) ?? []);
}

/** The rows of the table for the scope and the period of a figure. */
export function rowsFor(claim: Claim, owner: Owner, ledger: Ledger): readonly LedgerEntry[] {
  const rows = ledger.get(topicKey(claim.topic)) ?? [];
  return rows.filter((entry) => fitsScope(entry, claim, owner) && fitsPeriod(entry.period, claim.period));
}

function disagreement(claim: Claim, owner: Owner, ledger: Ledger): Disagreement | undefined {
  const rows = ledger.get(topicKey(claim.topic))?.filter((entry) => fitsScope(entry, claim, owner)) ?? [];
  if (rows.length === 0) return undefined;
  const same = rows.filter((entry) => fitsPeriod(entry.period, claim.period));
  const entry = same.length > 0 ? onlyOne(claim, same) : undefined;
  if (entry) return { claim, entry, sure: claim.near };
  if (same.length > 0 || isAbsolute(claim.period)) return undefined;
  const wanted = claim.period.replace(/^今年(?=.)/, '');
  const dated = rows.filter(({ period }) => isAbsolute(period) && withoutYear(period) === wanted);
  const likely = onlyOne(claim, dated);
  return likely && { claim, entry: likely, sure: false };
}

function fitsScope({ scope }: LedgerEntry, claim: Claim, owner: Owner): boolean {
  return claim.scope === '' ? isOwners(scope, owner) : scope === claim.scope;
}

/** A row without period speaks of the present. */
function fitsPeriod(row: string, claim: string): boolean {
  return row === claim || (row === '' && claim === '目前');
}

/** The row that differs; none where a row agrees, or rows differ from each other. */
function onlyOne(claim: Claim, rows: readonly LedgerEntry[]): LedgerEntry | undefined {
  if (rows.some((entry) => agrees(claim, entry))) return undefined;
  const values = distinct(rows);
  return values.length === 1 ? values[0] : undefined;
}
