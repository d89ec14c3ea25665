import type { Span } from '../../draft/span.ts';
import type { Paragraph, Speech } from '../../draft/types.ts';
import type { SpeechParts } from '../parts/types.ts';
import type { DateReader } from './read.ts';
import type {
  DateMention,
  MonthUse,
  ParagraphDates,
  SpeechConflict,
  SpeechDates,
  SpokenDate,
  YearClaim,
  YearUse,
} from './types.ts';

/** What all paragraphs of a speech say, with spans in the source. */
interface Gathered {
  readonly claims: readonly YearClaim[];
  readonly uses: readonly YearUse[];
  readonly done: readonly MonthUse[];
  readonly ahead: readonly MonthUse[];
  /** 明年 stands in it. */
  readonly nextYear: boolean;
}

/** The date of a speech, and what in it does not agree between two places. */
export function readSpeechDates(
  speech: Speech,
  parts: SpeechParts,
  of: (text: string) => ParagraphDates,
  read: DateReader,
): SpeechDates {
  const all = gather(speech, of);
  const stated = statedDate(speech, parts, read);
  const claims = [...stated.claims, ...all.claims];
  const spoken = stated.spoken ?? implied(all.claims);
  return {
    spoken,
    conflicts: [
      ...claimConflicts(claims),
      ...yearConflicts(claims, all.uses),
      ...periodConflicts(all, stated.spoken),
      ...halfConflicts(all, parts),
    ],
  };
}

function gather(speech: Speech, of: (text: string) => ParagraphDates): Gathered {
  const claims: YearClaim[] = [];
  const uses: YearUse[] = [];
  const done: MonthUse[] = [];
  const ahead: MonthUse[] = [];
  let nextYear = false;
  for (const paragraph of speech.paragraphs) {
    if (paragraph.quoted || paragraph.role === 'byline') continue;
    const found = of(paragraph.text);
    claims.push(...moved(found.claims, paragraph));
    if (paragraph.role !== 'title') {
      done.push(...moved(found.done, paragraph));
      ahead.push(...moved(found.ahead, paragraph));
    }
    uses.push(...moved(found.uses, paragraph));
    nextYear ||= found.mentions.some(({ offset }) => offset === 1);
  }
  return { claims, uses, done, ahead, nextYear };
}

function moved<Found extends { readonly span: Span }>(
  found: readonly Found[],
  { toSource }: Paragraph,
): Found[] {
  return found.map((one) => ({ ...one, span: toSource(one.span) }));
}

interface Stated {
  readonly spoken: SpokenDate | undefined;
  readonly claims: readonly YearClaim[];
}

/** What the date line and the title say of the day of the speech. */
function statedDate(speech: Speech, { parts }: SpeechParts, read: DateReader): Stated {
  const claims: YearClaim[] = [];
  let spoken: SpokenDate | undefined;
  const line = parts.find(({ name }) => name === 'date');
  const day = line && read(line.text).mentions.find(isYear);
  if (line && day) {
    const { month, day: dayOfMonth } = day;
    spoken = {
      year: day.year!,
      ...(month !== undefined && { month }),
      ...(dayOfMonth !== undefined && { day: dayOfMonth }),
      known: 'byline',
      span: line.span,
    };
    claims.push(whole(line.span, line.text, day.year!, day.year!, `讲话日期作${day.year}年`));
  }
  const title = speech.title;
  const named = read(title).mentions;
  const year = named.find(isYear);
  if (title === '' || !year || named.some(({ kind }) => kind === 'range' || kind === 'plan'))
    return { spoken, claims };
  if (named.filter(isYear).length > 1 || /规划|行动|三年|学年/.test(title)) return { spoken, claims };
  const exact = /政府工作报告/.test(title) && !/回顾|完成/.test(title);
  const reach = exact ? 0 : 1;
  const { titleSpan } = speech;
  claims.push(whole(titleSpan, year.text, year.year! - reach, year.year! + reach, `标题作${year.year}年`));
  return { spoken: spoken ?? { year: year.year!, known: 'title', span: titleSpan }, claims };
}

