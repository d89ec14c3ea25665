import type { Span } from '../draft/span.ts';
import { quotedCharacters } from './promises/characters.ts';
import { type Count, readCounts } from './promises/counts.ts';
import { COUNTED, VERB } from './promises/list-words.ts';
import { listAfter, listBefore } from './promises/lists.ts';
import { type Misnumbered, readMisnumbered, readSlogans, type SloganList } from './promises/slogans.ts';
import { alike, commonEnd, type Listing } from './promises/weigh.ts';

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
  /** 24个字 counts the characters of what is quoted beside it. */
  readonly counts: 'items' | 'characters';
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
  readonly misnumbered: readonly Misnumbered[];
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
  /^[^，。；：！？、“”（）]{0,12}”?[^，。；：！？、“”（）]{0,6}(?:[：:]|，?(?:即|也就是|就是|分别是|分别为)[：:]?|，?——)|^[^，。；：！？、“”（）]{0,12}”（/;
/** The quotation closes, and its clause soon after it. */
const QUOTE_ENDS = /^[^”]*”[^，。；：、“”等]{0,10}[，。；：]/;
/** The number's phrase is one of more that stand side by side; where its clause tells something of it, it is not. */
const GOES_ON = /^[^，。；：！？、]{0,30}、/;
const TELLS =
  /^[^，。；：！？、]{0,20}?(?:分别|均|都|已|将|在|合计|共同|增长|增速|下降|实现|达到|得到|完成|纳入|入选|通过|、(?:总数|总量|累计|同比|高于|低于|占|居|位居))/;
/** Names of what is never summed up: their number is no promise of the items before it. */
const NAMED =
  /^(?:(?:两个(?:确立|维护|大局|结合|毫不动摇|一百年)|三个(?:务必|区分开来))|(?!.位一体)[^”](?!个)[^”]?[一二两三四五六七八九十双多])/;
const OWNED = /残疾人“?两项补贴$/;
/** 市县两级: each character is a level. */
const LEVELS = /[省市州县区乡镇村]{2}$/;
/** A quoted name that counts, beside the number's own: “两个基地”“两个枢纽”. */
const COUNTING_NAME = /“[一二两三四五六七八九十\d]{1,2}[个大项条][^”]{1,8}”/;

/** Reads the announcements of a paragraph; 几点 and 一个 announce nothing. */
export function readPromises(text: string): PromiseReading {
  const slogans = readSlogans(text);
  const misnumbered = readMisnumbered(text);
  const wrong = new Set(misnumbered.map(({ digits }) => digits.start));
  const named = new Set(slogans.map(({ span }) => span.start));
  const promises = readCounts(text)
    .filter(({ digits }) => !named.has(digits.start))
    .map((count) => promiseOf(text, count))
    .filter((promise) => promise !== undefined);
  return { promises: promises.filter(({ digits }) => !wrong.has(digits.start)), slogans, misnumbered };
}

