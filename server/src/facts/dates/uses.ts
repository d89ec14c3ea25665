import type { Frame } from './frame.ts';
import type { MonthUse, YearUse } from './types.ts';

const SINCE = /^(?:[ ]?\d{1,2}[ ]?月)?(?:份|\d{1,2}日)?(?:底|末|初)?以来/;
const COMPARED = /(?:比|与|同|较|和)[ ]?$/;
const COMPARES = /^(?:度|全年|同期)?(?:相)?(?:比|增|降|减|提高|下降|多|少|高|低|净增)/;
const WON = /(?:荣获|获得|获评|评为|举办了|召开了|完成了|实现了|印发了|下发了|通报了)$/;
const AIM_BEFORE =
  /(?:到|至|截至|力争|争取|确保|于|在|—|－|-|～|~|迎接|从|自|面向|展望|备战|或|、|是)[ “（]*$/;
const AIM_AFTER = /^[ ]?(?:底|末|前|之前|以前|左右|初|远景|学年|届|—|－|-|～|~|至|到|、|或|起)/;
const AIM_CLAUSE =
  /远景|时限|期限|建成|投产|通车|完工|竣工|申办|承办|主办|奥运|亚运|世界杯|世锦赛|运动会|博览会|世博|碳达峰|碳中和|展望|到期|任期|有效期|行动计划|三年|五年规划|阶段|目标(?!任务)/;
const AIM_SENTENCE = /到[ ]?20\d\d[ ]?年|到“/;

/** Years in figures that are spoken of as known: compared with, looked back upon, or planned in detail; never targets. Years up to `bound` are left out. */
export function readYearUses(frame: Frame, bound: number): readonly YearUse[] {
  const uses: YearUse[] = [];
  for (const { kind, year, span } of frame.mentions) {
    if (kind !== 'date' || year === undefined || year <= bound || frame.quoted(span.start)) continue;
    const before = frame.text.slice(Math.max(frame.clauseStart(span.start), span.start - 12), span.start);
    const end = frame.clauseEnd(span.end);
    const after = frame.text.slice(span.end, end);
    const whole = frame.text.slice(frame.clauseStart(span.start), end);
    if (AIM_SENTENCE.test(frame.text.slice(frame.sentenceStart(span.start), frame.sentenceEnd(span.end))))
      continue;
    const past = SINCE.test(after) || (COMPARED.test(before) && COMPARES.test(after)) || WON.test(before);
    if (!past && (AIM_BEFORE.test(before) || AIM_AFTER.test(after) || AIM_CLAUSE.test(whole))) continue;
    uses.push({ span, year, past });
  }
  return uses;
}

const INTENT =
  /(?<![主需重首])要|将|力争|确保|目标|预计|争取|安排|务必|预期|有望|必须|部署|力求|谋划|计划|任务|拟|实现.{0,6}过半/;
const DONE = /同比|比上年|较上年|较去年|比去年|新增|增长|下降|达到?|完成|实现|存在|增速|净增|出生率|为/;
const COMPARED_FIGURES = /同比|[比较于](?:上年|去年)(?:同期)?/;
const LAST_YEAR = /(?:去年|上年|20\d\d[ ]?年|同期|往年|历年|每年|明年|前年)[^，。；]{0,6}$/;
const OTHER_YEAR = /(?<![比较于])(?:去年|上年(?!同期)|20\d\d[ ]?年|明年|前年)/g;

/** Periods whose figures are told as done: 1—6月，……同比增长. */
export function readDonePeriods(frame: Frame): readonly MonthUse[] {
  const uses: MonthUse[] = [];
  for (const { kind, month, endMonth, year, span, text } of frame.mentions) {
    if (kind !== 'period' || month !== 1 || endMonth === undefined || endMonth > 11 || year !== undefined)
      continue;
    if (frame.quoted(span.start)) continue;
    const start = frame.sentenceStart(span.start);
    const lead = frame.text.slice(start, span.start);
    if (LAST_YEAR.test(lead) || ofAnotherYear(frame.text.slice(Math.max(0, span.start - 400), span.start)))
      continue;
    const sentence = frame.text.slice(start, frame.sentenceEnd(span.end));
    const said = sentence.slice(span.end - start, span.end - start + 60);
    if (!DONE.test(said) || INTENT.test(frame.text.slice(frame.clauseStart(span.start), span.start)))
      continue;
    if (INTENT.test(said.slice(0, Math.max(said.search(DONE), 0)))) continue;
    uses.push({ span, text, month: endMonth, firm: COMPARED_FIGURES.test(said) });
  }
  return uses;
}

/** The nearest year named before it in the paragraph is not this one. */
function ofAnotherYear(head: string): boolean {
  const other = [...head.matchAll(OTHER_YEAR)].at(-1);
  return other !== undefined && head.lastIndexOf('今年') < other.index;
}

const BY_THEN = /^[ ]?(?:份)?(?:底|末|中下旬|下旬|中旬|上旬)?(?:之前|以前|前)?/;
const SET = /要|将|务必|确保|必须|争取|力争|抓紧|公布|组织/;
const OVER = /了|已|曾|以来|当时/;

/** Work set for a month of this year that is still ahead: 6月底前要完成. */
export function readWorkAhead(frame: Frame): readonly MonthUse[] {
  const uses: MonthUse[] = [];
  for (const { kind, month, year, span } of frame.mentions) {
    if (kind !== 'date' || month === undefined || year !== undefined || frame.quoted(span.start)) continue;
    const from = frame.sentenceStart(span.start);
    const before = frame.text.slice(Math.max(from, span.start - 16), span.start);
    if (/年|每|截至|从|自|至|到$/.test(before)) continue;
    const clause = frame.text.slice(frame.clauseStart(span.start), frame.clauseEnd(span.end));
    const next = frame.text.slice(frame.clauseEnd(span.end), frame.clauseEnd(frame.clauseEnd(span.end) + 1));
    if (!SET.test(clause + next) || OVER.test(clause + next)) continue;
    const tail = BY_THEN.exec(frame.text.slice(span.end))![0];
    if (tail.trim() === '' && !/前/.test(frame.text.slice(span.end, span.end + 2))) continue;
    const end = span.end + tail.length;
    uses.push({
      span: { start: span.start, end },
      text: frame.text.slice(span.start, end),
      month,
      firm: false,
    });
  }
  return uses;
}