function isYear({ kind, year }: DateMention): boolean {
  return kind === 'date' && year !== undefined;
}

function whole(span: Span, text: string, low: number, high: number, basis: string): YearClaim {
  return { span, text, low, high, sure: true, basis };
}

function implied(claims: readonly YearClaim[]): SpokenDate | undefined {
  const exact = claims.filter(({ sure, low, high }) => sure && low === high);
  const first = exact[0];
  return first && exact.every(({ low }) => low === first.low)
    ? { year: first.low, known: 'implied', span: first.span }
    : undefined;
}

/** Pairs of claims that no year fits; each claim is held against the first one it contradicts, and reported once. */
function claimConflicts(claims: readonly YearClaim[]): SpeechConflict[] {
  const conflicts: SpeechConflict[] = [];
  const sure = claims.filter((claim) => claim.sure);
  const outliers = new Set<string>();
  for (const [i, claim] of sure.entries()) {
    const against = sure.slice(0, i).find((other) => disjoint(claim, other));
    if (!against) continue;
    const key = `${claim.low} ${claim.high} ${against.low} ${against.high}`;
    if (outliers.has(key)) continue;
    outliers.add(key);
    conflicts.push({ kind: 'claims', claim, against, sure: true });
  }
  return conflicts;
}

function disjoint(a: YearClaim, b: YearClaim): boolean {
  return a.high < b.low || b.high < a.low;
}

/** Years that a speech of the claim's year cannot look back upon, or plan in detail. One finding a year. */
function yearConflicts(claims: readonly YearClaim[], uses: readonly YearUse[]): SpeechConflict[] {
  const bounds = claims.filter(({ high }) => high < 9999);
  const exact = bounds.filter(({ sure, low, high }) => sure && low === high);
  // Where passages already disagree outright, which of them the years belong to is not known.
  const claim = [...(exact.length > 0 ? exact : bounds)].sort((a, b) => a.high - b.high)[0];
  if (!claim) return [];
  const byYear = new Map<number, YearUse[]>();
  for (const use of uses) {
    const beyond = use.past ? use.year > claim.high : use.year > claim.high + 1;
    if (!beyond || (claim.span.start <= use.span.start && use.span.end <= claim.span.end)) continue;
    byYear.set(use.year, [...(byYear.get(use.year) ?? []), use]);
  }
  return [...byYear.values()].map((group) => ({
    kind: 'year',
    claim,
    uses: group,
    sure: claim.sure && group.some(({ past }) => past),
  }));
}

/** Figures of months that are not over: by the speech's own date, or by the work it sets for them. */
function periodConflicts(all: Gathered, spoken: SpokenDate | undefined): SpeechConflict[] {
  const month = spoken?.known === 'byline' ? spoken.month : undefined;
  if (month !== undefined) {
    const early = month >= 4 ? all.done.filter((use) => use.month > month) : [];
    const [period, ...others] = early;
    return period ? [{ kind: 'period', period, others, ahead: [], spoken: spoken! }] : [];
  }
  if (all.nextYear) return [];
  const last = Math.max(0, ...all.done.map((use) => use.month));
  if (last < 4 || last > 9) return [];
  const ahead = all.ahead.filter((use) => use.month === last || use.month === last - 1);
  const [period, ...others] = all.done.filter((use) => use.month === last);
  return period && ahead.length > 0 ? [{ kind: 'period', period, others, ahead }] : [];
}

/** January to August in a speech that by its title sums up the half year. */
function halfConflicts({ done }: Gathered, { parts }: SpeechParts): SpeechConflict[] {
  const title = parts.find(({ name, text }) => name === 'title' && /上半年|半年(?:工作)?总结/.test(text));
  const period = title && done.find(({ month }) => month >= 8);
  return title && period ? [{ kind: 'half', period, title: title.span }] : [];
}
