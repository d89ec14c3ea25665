import type { IndicatorLookup } from '../../lexicon/indicators.ts';
import type { Words } from '../../words/words.ts';
import { nounAfter } from './after.ts';
import { blurred, boundsOf, signedValue } from './bounds.ts';
import { type Lead, readLead } from './lead.ts';
import { createNameReader } from './names.ts';
import { readPeriods } from './periods.ts';
import type { Amount } from './scan.ts';
import { regionsAtEnd } from './scopes.ts';
import type { Direction, Figure, Measure, Period, Stance } from './types.ts';
import type { Peeler } from './vocabulary.ts';

/** What later clauses of a sentence take over. */
export interface Subject {
  readonly indicator: string;
  readonly listed: boolean;
  readonly span: Figure['indicatorSpan'];
  readonly scope: string;
}

interface Source {
  readonly text: string;
  readonly amounts: readonly Amount[];
  readonly lookup: IndicatorLookup;
  readonly peel: Peeler;
  readonly words: () => Words | undefined;
}

const SENTENCE_END = /[。！？\n]/;
const CLAUSE_END = /[，,；;：:。！？（）()\n]/;
const JOINED = /^[\s、，]?(?:和|与|及|以及|或)?[\s]*$/;
const NONE: Subject = { indicator: '', listed: false, span: undefined, scope: '' };
/** Words between a subject and its growth that leave the subject standing. */
const HARMLESS =
  /^(?:[^，]{0,6}(?:居|位居|排|列|高于|低于|快于|好于|优于|增速|增幅|创)[^，]{0,24}|其中|按[^，]{0,12}计算|(?:同比|环比|比|较)[^，]{0,14}|[^，]{0,4}(?:历史新高|第[一二三四五六七八九十\d]+位?))$/;
const TARGET_CUE =
  /(?:力争|确保|预期目标|主要目标|争取|努力实现|目标是|目标：|要(?:实现|完成|达到|确保|力争)|今后)/;
const ATTRIBUTE_UNIT = /^(?:千伏|吨级|英寸|岁|年|小时|分钟|P)$/;
const COUNTED =
  /^(?:个|家|户|项|件|条|所|座|处|场|套|辆|台|部|架|艘|只|羽|株|份|篇|次|批|批次|期|轮|起|宗|例|种|类|款|支|枚|栋|张|列|对|人|人次|名|位|头|期|门|组|团|班|标段|公里|亩|吨|千瓦|平方米|立方米|元|)$/;

