import { addTo } from '../../draft/lists.ts';
import type { Span } from '../../draft/span.ts';
import type { Paragraph, Speech } from '../../draft/types.ts';
import { mapSaid, type Said } from '../columns.ts';
import type { FactMemory, ParagraphFacts } from '../facts.ts';
import type { SpeechParts } from '../parts/types.ts';
import type {
  DateMention,
  GivenDate,
  MonthUse,
  ParagraphDates,
  SpeechConflict,
  SpeechDates,
  SpokenDate,
  YearClaim,
  YearUse,
} from './types.ts';

/** What paragraphs of a speech say, with spans in the source. */
interface Gathered {
  readonly claims: readonly YearClaim[];
  readonly usesAfter: (bound: number) => readonly YearUse[];
  readonly done: () => readonly MonthUse[];
  readonly ahead: () => readonly MonthUse[];
  /** 明年 stands in it. */
  readonly nextYear: () => boolean;
}

/** The date of a speech, and what in it does not agree between two places; `given` counts before the speech's own. */
export function readSpeechDates(
  speech: Speech,
  parts: SpeechParts,
  memory: FactMemory,
  given?: GivenDate,
): SpeechDates {
  const all = gather(speech, memory);
  const stated = given
    ? givenDate(speech, given)
    : statedDate(speech, parts, (text) => memory.of(text).dates);
  const claims = [...stated.claims, ...all.claims];
  const disagreeing = contradictions(distinct(claims));
  const doubted = disagreeing.map(({ claim }) => claim);
  const agreed = claims.filter((claim) => !doubted.some((one) => isSame(one, claim)));
  const early = periodConflicts(all, stated.spoken);
  return {
    spoken: stated.spoken ?? implied(all.claims),
    conflicts: [
      ...disagreeing,
      ...yearConflicts(agreed, all.usesAfter, doubted),
      ...(early.length > 0 ? early : halfConflicts(all, parts)),
    ],
  };
}

const claimsIn = ({ dates }: ParagraphFacts) => dates.claims;
const doneIn = ({ dates }: ParagraphFacts) => dates.done;
const aheadIn = ({ dates }: ParagraphFacts) => dates.ahead;
const datesIn = ({ dates }: ParagraphFacts) => (dates.mentions.length > 0 ? dates : undefined);

function gather(speech: Speech, { said }: FactMemory): Gathered {
  const isOwn = ({ quoted, role }: Paragraph): boolean => !quoted && role !== 'byline';
  const isBody = (paragraph: Paragraph): boolean => isOwn(paragraph) && paragraph.role !== 'title';
  const among = <T>(column: readonly Said<T>[], test: (paragraph: Paragraph) => boolean) =>
    column.filter(({ index }) => test(speech.paragraphs[index]!));
  const all = <Found extends { readonly span: Span }>(
    column: readonly Said<readonly Found[]>[],
    test: (paragraph: Paragraph) => boolean,
  ) => mapSaid(speech, among(column, test), (one, { toSource }) => ({ ...one, span: toSource(one.span) }));
  const dated = () => among(said(speech, datesIn), isOwn);
  return {
    claims: all(said(speech, claimsIn), isOwn),
    usesAfter: (bound) =>
      all(
        dated().map(({ index, said }) => ({ index, said: said.usesAfter(bound) })),
        isOwn,
      ),
    done: () => all(said(speech, doneIn), isBody),
    ahead: () => all(said(speech, aheadIn), isBody),
    nextYear: () => dated().some(({ said: { mentions } }) => mentions.some(({ offset }) => offset === 1)),
  };
}

type ClaimConflict = Extract<SpeechConflict, { readonly kind: 'claims' }>;

interface Stated {
  readonly spoken: SpokenDate | undefined;
  readonly claims: readonly YearClaim[];
}

function givenDate({ titleSpan, paragraphs }: Speech, given: GivenDate): Stated {
  const { year, month } = given;
  const span = titleSpan.end > titleSpan.start ? titleSpan : (paragraphs[0]?.span ?? titleSpan);
  const said = month === undefined ? `${year}年` : `${year}年${month}月`;
  const claim = whole(span, said, year, year, `设置的讲话日期为${said}`);
  return {
    spoken: { ...given, known: 'option', span },
    claims: [month === undefined ? claim : { ...claim, month }],
  };
}

/** What the date line and the title say of the day of the speech. */
function statedDate(speech: Speech, { parts }: SpeechParts, read: (text: string) => ParagraphDates): Stated {
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
    const own = whole(line.span, line.text, day.year!, day.year!, `讲话日期作${day.text}`);
    claims.push(month === undefined ? own : { ...own, month });
  }
  const title = speech.title;
  const named = read(title).mentions;
  const year = named.find(isYear);
  if (title === '' || !year || named.some(({ kind }) => kind === 'range' || kind === 'plan'))
    return { spoken, claims };
  if (
    named.filter(isYear).length > 1 ||
    /规划|行动|三年|学年|年以来|年[前后底末起至到]|奥|亚运|运动会|博览会|世界杯/.test(title)
  )
    return { spoken, claims };
  const exact = /政府工作报告/.test(title) && !/回顾|完成/.test(title);
  const reach = exact ? 0 : 1;
  const span = yearInTitle(speech, year.year!, read) ?? speech.titleSpan;
  claims.push(whole(span, year.text, year.year! - reach, year.year! + reach, `标题作${year.year}年`));
  return { spoken: spoken ?? { year: year.year!, known: 'title', span }, claims };
}