function promiseOf(text: string, count: Count): Promised | undefined {
  const { digits, measure, noun, quoted } = count;
  const after = digits.end + (text[digits.end] === ' ' || text[digits.end] === '　' ? 1 : 0) + measure.length;
  const opening = text.slice(Math.max(0, digits.start - 40), digits.start);
  const clause = opening.slice(opening.search(/(?<![^。！？])[^。！？]*$/));
  const own = OWN.exec(opening.trimEnd());
  const counts = /^(?:个?大?)?字/.test(measure + noun) ? ('characters' as const) : ('items' as const);
  const shared = {
    counts,
    count: count.value,
    digits,
    after,
    quoted,
    coming: TO_COME.test(opening),
    past: /(?:了|过)[^，。；]{0,10}$/.test(clause) || REPORTED.test(clause),
    general: GENERAL.test(noun) || /方面|点/.test(measure),
  };
  if (counts === 'characters') {
    const lists = quotedCharacters(text, count, after);
    const end = after + /^(?:大?字)?/.exec(noun)![0].length;
    const named = { ...count, span: { start: digits.start, end: Math.max(end, count.span.end) } };
    return withText(text, { ...shared, voice: 'plain', general: false, lists }, digits.start, named);
  }
  const voiced = own && isOwn(clause, text, digits.start, measure, noun);
  if (voiced) {
    const start = digits.start - own[0].length - (opening.length - opening.trimEnd().length);
    return withText(
      text,
      { ...shared, voice: 'own', general: true, lists: listsBehind(text, count, after) },
      start,
      count,
    );
  }
  const told = TOLD.exec(opening);
  if (told)
    return withText(text, { ...shared, voice: 'back', lists: [] }, digits.start - told[0].length, count);
  const coming = TO_COME.exec(opening);
  const lists = [...(coming ? [] : listsAhead(text, count, after)), ...listsBehind(text, count, after)];
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
  if (quoted && isName(text, digits.start, after)) return [];
  if (measure === '级' && LEVELS.test(text.slice(digits.start - 3, digits.start))) return [];
  const pointed = text.slice(at - 1, at) === '这';
  const listing = listBefore(text, pointed ? at - 1 : at);
  if (!listing || noun.startsWith('等')) return [];
  // 新增航线、班列12条 counts what is not listed; a number far from the list's is of something else.
  const arabic = /[\d０-９]/.test(text[digits.start]!);
  if (noun === '' && arabic && !measure.includes('方面')) return [];
  const bareNumber = noun === '' && !/方面|类|级/.test(measure);
  const words = listing.items.map(({ start, end }) => text.slice(start, end));
  if (quoted && words.some((word) => COUNTING_NAME.test(word))) return [];
  const behind = text.slice(after, after + 30);
  const goesOn = GOES_ON.test(behind) && !TELLS.test(behind) && (quoted || !isApart(words, behind));
  if (goesOn) return [];
  const doubtful =
    bareNumber ||
    farFrom(value, listing.items.length) ||
    doing(words) ||
    (quoted && !((words.length > 2 || alike(words)) && QUOTE_ENDS.test(text.slice(after, after + 40))));
  return [{ ...listing, sure: listing.sure && !doubtful }];
}

/** 推进平台建设、健全基层三个体系: the number may count what only the last of them is done to. */
function doing(words: readonly string[]): boolean {
  const last = words[words.length - 1]!;
  return VERB.test(last) && !(words.length > 2 && (sameLength(words.slice(1)) || commonEnd(words) > 0));
}

/** Items of one length, and the row that goes on behind the number is of another make. */
function isApart(words: readonly string[], behind: string): boolean {
  const next = /、([^，。；：！？、]*)/.exec(behind)?.[1] ?? '';
  return (
    (sameLength(words) || sameLength(words.slice(1))) && next.length > words[words.length - 1]!.length + 2
  );
}

function sameLength(words: readonly string[]): boolean {
  return words.length > 1 && words.every((word) => word.length === words[0]!.length);
}

function isName(text: string, start: number, after: number): boolean {
  return (
    NAMED.test(text.slice(start, start + 8)) || OWNED.test(text.slice(Math.max(0, start - 4), after + 2))
  );
}

function farFrom(value: number, found: number): boolean {
  return Math.abs(value - found) > Math.max(1, Math.floor(found / 2));
}

function listsBehind(text: string, { value, digits: { start } }: Count, after: number): readonly Listing[] {
  const intro = INTRODUCED.exec(text.slice(after, after + 40));
  const paired = /[一二两三四五六七八九十][级个大类]$/.test(text.slice(start - 2, start));
  // “三级三类”：either number may be meant.
  const listing = intro && !paired && !COUNTED.test(intro[0]) && listAfter(text, after + intro[0].length);
  return listing ? [{ ...listing, sure: listing.sure && !farFrom(value, listing.items.length) }] : [];
}
