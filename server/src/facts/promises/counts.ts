import { chineseOrdinal, parseOrdinal } from '../../draft/numerals.ts';
import type { Span } from '../../draft/span.ts';

/** A number with its measure word and noun: 三点意见, 4个方面, 两大战略. Offsets are in the paragraph's text. */
export interface Count {
  readonly value: number;
  readonly digits: Span;
  /** Measure word: 点, 个, 项, 大 … */
  readonly measure: string;
  /** What follows as far as the next mark, at most 16 characters; it begins with the noun. */
  readonly noun: string;
  /** From the number to the end of the noun. */
  readonly span: Span;
  /** Directly after an opening quotation mark. */
  readonly quoted: boolean;
}

const ONES = '[一二三四五六七八九]';
const HAN = `[二三四五六七八九]?十${ONES}?|[二两三四五六七八九]`;
/** What makes a number part of another one, an ordinal, an estimate or a remainder. */
const BEFORE = `(?<![第几数近超约前后每余多另几之百千万亿零〇○点.．\\d０-９一二两三四五六七八九十—～~＋+×xX分])(?<!(?<![以如述])[上下])`;
const UNITS =
  '百分点|百|千|万|亿|月|多|余|来|工作日|小时|季度|星期|世纪|交易日|自然日|五年|年|天|分钟|学分|名额|标准差|国际|以上|左右|以内|平方';
const MEASURE =
  '个方面|方面|个|项|点|条|类|件|种|张|根|套|对|层|大|批|级|部分|户|家|座|名|位|支|所|处|块|篇|道|步|字|国|省|市|县|区|镇|乡|村|校|方';
const COUNT = new RegExp(
  `${BEFORE}(?<number>${HAN}|\\d{1,2}|[０-９]{1,2})[ 　]?(?<measure>${MEASURE})(?!${UNITS}|[年月日])`,
  'g',
);
/** Words that read like a count and are none. */
const IDIOM =
  /^(?:十字(?!方针|要求|总要求|诀|经|箴言|标准|准则|作风|原则|精神|嘱托)|十分|三级(?:甲|医院)|二级(?:甲|医院|以上)|[一二三四五六七八九十]{1,2}[级类](?:以上|及以上)|[三四五六七八九]方面|四处|四方(?!责任)|三层楼|十点|两位数|[一二三四五]类水|[\d十]{1,2}点(?:钟|半|整|[\d前后开到至左许]))/;

/** The counts of a paragraph, from two to ninety-nine. */
export function readCounts(text: string): readonly Count[] {
  const found: Count[] = [];
  for (const match of text.matchAll(COUNT)) {
    const { number, measure } = match.groups as { number: string; measure: string };
    const value = parseOrdinal(number);
    if (value === undefined || value < 2 || value > 99) continue;
    const start = match.index;
    if (IDIOM.test(text.slice(start, start + 8)) && !/^[三四五六七八九]方面/.test(match[0])) continue;
    const end = start + match[0].length;
    const noun = /^[^，。；：！？、“”‘’（）()《》\s,;:——]{0,16}/.exec(text.slice(end, end + 16))![0];
    found.push({
      value,
      digits: { start, end: start + number.length },
      measure,
      noun,
      span: { start, end: end + nounLength(noun, measure) },
      quoted: text[start - 1] === '“',
    });
  }
  return found;
}

const NOUN =
  /^(?:(?:个?方面)?的?)?(?:重点|主要|突出|具体|明显|核心|关键|重要|难点|中心|基本|当前|新的?|大|国家|省级|市级|国家级)*(?:方面|问题|工作|任务|要求|意见|建议|体会|认识|重点|关系|环节|关键|原则|措施|举措|事情|事|特点|难点|不足|短板|经验|成效|变化|转变|目标|抓手|着力点|突破口|文章|思考|启示|差距|原因|要点|希望|看法|想法|企业|项目|工程|行动|网络|改革|战略(?!性)|产业|领域|体系|机制|清单|导向|到位|环境|队伍|节点|关口|通道|责任|县城|村庄|乡镇|街道|部门|单位|品牌|平台|中心|基地|集群|园区|品种|指标|案例|成果|政策|制度|空间|战役|攻坚战|保卫战|底线|红线|主体|服务|动力|支柱|支撑|优势|盆地|流域|城市|节日|时段|阶段|步骤|层面|层次|维度)/;
/** Where a verb begins and the noun has ended. */
const VERBAL =
  /[要都在将已正把被是均也的了着过]|能够|必须|应[当该]|率先|(?<![国所公私持])有(?![限关色机])|全[面部]|进[入展行]|分别|抓紧|继续|基本/;

/** Length of the noun phrase at the head of the words behind a measure word. */
function nounLength(words: string, measure: string): number {
  const known = NOUN.exec(words);
  if (known) return known[0].length;
  if (/方面|点/.test(measure)) return 0;
  const verb = words.search(VERBAL);
  const length = verb < 0 ? words.length : verb;
  return length >= 2 && length <= 6 ? length : 0;
}

/** `value` written like `sample`: Arabic, full-width or Chinese, with 两 before a measure word. */
export function writeLike(sample: string, value: number): string {
  if (/\d/.test(sample)) return String(value);
  if (/[０-９]/.test(sample))
    return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return value === 2 ? '两' : chineseOrdinal(value);
}