/** Reads the clauses of one paragraph from left to right. */
export function createClauseReader({ text, amounts, lookup, peel, words }: Source): {
  readonly read: () => readonly Figure[];
} {
  const readName = createNameReader(lookup, words);
  const figures: Figure[] = [];
  let subject = NONE;
  let last: Figure | undefined;
  let period: { name: string; sentence: number } = { name: '', sentence: -1 };
  let sentence = 0;
  let scope = '';
  let cue: Stance | undefined;
  let queue: Subject[] = [];
  let partOf = -1;
  let from = 0;

  const startSentence = (): void => {
    sentence++;
    subject = NONE;
    last = undefined;
    scope = '';
    cue = undefined;
    queue = [];
    partOf = -1;
  };

  /** Takes in periods and cues of the words between two figures; gives the period of the last clause, if any. */
  const takeIn = (leadText: string): { clauseStart: number; named: string; masked: string } => {
    let at = 0;
    let clauseStart = 0;
    for (let i = 0; i < leadText.length; i++) {
      const character = leadText.charAt(i);
      if (SENTENCE_END.test(character)) {
        startSentence();
        at = i + 1;
      }
      if (CLAUSE_END.test(character)) clauseStart = i + 1;
    }
    let named = '';
    let masked = leadText.slice(clauseStart);
    const ends = sentenceStarts(leadText);
    for (const { name, span } of readPeriods(leadText)) {
      const back = ends.filter((end) => end > span.start).length;
      period = { name, sentence: sentence - back };
      if (span.start >= clauseStart) {
        named = name;
        const [a, b] = [span.start - clauseStart, span.end - clauseStart];
        masked = masked.slice(0, a) + '\u0001'.repeat(b - a) + masked.slice(b);
      }
    }
    const sentenceText = leadText.slice(at);
    if (TARGET_CUE.test(sentenceText)) cue = 'target';
    return { clauseStart, named, masked };
  };

  const periodNow = (named: string): Period => {
    if (named !== '') return { name: named, source: 'clause' };
    if (period.name === '') return { name: '', source: 'none' };
    return { name: period.name, source: period.sentence === sentence ? 'sentence' : 'paragraph' };
  };

  const topicBefore = (before: string): Subject | undefined => {
    const clauses = before.split(CLAUSE_END);
    for (let i = clauses.length - 1; i >= 0; i--) {
      const clause = clauses[i]!.trim();
      if (clause === '') continue;
      const lead = readLead(clause, true, peel);
      const name = readName(lead.rest, lead.event);
      if (name.listed) return { indicator: name.indicator, listed: true, span: undefined, scope: name.scope };
      if (!HARMLESS.test(clause)) return undefined;
    }
    return subject.indicator === '' ? undefined : subject;
  };

  const readOne = (index: number): void => {
    const amount = amounts[index]!;
    const leadText = text.slice(from, amount.span.start);
    const { clauseStart, named, masked } = takeIn(leadText);
    from = amount.span.end;
    const { canonical } = amount.unit;
    const ratio =
      canonical === '%' || canonical === '百分点' || canonical === '倍' || amount.unit.written === '';
    const regions = regionsAtEnd(masked.replace(/[各为\s]+$/, ''));
    const clause = regions
      ? masked.slice(0, regions.start).replace(/(?:的有|有|包括|的是|的为)$/, '')
      : masked;
    const each = /各(?:为|有)?\s*$/.test(masked);
    const lead = readLead(clause, ratio, peel);
    if (amount.unit.written === '' && !amount.ordinal && !isBare(amount, masked, lead, regions !== undefined))
      return;
    const clauseAt = amount.span.start - leadText.length + clauseStart;
    const joined = index > 0 && JOINED.test(leadText);
    const name = readName(lead.rest, lead.event);
    if (
      /其中/.test(leadText.slice(Math.max(0, clauseStart - 3))) &&
      figures.length > 0 &&
      !SENTENCE_END.test(leadText)
    ) {
      if (partOf < 0) partOf = figures.length - 1;
    }
    let { indicator, listed } = name;
    let inherited = false;
    let span =
      indicator === '' ? undefined : { start: clauseAt + name.start, end: clauseAt + lead.rest.length };
    let ownScope = name.scope;
    const count =
      amount.span.end < text.length && COUNTED.test(canonical)
        ? countedNoun(amount, lead, name.indicator)
        : '';

    if (lead.respectively) {
      queue = subjectsOf(lead.rest, lead.event, clauseAt);
      if (queue.length !== runLength(index)) queue = [];
    } else if (!joined && indicator !== '') queue = [];
    const queued = lead.respectively || (joined && queue.length > 0) ? queue.shift() : undefined;
    if (queued) queue.push(queued);

    if (queued) {
      ({ indicator, listed, span } = queued);
      ownScope = queued.scope || scope;
    } else if (lead.respectively) {
      indicator = '';
      listed = false;
    } else if (count !== '') {
      const found = lookup(lead.event + count) ?? lookup(count);
      const full = lead.event + count;
      indicator = found && lead.event === '' ? found.name : (lookup(full)?.name ?? full);
      listed = found !== undefined;
      span = { start: amount.span.end, end: amount.span.end + count.length };
    } else if (name.dependent && subject.indicator !== '') {
      const ends = /^(?:总量|占比|比重|比例|增速|增幅|涨幅|数量|总额|规模|总规模|减幅)$/.test(indicator);
      indicator = ends ? subject.indicator : `${subject.indicator}·${indicator}`;
      listed = ends && subject.listed;
      inherited = true;
    } else if (name.dependent) {
      indicator = '';
    } else if (indicator === '' && lead.event === '') {
      const before = leadText.slice(lastSentence(leadText), clauseStart);
      const topic =
        joined || before.replace(/[，,；;：:（()）\s]/g, '') === '' ? subject : topicBefore(before);
      if (topic && topic.indicator !== '' && plausible(amount, lead, last, regions !== undefined, masked)) {
        ({ indicator, listed } = topic);
        span = topic.span;
        inherited = true;
        ownScope ||= topic.scope;
      }
    }
    if (ownScope === '' && name.indicator !== '') ownScope = scope;
    if (ownScope !== '' && !regions) scope = ownScope;
    const scopeName = regions ? regions.names.join('、') : ownScope;
    const stance = lead.stance ?? cue ?? 'actual';
    const measure = measureOf(amount, lead, count !== '', inherited, last, regions !== undefined);
    const direction = directionOf(lead, measure, last, regions !== undefined);
    const figure = build(text, {
      amount,
      lead,
      clauseAt,
      indicator,
      listed,
      span,
      inherited,
      scope: scopeName,
      each: each && regions ? regions.names.length : 1,
      period: periodNow(named),
      measure,
      direction,
      stance,
      partOf,
    });
    figures.push(figure);
    last = figure;
    if (indicator !== '' && !queued && !name.dependent)
      subject = { indicator, listed, span, scope: regions ? subject.scope : ownScope };
    else if (indicator === '' && !inherited) subject = NONE;
  };

  const countedNoun = (amount: Amount, lead: Lead, before: string): string => {
    if (ATTRIBUTE_UNIT.test(amount.unit.canonical)) return '';
    const thresholds =
      /[上下内]$/.test(text.slice(amount.span.start, amount.span.end)) &&
      /元|亩|吨/.test(amount.unit.written);
    if (
      thresholds ||
      lead.direction !== 'none' ||
      (before !== '' && lead.event === '' && amount.unit.canonical === '元')
    )
      return '';
    if (before !== '' && lead.event === '') return '';
    return nounAfter(text, amount.span.end, words);
  };

  const runLength = (index: number): number => {
    let length = 1;
    while (
      index + length < amounts.length &&
      JOINED.test(text.slice(amounts[index + length - 1]!.span.end, amounts[index + length]!.span.start))
    )
      length++;
    return length;
  };

  const subjectsOf = (rest: string, event: string, at: number): Subject[] => {
    const items: Subject[] = [];
    if (rest.trim() === '') {
      return items;
    }
    let offset = 0;
    let shared = '';
    for (const part of rest.split(/([、和与及])/)) {
      if (!/^[、和与及]$/.test(part) && part.trim() !== '') {
        const name = readName(part, event);
        shared ||= name.scope;
        items.push({
          indicator: name.dependent ? '' : name.indicator,
          listed: name.listed,
          span: { start: at + offset + name.start, end: at + offset + part.length },
          scope: name.scope || shared,
        });
      }
      offset += part.length;
    }
    return items;
  };

  return {
    read() {
      for (let index = 0; index < amounts.length; index++) readOne(index);
      return figures;
    },
  };

  /** A number without unit is a figure where a verb of measure leads to it and a mark follows: 同比增长4.5。 */
  function isBare(amount: Amount, clause: string, lead: Lead, regional: boolean): boolean {
    const after = text.slice(amount.span.end, amount.span.end + 3);
    if (amount.value === undefined) return true;
    if (!/^(?:$|[，。；、,;）)]|以上|以下|左右)/.test(after)) return false;
    if (amount.value === 0) return /(?:为|是)\s*$/.test(clause);
    if (regional || amount.value >= 1000) return false;
    return (
      lead.direction !== 'none' ||
      lead.rate ||
      lead.share ||
      (lead.level && /(?:率|比例|比重|幅)(?:已|为|达到?|至|到|超过)*\s*$/.test(clause)) ||
      (/(?:达|的|占|超过|有)\s*$/.test(clause) &&
        /\d\.\d/.test(text.slice(amount.span.start, amount.span.end)))
    );
  }
}

function sentenceStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i++) if (SENTENCE_END.test(text.charAt(i))) starts.push(i);
  return starts;
}

function lastSentence(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) if (SENTENCE_END.test(text.charAt(i))) return i + 1;
  return 0;
}

/** Whether a clause without a name may speak of the subject of the clause before. */
function plausible(
  amount: Amount,
  lead: Lead,
  last: Figure | undefined,
  regional: boolean,
  clause: string,
): boolean {
  if (regional || amount.ordinal || lead.direction !== 'none' || lead.rate || lead.share || amount.doubling)
    return true;
  if (clause.trim() === '' && last) return amount.unit.canonical === last.unit.canonical;
  return lead.level || lead.approximation !== 'exact' || lead.rest.trim() === '';
}

function measureOf(
  amount: Amount,
  lead: Lead,
  counted: boolean,
  inherited: boolean,
  last: Figure | undefined,
  regional: boolean,
): Measure {
  const { canonical, written } = amount.unit;
  if (amount.ordinal) return 'rank';
  if (amount.doubling) return 'growth';
  if (lead.share) return lead.direction === 'none' || lead.level || canonical === '%' ? 'share' : 'change';
  const percent = canonical === '%' || canonical === '倍' || written === '';
  if (lead.rate && percent) return 'growth';
  if (canonical === '百分点') return 'change';
  if (lead.direction !== 'none' && !lead.level) return percent ? 'growth' : 'change';
  if ((regional || (inherited && lead.rest.trim() === '' && !lead.level)) && last && percent) {
    if (last.unit.canonical === canonical || written === '' || last.unit.written === '') return last.measure;
  }
  return counted ? 'count' : 'level';
}

