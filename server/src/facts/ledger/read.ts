import { addTo } from '../../draft/lists.ts';
import { type IndicatorLookup, plainName } from '../../lexicon/indicators.ts';
import { scopeAt } from '../figures/scopes.ts';
import type { Stance } from '../figures/types.ts';
import { createUnitReader, scaledUnit, type UnitReader } from '../figures/units.ts';
import type { LedgerRow } from '../ledger.ts';
import { type LedgerMeasure, type Topic, topicKey } from './claims.ts';
import { readPeriodCell } from './periods.ts';
import type { Exact } from './values.ts';

/** A row of a table as it compares with figures. */
export interface LedgerEntry extends Exact {
  readonly row: LedgerRow;
  readonly scope: string;
  readonly period: string;
}

/** The rows of a table by topic. */
export type Ledger = ReadonlyMap<string, readonly LedgerEntry[]>;

const RATES = new Set(['%', '百分点']);
const RATE_NAME = /(?:同比)?(?:增速|增幅|增长率|增长速度|同比增长|增长)$/;
const SHARE_NAME = /^(.{2,60}?)占(.{2,60}?)的?(?:比重|比例|份额)?$/;
const SCALE = /^(?:[十百千]?万亿?|[十百千]?亿|个亿)/;

/** Reads the rows of a table; rows without a number are passed over. */
export function readLedgerRows(rows: readonly LedgerRow[], lookup: IndicatorLookup): Ledger {
  const readUnit = createUnitReader();
  const ledger = new Map<string, LedgerEntry[]>();
  for (const row of rows) {
    const value = Number(row.value.replaceAll(',', ''));
    if (row.value === '' || Number.isNaN(value)) continue;
    const { scope, topic, factor } = readTopic(row, lookup, readUnit);
    const decimals = /\.(\d+)$/.exec(row.value)?.[1]?.length ?? 0;
    const entry = {
      row,
      scope,
      period: readPeriodCell(row.period.replace(/\s/g, '')),
      amount: value * factor,
      // A spreadsheet makes 8.0 an 8; rates are published to one place.
      resolution: factor * 10 ** -Math.max(decimals, RATES.has(topic.unit) ? 1 : 0),
    };
    const key = topicKey(topic);
    addTo(ledger, key, entry);
  }
  return ledger;
}

function readTopic(
  row: LedgerRow,
  lookup: IndicatorLookup,
  readUnit: UnitReader,
): { readonly topic: Topic; readonly scope: string; readonly factor: number } {
  const written = plainName(row.indicator);
  const named = row.scope === '' && !lookup(written) ? scopeAt(written) : undefined;
  const full = written.slice(named?.length ?? 0);
  const share = row.kind === '' || row.kind === 'share' ? SHARE_NAME.exec(full) : null;
  const rate = row.kind === '' || row.kind === 'growth' ? RATE_NAME.exec(full) : null;
  const bare = share?.[1] ?? (rate && rate.index >= 2 ? full.slice(0, rate.index) : full);
  const indicator = lookup(bare);
  const { unit, factor } = unitOf(row.unit, readUnit);
  const stance = STANCES[row.kind] ?? 'actual';
  const measure = share ? 'share' : rate ? 'growth' : measureOf(row.kind, unit, indicator?.units ?? []);
  return {
    topic: {
      indicator: indicator?.name ?? bare,
      whole: share?.[2] ?? '',
      measure,
      stance,
      unit: unit === '' && (measure === 'growth' || measure === 'share') ? '%' : unit,
    },
    scope: (row.scope === '' ? (named?.scope ?? '') : row.scope).replace(
      /^[我本](?=[市省县区州旗镇乡国]$)/,
      '全',
    ),
    factor,
  };
}

const STANCES: Readonly<Record<string, Stance>> = { target: 'target', plan: 'plan' };

/** The kind as said; else as the unit tells: a percentage is a growth unless the indicator is one itself. */
function measureOf(kind: string, unit: string, units: readonly string[]): LedgerMeasure {
  if (kind === 'level' || kind === 'growth' || kind === 'change' || kind === 'share') return kind;
  if (kind === 'count') return 'level';
  if (unit === '百分点') return 'change';
  return unit === '%' && !units.includes('%') ? 'growth' : 'level';
}

function unitOf(written: string, readUnit: UnitReader): { readonly unit: string; readonly factor: number } {
  const text = written.replace(/\s/g, '');
  const scale = SCALE.exec(text)?.[0] ?? '';
  const read = readUnit(text, scale.length);
  const base = read?.end === text.length ? read.unit : undefined;
  const { canonical, factor } = scaledUnit(scale, base);
  return base || text === scale ? { unit: canonical, factor } : { unit: text, factor: 1 };
}
