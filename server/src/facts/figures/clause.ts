import type { Amount } from './amount.ts';
import { blurred } from './bounds.ts';
import { buildFigure } from './build.ts';
import { type Between, createContext } from './context.ts';
import { type Lead, readLead } from './lead.ts';
import { directionOf, isRatio as isRatioUnit, measureOf } from './measure.ts';
import { regionsAtEnd } from './scopes.ts';
import { NOBODY, type Subject, type SubjectReader } from './subjects.ts';
import type { Figure } from './types.ts';
import type { Peeler } from './vocabulary.ts';

interface Source {
  readonly text: string;
  readonly amounts: readonly Amount[];
  readonly peel: Peeler;
  readonly subjects: SubjectReader;
}

/** 县（市、区）: brackets inside a name, which end no clause. */
const LEVELS = /（[市县区旗州乡镇、]{1,5}）/g;
const JOINED = /^[\s、，]?(?:和|与|及|以及|或)?\s*$/;
const INTRODUCTION = /(?:(?:高于|低于|快于|慢于)[^，]{0,10}?)?(?:的有|有|包括|的是|的为|的)?$/;
const AVERAGE = /(全[市省县区州国旗])平均/;
/** Subjects that a sentence may tell of before 分别. */
const LISTED = 11;
/** Events that a list shares: 新增甲5家、乙3家. */
const SHARED = /^(?:新增|净增|新建|新设|新获批|新认定|新培育|新引进|新开工|新创建)/;
/** The words before it are counted by the number before them: `5大类〖31个〗方向`. */
const NAMELESS = { subject: NOBODY, dependent: false, unclear: true };
/** Heads that mean the subject itself: 总量达到, 占比超过. */
const ITSELF = /^(?:总量|占比|比重|比例|增速|增幅|涨幅|数量|总额|总数|规模|总规模|减幅)$/;
const MARKS = /[，,；;：:（()）\s]/g;