function directionOf(lead: Lead, measure: Measure, last: Figure | undefined, regional: boolean): Direction {
  if (lead.direction !== 'none') return lead.direction;
  if (regional && last && last.measure === measure && measure === 'growth') return 'up';
  return 'none';
}

interface Parts {
  readonly amount: Amount;
  readonly lead: Lead;
  readonly clauseAt: number;
  readonly indicator: string;
  readonly listed: boolean;
  readonly span: Figure['indicatorSpan'];
  readonly inherited: boolean;
  readonly scope: string;
  readonly each: number;
  readonly period: Period;
  readonly measure: Measure;
  readonly direction: Direction;
  readonly stance: Stance;
  readonly partOf: number;
}

function build(text: string, parts: Parts): Figure {
  const { amount, lead, clauseAt, measure, direction, stance } = parts;
  const { basis, comparator } = lead;
  const { unit, digits, range } = amount;
  const approximation = blurred(lead.approximation, amount.approximation);
  const value = signedValue(amount.value, direction, measure);
  const total = value === undefined ? undefined : value * unit.factor;
  const start = Math.min(amount.span.start, clauseAt + lead.blurFrom);
  const span = { start: lead.approximation === 'exact' ? amount.span.start : start, end: amount.span.end };
  return {
    span,
    text: text.slice(span.start, span.end),
    numberSpan: amount.numberSpan,
    clause: { start: clauseAt, end: clauseEnd(text, amount.span.end) },
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
    indicator: parts.indicator,
    listed: parts.listed,
    indicatorSpan: parts.span,
    inherited: parts.inherited,
    scope: parts.scope,
    each: parts.each,
    period: parts.period,
    comparator,
    basis,
    whole: lead.whole,
    partOf: parts.partOf,
  };
}

function clauseEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !CLAUSE_END.test(text.charAt(end))) end++;
  return end;
}
