import type { Span } from '../../draft/span.ts';
import type { IndicatorLookup } from '../../lexicon/indicators.ts';
import type { Words } from '../../words/words.ts';
import { createNounReader } from './after.ts';
import type { Amount } from './amount.ts';
import { CLAUSE_END } from './context.ts';
import { type Lead, readLead } from './lead.ts';
import type { NameReader } from './names.ts';
import type { Measure } from './types.ts';
import type { Peeler } from './vocabulary.ts';

/** What a figure is about. */
export interface Subject {
  /** Canonical name, or the words of the sentence; empty where it could not be told. */
  readonly indicator: string;
  /** Without the event: 新增企业 → 企业; a total that follows is that of the base. */
  readonly base: string;
  readonly listed: boolean;
  readonly span: Span | undefined;
  readonly scope: string;
}

export const NOBODY: Subject = { indicator: '', base: '', listed: false, span: undefined, scope: '' };

/** Words between a subject and its growth that leave the subject standing. */
const HARMLESS =
  /^(?:[^，]{0,6}(?:居|位居|排|列|高于|低于|快于|好于|优于|增速|增幅|创)[^，]{0,24}|其中|按[^，]{0,12}计算|(?:同比|环比|比|较)[^，]{0,14}|[^，]{0,4}(?:历史新高|第[一二三四五六七八九十\d]+位?))$/;
/** Units of attributes: 500千伏变电站, 5000吨级码头, 60岁老人. */
const ATTRIBUTE = /^(?:千伏|吨级|岁|小时|分钟|天|秒|毫米|厘米|℃)$/;
const THRESHOLD = /元|亩|吨|千瓦|平方米|公里/;
/** 甲、乙等15个产业: what stands before the number is told by it. */
const LISTING = /[等和与及、]\s*$/;
/** Names that are measured in time and the like: else 岁 and 分钟 belong to attributes. */
const TIMED = /寿命|年龄|时间|时长|天数|时限|周期|耗时|用时|气温|降雨|降水/;
/** Names of what is measured in %: of others a bare % is a share of something unsaid (企业100%使用绿电). */
const RATE = /[率比度重例幅]$|指数$|水平$|份额$|贡献$|浓度|失业|增长|覆盖面$|利用$/;
/** Units that any indicator can have. */
const FREE = /^(?:%|百分点|倍|位|元|美元)$/;
const COUNTING = /^(?:个|家|户|项|件|条|所|座|处|套|人|人次)$/;
/** Events that stand before or behind what they count: 新增企业34家, 企业新增34家. */
const MOVABLE = /^(?:新|净增|获得|获批)/;
/** Nouns that count anything: a number of them says nothing by itself. */
const MIN_COUNTED = 3;

interface Tools {
  readonly readName: NameReader;
  readonly lookup: IndicatorLookup;
  readonly peel: Peeler;
  readonly words: () => Words | undefined;
}

/** Finds what clauses speak of. */
export interface SubjectReader {
  /** The name before a number; offsets are moved by `at`. `dependent`: it says little by itself (总投资). */
  readonly before: (
    lead: Lead,
    at: number,
  ) => { readonly subject: Subject; readonly dependent: boolean; readonly unclear: boolean };
  /** The noun that a number counts, right behind it; undefined for none. */
  readonly behind: (text: string, amount: Amount, lead: Lead, before: Subject) => Subject | undefined;
  /** The topic of clauses without figures before the clause of a number: `增加值，同比增长`. `reached` is false where another matter came between. */
  readonly topic: (clauses: string) => {
    readonly topic?: Subject;
    readonly lead?: Lead;
    readonly reached: boolean;
  };
  /** Whether a figure of this unit can be of the subject. */
  readonly fits: (subject: Subject, amount: Amount, measure: Measure, inherited: boolean) => boolean;
  /** The subjects of 分别 in order; an item that cannot be told has an empty name. */
  readonly list: (lead: Lead, at: number) => readonly Subject[];
}