/** Reads the clauses of one paragraph from left to right; what carries over is held here. */
export function readClauses({ text, amounts, peel, subjects }: Source): readonly Figure[] {
  const context = createContext();
  const figures: Figure[] = [];
  let subject = NOBODY;
  let last: Figure | undefined;
  let scope = '';
  let queue: readonly Subject[] = [];
  /** Subjects that the sentence has told of so far. */
  let told: readonly Subject[] = [];
  let partOf = -1;
  let event = '';
  let from = 0;

  const startSentence = (): void => {
    subject = NOBODY;
    last = undefined;
    scope = '';
    queue = [];
    told = [];
    partOf = -1;
  };

  /** How many figures follow each other with nothing but 、 and 和 between them. */
  const runLength = (index: number): number => {
    let end = index + 1;
    while (
      end < amounts.length &&
      JOINED.test(text.slice(amounts[end - 1]!.span.end, amounts[end]!.span.start))
    )
      end++;
    return end - index;
  };

  /** The subject of a clause that names none. */
  const inheritedSubject = (between: Between, joined: boolean): { subject: Subject; lead?: Lead } => {
    const before = between.text.slice(between.sentenceStart, between.clauseStart);
    if (joined || before.replace(MARKS, '') === '') return { subject };
    const { topic, lead, reached } = subjects.topic(before);
    if (topic) return lead ? { subject: topic, lead } : { subject: topic };
    return { subject: reached ? subject : NOBODY };
  };

  const readOne = (amount: Amount, index: number): void => {
    const between = context.take(
      text.slice(from, amount.span.start).replace(LEVELS, (match) => '\u0002'.repeat(match.length)),
      index === 0,
    );
    if (between.anew) startSentence();
    const counts = last?.indicatorSpan?.start === from && !/[、，；。：（）,;]/.test(between.text);
    from = amount.span.end;
    const { clause } = between;
    const regions = regionsAtEnd(clause.replace(/(?<![各为\s])[各为\s]+$/, ''));
    let lead = readLead(
      regions ? clause.slice(0, regions.start).replace(INTRODUCTION, '') : clause,
      amount,
      peel,
    );
    const clauseAt = amount.span.start - between.text.length + between.clauseStart;
    const joined = index > 0 && JOINED.test(between.text);
    const name = counts ? NAMELESS : subjects.before(lead, clauseAt);
    if (/[，；。,;]/.test(between.text) || lead.direction !== 'none') event = '';
    if (/其中/.test(between.text.slice(Math.max(0, between.sentenceStart))) && partOf < 0)
      partOf = figures.length - 1;
    else if (/[；;]/.test(between.text)) partOf = -1;

    if (lead.respectively) {
      const list = subjects.list(lead, clauseAt);
      queue = list.length > 0 ? list : told;
      if (queue.length !== runLength(index)) queue = [];
    } else if (!joined && name.subject.indicator !== '') queue = [];

    let own = name.subject;
    let inherited = false;
    const counted = subjects.behind(text, amount, lead, name.subject);
    if (lead.respectively || (joined && queue.length > 0)) {
      own = queue[0] ?? NOBODY;
      queue = [...queue.slice(1), ...queue.slice(0, 1)];
    } else if (counted) own = counted;
    else if (name.dependent) {
      own = dependentOn(subject, name.subject, amount.ordinal);
      inherited = own.indicator !== '';
    } else if (own.indicator === '' && lead.event === '' && !name.unclear) {
      const found = inheritedSubject(between, joined);
      if (found.lead && clause.trim() === '') lead = bracketed(lead, found.lead);
      if (found.subject.indicator !== '' && mayInherit(amount, lead, clause, regions !== undefined)) {
        const average = found.lead && AVERAGE.exec(found.lead.comparator)?.[1];
        own = { ...found.subject, scope: own.scope || average || found.subject.scope };
        if (isTotal(lead)) own = { ...own, indicator: own.base };
        inherited = true;
      }
    }
    const shared = SHARED.exec(lead.event || own.indicator)?.[0];
    if (shared && !inherited) event = shared;
    else if (event !== '' && !inherited && !regions && own.indicator !== '' && !isRatioUnit(amount))
      own = { ...own, indicator: event + own.indicator, base: own.indicator };
    if (own.scope === '' && name.subject.indicator !== '') own = { ...own, scope };
    if (/^全[市省县区州旗镇乡]$/.test(own.scope) && !regions) scope = own.scope;

    const continues =
      regions !== undefined || joined || (inherited && lead.rest.trim() === '' && !lead.level);
    const reading = { amount, lead, counted: counted !== undefined, continues, last };
    const measure = measureOf(reading);
    if (!subjects.fits(own, amount, measure, inherited)) own = { ...NOBODY, scope: own.scope };
    last = buildFigure(text, last, {
      amount,
      lead,
      clauseAt,
      subject: own,
      inherited,
      scope: regions ? regions.names.join('、') : own.scope,
      each: regions && /各(?:为|有)?\s*$/.test(clause) ? regions.names.length : 1,
      period: context.period(between.named),
      measure,
      direction: directionOf(reading, measure),
      stance: lead.stance ?? context.cue() ?? 'actual',
      partOf,
    });
    figures.push(last);
    if (own.indicator !== '' && !inherited && !told.some(({ indicator }) => indicator === own.indicator))
      told = [...told.slice(-LISTED), own];
    if (own.indicator !== '' && !name.dependent && queue.length === 0)
      subject = regions ? { ...own, scope: subject.scope } : own;
    else if (own.indicator === '') subject = NOBODY;
  };

  /** Whether a clause without a name may speak of the subject of the clause before. */
  const mayInherit = (amount: Amount, lead: Lead, clause: string, regional: boolean): boolean => {
    if (regional || amount.ordinal || amount.doubling || lead.direction !== 'none' || lead.rate || lead.share)
      return true;
    if (clause.trim() === '' && last)
      return (
        amount.unit.canonical === last.unit.canonical && !/[\u4e00-\u9fff]/.test(text.charAt(amount.span.end))
      );
    return (
      lead.level || blurred(lead.approximation, amount.approximation) !== 'exact' || lead.rest.trim() === ''
    );
  };

  amounts.forEach(readOne);
  return figures;
}

/** 增速低于全市平均水平（1.6%）: what stands in the brackets is the rate that was compared with. */
function bracketed(lead: Lead, before: Lead): Lead {
  const direction = before.comparator === '' ? before.direction : 'up';
  return { ...lead, rate: before.rate, direction: before.rate ? direction : 'none' };
}

/** 新增22个、累计70个: the second counts all, not the new ones. */
function isTotal({ level, approximation, total }: Lead): boolean {
  return total || level || approximation === 'above';
}

/** 总投资 of what the sentence speaks of; nothing where it speaks of nothing. */
function dependentOn(subject: Subject, head: Subject, place: boolean): Subject {
  if (subject.indicator === '') return NOBODY;
  if (ITSELF.test(head.indicator) && !place) return { ...subject, indicator: subject.base, span: head.span };
  return { ...head, indicator: `${subject.base}·${head.indicator}`, listed: false };
}
