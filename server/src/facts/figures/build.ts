import type { Amount } from './amount.ts';
import { blurred, boundsOf, signedValue } from './bounds.ts';
import { CLAUSE_END } from './context.ts';
import type { Lead } from './lead.ts';
import type { Subject } from './subjects.ts';
import type { Direction, Figure, Measure, Period, Stance } from './types.ts';

interface Parts {
  readonly amount: Amount;
  readonly lead: Lead;
  readonly clauseAt: number;
  readonly subject: Subject;
  readonly inherited: boolean;
  readonly scope: string;
  readonly each: number;
  readonly period: Period;
  readonly measure: Measure;
  readonly direction: Direction;
  readonly stance: Stance;
  readonly partOf: number;
}

/** Puts a figure together from what was read of it. */
export function buildFigure(text: string, before: Figure | undefined, parts: Parts): Figure {
  const { amount, lead, clauseAt, subject, measure, direction, stance } = parts;
  const { unit, digits, range, numberSpan } = amount;
  const approximation = blurred(lead.approximation, amount.approximation);
  const value = signedValue(amount.value, direction, measure);
  const total = value === undefined ? undefined : value * unit.factor;
  const start = lead.approximation === 'exact' ? amount.span.start : clauseAt + lead.blurFrom;
  const span = { start: Math.min(start, amount.span.start), end: amount.span.end };
  return {
    span,
    text: text.slice(span.start, span.end),
    numberSpan,
    clause: { start: clauseAt, end: clauseEnd(text, Math.max(amount.span.end, before?.clause.end ?? 0)) },
    value,
    amount: total,
    range,
    bounds: total === undefined ? undefined : boundsOf(total, range, unit.factor, approximation),
    approximation,
    unit,
    digits,
    resolution: unit.factor * 10 ** -digits,
    direction,
    measure,
    stance,
    kind: stance === 'actual' ? measure : stance,
    indicator: subject.indicator,
    listed: subject.listed,
    indicatorSpan: subject.span,
    inherited: parts.inherited,
    scope: parts.scope,
    each: parts.each,
    period: parts.period,
    comparator: lead.comparator,
    basis: lead.basis,
    whole: lead.whole,
    partOf: parts.partOf,
  };
}

function clauseEnd(text: string, from: number): number {
  const length = text.slice(from).search(CLAUSE_END);
  return length < 0 ? text.length : from + length;
}