function yearInTitle(speech: Speech, year: number, read: (text: string) => ParagraphDates): Span | undefined {
  for (const { role, text, toSource } of speech.paragraphs) {
    if (role !== 'title') continue;
    const found = read(text).mentions.find((one) => isYear(one) && one.year === year);
    if (found) return toSource(found.span);
  }
  return undefined;
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

/** Claims of the same years and kind once each, at their first place; a speech repeats itself. */
function distinct(claims: readonly YearClaim[]): readonly YearClaim[] {
  const seen = new Map<string, YearClaim>();
  for (const claim of claims) {
    const { low, high, month, sure } = claim;
    const key = `${low} ${high} ${month} ${sure}`;
    if (!seen.has(key)) seen.set(key, claim);
  }
  return [...seen.values()];
}

/** The fewest claims without which all agree, each with what it contradicts; the later of two is the one reported. */
function contradictions(claims: readonly YearClaim[]): ClaimConflict[] {
  const conflicts: ClaimConflict[] = [];
  let left = claims;
  for (;;) {
    const worst = mostContradicted(left);
    if (!worst) return conflicts;
    const { claim, by } = worst;
    const [against, ...others] = by;
    conflicts.push({ kind: 'claims', claim, against: against!, others, sure: claim.sure && against!.sure });
    left = left.filter((one) => one !== claim && !isSame(one, claim));
  }
}

function mostContradicted(claims: readonly YearClaim[]) {
  let worst: { readonly claim: YearClaim; readonly by: readonly YearClaim[] } | undefined;
  for (const claim of claims) {
    const by = claims.filter((other) => disjoint(claim, other));
    if (by.length > 0 && by.length >= (worst?.by.length ?? 0)) worst = { claim, by };
  }
  return worst;
}

/** A repetition of a claim is the same cause. */
function isSame(a: YearClaim, b: YearClaim): boolean {
  return a.low === b.low && a.high === b.high && a.sure === b.sure;
}

/** No day fits both; what is merely implied contradicts only what is said outright. */
function disjoint(a: YearClaim, b: YearClaim): boolean {
  if (!a.sure && !b.sure) return false;
  return a.high < b.low || b.high < a.low || tooEarly(a, b) || tooEarly(b, a);
}

/** The date line lies in the year of a meeting, but before its month. */
function tooEarly(day: YearClaim, meeting: YearClaim): boolean {
  return (
    day.low === day.high &&
    day.low === meeting.low &&
    meeting.high > meeting.low &&
    day.month !== undefined &&
    meeting.month !== undefined &&
    day.month < meeting.month
  );
}

/** Years that a speech of the claim's year cannot look back upon, or plan in detail. One finding a year. */
function yearConflicts(
  claims: readonly YearClaim[],
  usesAfter: Gathered['usesAfter'],
  doubted: readonly YearClaim[],
): SpeechConflict[] {
  const bounds = claims.filter(({ high }) => high < 9999);
  const exact = bounds.filter(({ sure, low, high }) => sure && low === high);
  const claim = [...(exact.length > 0 ? exact : bounds)].sort((a, b) => a.high - b.high)[0];
  if (!claim) return [];
  const byYear = new Map<number, YearUse[]>();
  for (const use of usesAfter(claim.high)) {
    const beyond = use.past ? use.year > claim.high : use.year > claim.high + 1;
    const known = doubted.some(({ low, high }) => low <= use.year && use.year <= high);
    if (!beyond || known || (claim.span.start <= use.span.start && use.span.end <= claim.span.end)) continue;
    addTo(byYear, use.year, use);
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
    const [period, ...others] = month < 4 ? [] : all.done().filter((use) => use.month > month);
    return period ? [{ kind: 'period', period, others, ahead: [], spoken: spoken! }] : [];
  }
  const set = all.ahead();
  if (set.length === 0 || all.nextYear()) return [];
  const done = all.done();
  const last = Math.max(0, ...done.map((use) => use.month));
  if (last < 4 || last > 9) return [];
  const ahead = set.filter((use) => use.month === last || use.month === last - 1);
  const [period, ...others] = done.filter((use) => use.month === last);
  return period && ahead.length > 0 ? [{ kind: 'period', period, others, ahead }] : [];
}

/** January to August in a speech that by its title sums up the half year. */
function halfConflicts({ done }: Gathered, { parts }: SpeechParts): SpeechConflict[] {
  const title = parts.find(({ name, text }) => name === 'title' && /上半年|半年(?:工作)?总结/.test(text));
  const period = title && done().find(({ month }) => month >= 8);
  return title && period ? [{ kind: 'half', period, title: title.span }] : [];
}
