import type { Span } from '../draft/span.ts';
import { type Count, readCounts } from './promises/counts.ts';
import { alike, type Listing, listAfter, listBefore } from './promises/lists.ts';
import { readSlogans, type SloganList } from './promises/slogans.ts';

/** A number of items that the text announces: 讲三点意见, 六个关系, 以上三点. Offsets are in the paragraph's text. */
export interface Announcement {
  readonly count: number;
  readonly span: Span;
  readonly text: string;
}

/** An announcement with what its own sentence tells. */
export interface Promised extends Announcement {
  readonly digits: Span;
  /** Where the number and its measure word end. */
  readonly after: number;
  /** The speaker's own points (讲三点意见), points to come (以下三项, 三个方面：), points told (以上三点), or anything counted. */
  readonly voice: 'own' | 'plain' | 'back';
  /** The noun can only mean parts of the text itself: 方面, 问题, 工作. */
  readonly general: boolean;
  readonly quoted: boolean;
  /** 以下, 如下: the parts come. */
  readonly coming: boolean;
  /** Told as done: 讲了三点. */
  readonly past: boolean;
  /** Items that stand right before or after it in its sentence. */
  readonly lists: readonly Listing[];
}

/** What a paragraph announces, lists beside a number, and sets out under the name of a slogan. */
export interface PromiseReading {
  readonly promises: readonly Promised[];
  readonly slogans: readonly SloganList[];
}

const OWN =
  /(?:讲|谈|强调|提出|提|说|汇报|通报|重申|明确|介绍)(?!了|过)(?:一讲|一谈)?(?:以下|如下|这样|这么|下列|下面)?(?:的)?$/;
const OWN_NOUN =
  /^(?:个?方面|的)*(?:方面|意见|要求|问题|建议|体会|想法|看法|希望|认识|感受|意思|情况|工作|内容|事|感想|思考)?(?:的?(?:意见|要求|问题|建议|体会|想法|看法|希望|认识|感受|意思|情况|工作|感想|思考))?$/;
const SPEAKER = /(?:我|下面|接下来|在此|在这里|借此机会|借这个机会|围绕|就|会前|最后)/;
/** Sentences that report what another said. */
const REPORTED =
  /(?:刚才|上次|会前|曾|昨天|前不久|书记|省长|市长|县长|主席|局长|主任|部长|同志们?)[^，。]{0,12}$/;
const GENERAL =
  /^(?:的)?(?:重点|主要|突出|具体|明显|核心|关键|重要|难点|中心|基本|当前|新的|新|大)*(?:方面|问题|工作|任务|要求|意见|建议|体会|认识|重点|关系|环节|关键|原则|措施|举措|事|事情|特点|难点|不足|短板|经验|成效|变化|转变|目标|抓手|着力点|突破口|文章|思考|启示|差距|原因|要点)/;
const TO_COME = /(?:以下|如下|下列|这样|下面)(?:的)?$/;
const TOLD = /(?:以上|上述|前面|上面)(?:讲的|说的|所讲|谈的|提到的|这)?(?:的)?$/;
const POINTING = /(?:这|那|该|此|汇报的|介绍的|部署的|提出的|确定的|明确的|交办的)$/;
const INTRODUCED =
  /^[^，。；：！？、“”（）]{0,12}”?[^，。；：！？、“”（）]{0,6}(?:[：:]|，?(?:即|也就是|就是|分别是|分别为)[：:]?|，?——)/;
/** The quotation closes, and its clause soon after it. */
const QUOTE_ENDS = /^[^”]*”[^，。；：、“”等]{0,10}[，。；：]/;
const GOES_ON = /^[^，。；：！？]{0,30}、/;

/** Reads the announcements of a paragraph; 几点 and 一个 announce nothing. */
export function readPromises(text: string): PromiseReading {
  const slogans = readSlogans(text);
  const named = new Set(slogans.map(({ span }) => span.start));
  const promises = readCounts(text)
    .filter(({ digits }) => !named.has(digits.start))
    .map((count) => promiseOf(text, count))
    .filter((promise) => promise !== undefined);
  return { promises, slogans };
}

