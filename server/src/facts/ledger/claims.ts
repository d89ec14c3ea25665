import type { Speech } from '../../draft/types.ts';
import type { SpeechFigure, Stance } from '../figures/types.ts';
import { type Owner, readOwner } from './owner.ts';
import { samePeriod } from './periods.ts';
import type { Valued } from './values.ts';

/** What can stand in a table of figures. Places in a row say nothing of what is ranked, so ranks cannot. */
export type LedgerMeasure = 'level' | 'growth' | 'change' | 'share';

/** What a figure and a row of a table must have in common, apart from scope and period. */
export interface Topic {
  readonly indicator: string;
  /** For a share: the whole; empty otherwise. */
  readonly whole: string;
  readonly measure: LedgerMeasure;
  readonly stance: Stance;
  /** Canonical unit. */
  readonly unit: string;
}

/** A figure that a table of figures can vouch for. */
export interface Claim extends Valued {
  readonly found: SpeechFigure;
  readonly topic: Topic;
  /** 清河县, 全国 …; empty for that of the speech's owner. */
  readonly scope: string;
  /** In one form for all names of the same months. */
  readonly period: string;
  /** Its own sentence or paragraph tells the period, not a heading above. */
  readonly near: boolean;
}

export interface SpeechClaims {
  readonly owner: Owner;
  /** In the order of the source. */
  readonly claims: readonly Claim[];
}

/** Growth against the same time of the year before goes without saying; other comparisons are other figures. */
const USUAL = /^(?:同比|(?:比|较)(?:上年|去年)(?:同期)?)?$/;

/** The figures of a speech that say plainly what they are: one indicator, one scope, one value. Linear. */
export function readClaims(speech: Speech, figures: readonly SpeechFigure[]): SpeechClaims {
  const owner = readOwner(speech, figures);
  const claims: Claim[] = [];
  let paragraph = -1;
  let elsewhere = false;
  for (const found of figures) {
    if (found.paragraph !== paragraph) {
      paragraph = found.paragraph;
      elsewhere = false;
    }
    const own = found.scope === '' || found.scope === owner.whole || found.scope === owner.place;
    // 清河县…，增长5%。利用外资增长3%。: what follows another place may still speak of it.
    if (!own) elsewhere = true;
    else if (found.scope !== '') elsewhere = false;
    if (found.scope === '' && elsewhere) continue;
    const { text, quoted } = speech.paragraphs[found.paragraph]!;
    if (quoted || isAdjusted(text, found.figure.span.start)) continue;
    const claim = claimOf(found, own ? '' : found.scope);
    if (claim) claims.push(claim);
  }
  return { owner, claims };
}

const ADJUSTED = /(?:可比|同)口径|剔除/;

/** 按可比口径计算，…: the sentence says before the figure that it is not the published one. */
function isAdjusted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 100), at);
  return ADJUSTED.test(before.slice(before.lastIndexOf('。') + 1));
}

function claimOf(found: SpeechFigure, scope: string): Claim | undefined {
  const { figure, period, stance } = found;
  const { amount, bounds, approximation, resolution, range, unit, indicator, whole, comparator, basis } =
    figure;
  const measure = measureOf(found);
  if (measure === undefined || indicator === '' || amount === undefined || range) return undefined;
  if (figure.each !== 1 || basis !== '' || !USUAL.test(comparator) || scope.includes('、')) return undefined;
  // 完成投资5亿元，其中工业2亿元: the part has no name of its own.
  if (figure.partOf >= 0 && figure.inherited) return undefined;
  return {
    found,
    topic: { indicator, whole, measure, stance, unit: unit.canonical },
    scope,
    period: samePeriod(period.name),
    near: period.source !== 'heading' && period.source !== 'section',
    amount,
    resolution,
    ...(approximation === 'exact' || !bounds ? {} : { bounds }),
  };
}

function measureOf({ figure }: SpeechFigure): LedgerMeasure | undefined {
  switch (figure.measure) {
    case 'rank':
      return undefined;
    case 'count':
      return 'level';
    case 'growth':
      return figure.unit.canonical === '%' ? 'growth' : undefined;
    default:
      return figure.measure;
  }
}

/** Equal for topics that are one. */
export function topicKey({ indicator, whole, measure, stance, unit }: Topic): string {
  return [indicator, whole, measure, stance, unit].join('|');
}