/** Makes the reader. */
export function createSubjectReader({ readName, lookup, peel, words }: Tools): SubjectReader {
  const nounAfter = createNounReader(words);
  const subjectOf = (text: string, event: string, at: number, end: number) => {
    const { indicator, listed, scope, start, dependent } = readName(text, event);
    const span = indicator === '' ? undefined : { start: at + start, end: at + end };
    const base = listed ? indicator : withoutEvent(indicator, lookup);
    const unclear = indicator === '' && text.slice(start).trim() !== '';
    return { subject: { indicator, base, listed, span, scope }, dependent, unclear };
  };

  /** 盯紧抓实64个项目: what stands before the number is no name. */
  const endsInVerb = (name: string): boolean => {
    const cutter = words();
    if (!cutter) return false;
    const { ends, tags } = cutter.tag(name);
    return tags[ends.length - 1] === 'v' || (ends.length > 1 && tags[ends.length - 1] === 'a');
  };

  return {
    before({ rest, event }, at) {
      if (event === '' || MOVABLE.test(event)) return subjectOf(rest, event, at, rest.length);
      const named = subjectOf(rest, '', at, rest.length);
      if (named.subject.indicator === '') return named;
      return subjectOf(rest + event, '', at, rest.length + event.length);
    },

    behind(text, amount, lead, before) {
      const { canonical, written } = amount.unit;
      const { end } = amount.span;
      if (end >= text.length || ATTRIBUTE.test(canonical) || canonical === '%' || lead.direction !== 'none')
        return undefined;
      if (
        before.indicator !== '' &&
        lead.event === '' &&
        !LISTING.test(lead.rest) &&
        (before.listed || !endsInVerb(before.indicator))
      )
        return undefined;
      if (/[上下内]$/.test(text.slice(end - 1, end)) && THRESHOLD.test(written)) return undefined;
      const noun = nounAfter(text, end);
      if (noun === '') return undefined;
      const span = { start: end, end: end + noun.length };
      const whole = lookup(lead.event + noun);
      const own = lookup(noun);
      if (whole)
        return {
          indicator: whole.name,
          base: own?.name ?? whole.name,
          listed: true,
          span,
          scope: before.scope,
        };
      const base = own?.name ?? noun;
      if (lead.event === '' && !own && base.length < MIN_COUNTED) return { ...NOBODY, scope: before.scope };
      return { indicator: lead.event + base, base, listed: own !== undefined, span, scope: before.scope };
    },

    topic(clauses) {
      const parts = clauses.split(CLAUSE_END);
      for (let i = parts.length - 1; i >= 0; i--) {
        const clause = parts[i]!.trim();
        if (clause === '') continue;
        const lead = readLead(clause, undefined, peel);
        const name = readName(lead.rest, lead.event);
        if (name.listed) {
          const { indicator, scope } = name;
          return {
            topic: { indicator, base: indicator, listed: true, span: undefined, scope },
            lead,
            reached: true,
          };
        }
        if (!HARMLESS.test(clause)) return { reached: false };
      }
      return { reached: true };
    },

    fits({ indicator, listed }, { unit: { canonical, written }, value }, measure, inherited) {
      if (ATTRIBUTE.test(canonical) && !TIMED.test(indicator)) return false;
      if (canonical === '%' && measure === 'level' && !listed && !RATE.test(indicator)) return false;
      const units = listed ? lookup(indicator)?.units : undefined;
      if (!units || value === undefined || written === '' || FREE.test(canonical)) return true;
      if (
        units.includes(canonical) ||
        (COUNTING.test(canonical) && units.some((unit) => COUNTING.test(unit)))
      )
        return true;
      return !inherited && canonical === '';
    },

    list({ rest, event }, at) {
      const items: Subject[] = [];
      const parts = rest.split(/([、和与及])/);
      const tail = parts.filter((part) => part.trim() !== '').at(-1) ?? '';
      let offset = 0;
      let shared = '';
      for (const part of parts) {
        if (!/^[、和与及]?$/.test(part)) {
          const { subject, dependent } = subjectOf(part, event, at + offset, part.length);
          shared ||= subject.scope;
          const known = subject.listed ? undefined : completed(subject.indicator || part, tail, lookup);
          const item =
            known === undefined ? subject : { ...subject, indicator: known, base: known, listed: true };
          items.push({
            ...item,
            indicator: item.listed || (!dependent && sameHead(part, tail)) ? item.indicator : '',
            scope: subject.scope || shared,
          });
        }
        offset += part.length;
      }
      return items;
    },
  };
}

/** 新增高新技术企业 → 高新技术企业. */
function withoutEvent(indicator: string, lookup: IndicatorLookup): string {
  const base = indicator.replace(
    /^(?:新增加?|净增|新建|新登记|新设立?|新获批|新认定|新培育|新引进|新开工|新|获得|获批|建成)/,
    '',
  );
  return base.length < 2 ? indicator : (lookup(base)?.name ?? base);
}

/** 甲集团、乙集团利润: the first lacks the head of the last, and cannot be told; 发电量、用电量 have it both. */
function sameHead(item: string, tail: string): boolean {
  return item.trim().slice(-1) === tail.trim().slice(-1);
}

/** 城镇、农村居民人均可支配收入: the first item takes the tail of the last one, where that makes an indicator. */
function completed(item: string, tail: string, lookup: IndicatorLookup): string | undefined {
  if (item === tail) return undefined;
  for (let from = 1; from < tail.length - 1; from++) {
    const found = lookup(item + tail.slice(from));
    if (found) return found.name;
  }
  return undefined;
}