function promiseOf(text: string, count: Count): Promised | undefined {
  const { digits, measure, noun, quoted } = count;
  const after = digits.end + (text[digits.end] === ' ' || text[digits.end] === '　' ? 1 : 0) + measure.length;
  const opening = text.slice(Math.max(0, digits.start - 40), digits.start);
  const clause = opening.slice(opening.search(/[^。！？]*$/));
  const own = OWN.exec(opening.trimEnd());
  const shared = {
    count: count.value,
    digits,
    after,
    quoted,
    coming: TO_COME.test(opening),
    past: /(?:了|过)[^，。；]{0,10}$/.test(clause) || REPORTED.test(clause),
    general: GENERAL.test(noun) || /方面|点/.test(measure),
  };
  const voiced = own && isOwn(clause, text, digits.start, measure, noun);
  if (voiced) {
    const start = digits.start - own[0].length - (opening.length - opening.trimEnd().length);
    return withText(
      text,
      { ...shared, voice: 'own', general: true, lists: listsBehind(text, count.value, after) },
      start,
      count,
    );
  }
  const told = TOLD.exec(opening);
  if (told)
    return withText(text, { ...shared, voice: 'back', lists: [] }, digits.start - told[0].length, count);
  const coming = TO_COME.exec(opening);
  if (measure === '字' || (measure === '个' && noun.startsWith('字'))) {
    return withText(text, { ...shared, voice: 'plain', general: false, lists: [] }, digits.start, count);
  }
  const lists = [...(coming ? [] : listsAhead(text, count, after)), ...listsBehind(text, count.value, after)];
  const pointing = POINTING.test(opening);
  const general = (shared.general || coming !== null) && !pointing;
  if (lists.length === 0 && (pointing || !(general || INTRODUCED.test(text.slice(after, after + 40)))))
    return undefined;
  const start = digits.start - (coming ? coming[0].length : 0);
  return withText(text, { ...shared, general, voice: 'plain', lists }, start, count);
}

function isOwn(clause: string, text: string, at: number, measure: string, noun: string): boolean {
  if (!SPEAKER.test(clause) || /[“《]/.test(text[at - 1] ?? '') || REPORTED.test(clause.slice(0, -1)))
    return false;
  return /点|方面|个|条|层|项/.test(measure) && OWN_NOUN.test(noun);
}

function withText(
  text: string,
  rest: Omit<Promised, 'span' | 'text'>,
  start: number,
  { span }: Count,
): Promised {
  return { ...rest, span: { start, end: span.end }, text: text.slice(start, span.end) };
}

/** The list that the number sums up; one that goes on behind it is none. */
function listsAhead(
  text: string,
  { value, digits, quoted, measure, noun }: Count,
  after: number,
): readonly Listing[] {
  let at = quoted ? digits.start - 1 : digits.start;
  if (text[at - 1] === ' ') at--;
  const pointed = text.slice(at - 1, at) === '这';
  const listing = listBefore(text, pointed ? at - 1 : at);
  if (!listing || noun.startsWith('等')) return [];
  // 新增航线、班列12条 counts what is not listed; a number far from the list's is of something else.
  const arabic = /[\d０-９]/.test(text[digits.start]!);
  if (noun === '' && arabic && !measure.includes('方面')) return [];
  const bareNumber = noun === '' && !/方面|类|级/.test(measure);
  const words = listing.items.map(({ start, end }) => text.slice(start, end));
  const doubtful =
    bareNumber ||
    farFrom(value, listing.items.length) ||
    GOES_ON.test(text.slice(after, after + 30)) ||
    (quoted && !((words.length > 2 || alike(words)) && QUOTE_ENDS.test(text.slice(after, after + 40))));
  return [{ ...listing, sure: listing.sure && !doubtful }];
}

function farFrom(value: number, found: number): boolean {
  return Math.abs(value - found) > Math.max(1, Math.floor(found / 2));
}

function listsBehind(text: string, value: number, after: number): readonly Listing[] {
  const intro = INTRODUCED.exec(text.slice(after, after + 40));
  const listing = intro && listAfter(text, after + intro[0].length);
  return listing ? [{ ...listing, sure: listing.sure && !farFrom(value, listing.items.length) }] : [];
}
