import type { Amount } from './amount.ts';
import { isClauseEnd } from './context.ts';
import { readLead } from './lead.ts';
import { regionsAtEnd } from './scopes.ts';
import type { Peeler } from './vocabulary.ts';

const REACH = 60;
const RATE_NAME = /(?:率|比例|比重|幅)(?:已|为|达|至|到|超过)*\s*$/;

/** Whether a number without unit is a figure: a verb of measure leads to it and a mark follows (同比增长4.5。). */
export function isFigure(text: string, amount: Amount, peel: Peeler): boolean {
  if (amount.unit.written !== '' || amount.ordinal || amount.value === undefined) return true;
  const { start, end } = amount.span;
  if (!/^(?:$|[，。；、,;）)]|以上|以下|左右)/.test(text.slice(end, end + 2))) return false;
  const from = Math.max(0, start - REACH);
  let clauseStart = start;
  while (clauseStart > from && !isClauseEnd(text, clauseStart - 1)) clauseStart--;
  const clause = text.slice(clauseStart, start);
  if (amount.value === 0) return /[为是]\s*$/.test(clause);
  if (amount.value >= 1000 || regionsAtEnd(clause)) return false;
  const lead = readLead(clause, amount, peel);
  if (lead.direction !== 'none' || lead.rate || lead.share || RATE_NAME.test(clause)) return true;
  return amount.digits > 0 && /[达的占有]\s*$|超过\s*$/.test(clause);
}
