import fs from 'node:fs';
import path from 'node:path';
import { addTo } from '../draft/lists.ts';
import { type Claim, type SpeechClaims, topicKey } from '../facts/ledger/claims.ts';
import { isAbsolute } from '../facts/ledger/periods.ts';
import { type LedgerEntry, readLedgerRows } from '../facts/ledger/read.ts';
import { agrees } from '../facts/ledger/values.ts';
import type { LedgerRow } from '../facts/ledger.ts';
import { writeFile } from '../files/write.ts';
import { createIndicatorLookup } from '../lexicon/indicators.ts';
import { BOM, csvRecord } from './csv.ts';

/** The figures of one speech, and where each of them stands. */
export interface LedgerSource {
  readonly name: string;
  readonly speech: SpeechClaims;
  /** Line of an offset, from 1. */
  readonly lineOf: (offset: number) => number;
}

/** A first table of figures. */
export interface FirstLedger {
  readonly rows: readonly LedgerRow[];
  /** How many things have rows that differ from each other. */
  readonly conflicts: number;
}

interface Candidate {
  readonly claim: Claim;
  readonly row: LedgerRow;
}

const MEASURES = { level: '总量', growth: '增速', change: '增减', share: '占比' } as const;
const STANCES = { target: '目标', plan: '计划' } as const;
/** Next year this would be said of other figures. */
const RELATIVE = /^[今去上前明]年/;

/**
 * The rows of a table with which all drafts agree: one for each thing, several where drafts differ, which the source
 * then says. Figures that a row cannot hold are left out.
 */
export function firstLedger(sources: readonly LedgerSource[]): FirstLedger {
  const candidates = sources.flatMap((source) =>
    source.speech.claims
      .filter(({ period }) => !RELATIVE.test(period))
      .map((claim): Candidate => ({ claim, row: rowOf(claim, source) })),
  );
  const entries = readBack(candidates);
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { claim, row } = candidate;
    if (!entries.has(row)) continue;
    const key = [topicKey(claim.topic), row.scope, row.period].join('|');
    addTo(groups, key, candidate);
  }
  const kept = [...groups.values()].map((group) => representatives(group, entries));
  return {
    rows: kept.flatMap((rows) => (rows.length > 1 ? rows.map(differing) : rows)),
    conflicts: kept.filter((rows) => rows.length > 1).length,
  };
}

/** The rows that say of their figures what these say, read again as a configuration would. */
function readBack(candidates: readonly Candidate[]): ReadonlyMap<LedgerRow, LedgerEntry> {
  const claims = new Map(candidates.map(({ claim, row }) => [row, claim]));
  const entries = new Map<LedgerRow, LedgerEntry>();
  const ledger = readLedgerRows([...claims.keys()], createIndicatorLookup());
  for (const [key, read] of ledger) {
    for (const entry of read) {
      const claim = claims.get(entry.row)!;
      const same = key === topicKey(claim.topic) && entry.period === claim.period && agrees(claim, entry);
      if (same) entries.set(entry.row, entry);
    }
  }
  return entries;
}

/** Exact and fine values first; one that agrees with a row before it needs none. */
function representatives(
  group: readonly Candidate[],
  entries: ReadonlyMap<LedgerRow, LedgerEntry>,
): readonly LedgerRow[] {
  const rank = ({ claim }: Candidate) => [claim.bounds ? 1 : 0, claim.resolution] as const;
  const ordered = [...group].sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1]);
  const kept: LedgerRow[] = [];
  for (const { claim, row } of ordered) {
    if (!kept.some((other) => agrees(claim, entries.get(other)!))) kept.push(row);
  }
  return kept;
}

function rowOf(
  { found, topic, scope, period, bounds }: Claim,
  { name, speech, lineOf }: LedgerSource,
): LedgerRow {
  const { figure } = found;
  const { place, whole } = speech.owner;
  const line = lineOf(found.span.start);
  const notes = [
    ...(bounds ? [`稿中作“${figure.text}”`] : []),
    ...(isAbsolute(period) ? [] : [period === '' ? '未写时期' : '时期未写年份']),
  ];
  return {
    indicator: topic.whole === '' ? topic.indicator : `${topic.indicator}占${topic.whole}比重`,
    scope: scope === '' ? (place ?? whole ?? '') : scope,
    period,
    kind: topic.stance === 'actual' ? topic.measure : topic.stance,
    value: (figure.value ?? 0).toFixed(figure.digits),
    unit: figure.unit.written,
    source: [`${name} 第${line}行`, ...notes].join('；'),
    line,
  };
}

function differing(row: LedgerRow): LedgerRow {
  return { ...row, source: `${row.source}；几处数值不一，请核定后只留一行` };
}

/** The table as a spreadsheet opens it: CSV, UTF-8 with BOM. */
export function ledgerCsv(rows: readonly LedgerRow[]): string {
  const head = ['指标', '范围', '时期', '类别', '数值', '单位', '来源'];
  const records = rows.map(({ indicator, scope, period, kind, value, unit, source }) =>
    csvRecord([indicator, scope, period, kindWord(kind), value, unit, source]),
  );
  return BOM + csvRecord(head) + records.join('');
}

function kindWord(kind: string): string {
  return ({ ...MEASURES, ...STANCES } as Readonly<Record<string, string>>)[kind] ?? kind;
}

/** Writes a file whole or not at all. Gives the reason, in Chinese, where it is not written. */
export function writeWhole(file: string, text: string, force: boolean): string | undefined {
  if (path.extname(file).toLowerCase() !== '.csv') return '口径表应为 .csv 文件，没有写入';
  if (!force && fs.existsSync(file)) return '已有这个文件，没有写入（要覆盖请加 --force）';
  // A folder that is not there is a slip of the pen more often than a wish.
  if (!fs.existsSync(path.dirname(file))) return '没有写入：没有这个文件或文件夹';
  const failure = writeFile(file, text);
  return failure === undefined ? undefined : `没有写入：${failure}`;
}
