import type { Span } from '../../draft/span.ts';
import { isDigit, isHan, isLatin, isSpace } from './characters.ts';
import type { PairReading } from './pairs.ts';

/** Spaces of a paragraph that a sentence has no use for; offsets are in the paragraph's text. */
export interface SpaceReading {
  /** Between Chinese characters, or between one and a mark. */
  readonly stray: readonly Span[];
  /** Between a Chinese character and a figure or letter: a habit, wrong only where the draft mostly does without. */
  readonly besideFigures: readonly Span[];
}

const NONE: SpaceReading = { stray: [], besideFigures: [] };
const SPACED = /\S[ 　\u00a0\t]{1,2}\S/;
const TIGHT = /[\u4e00-\u9fff](?=[0-9A-Za-z])|[0-9A-Za-z](?=[\u4e00-\u9fff])/g;
const GAPS = /[ 　\u00a0\t]+/g;
/** A paragraph without these is a heading, a list, a line of a table. */
const SENTENCE = /[，。；]/;
const BOUNDARY = /[，。、；：！？,;:（）()《》“”【】]/;
const COLUMNS = /[ 　\u00a0]{3,}|\t/;
const SURNAME =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const NAME_BEFORE = new RegExp(`(?:^|[，、。：；（\\s]|[长记任席员理授志士生师总])[${SURNAME}]$`);
const LONG_SURNAME =
  /(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|令狐|慕容|司徒|东方|端木|公孙|轩辕|宇文|长孙|鲜于|闾丘)$/;
/** What a name stands after: 市长 李 小明同志. */
const OFFICE_BEFORE =
  /(?:[省市县区州盟旗镇乡村局厅院校]长|主席|书记|主任|总理|委员|教授|院士|记者|代表|同志)$/;
const NAME_AFTER =
  /^[\u4e00-\u9fff](?:$|[，、。；：）\s]|同志|先生|女士|书记|[市县区省局院校]长|主任|主席|教授|院士)/;
const MARKER_BEFORE =
  /(?:^|[，。；：！？])(?:第[一二三四五六七八九十\d]{1,4}(?:部分|[章节条编篇项])|附件\d?|[一二三四五六七八九十]{1,3}[是要、]|其[一二三四五]|（[一二三四五六七八九十\d]{1,3}）)$/;

/** Reads the spaces of a paragraph (practice: a Chinese sentence has none but in names, in columns and between clauses of a title). */
export function readSpaces(text: string, pairsOf: () => PairReading): SpaceReading {
  if (!SPACED.test(text) || !SENTENCE.test(text) || COLUMNS.test(text)) return NONE;
  const closed = pairSpans(pairsOf());
  // Two full-width spaces and more make columns.
  const columns = text.indexOf('　') !== text.lastIndexOf('　');
  const stray: Span[] = [];
  const besideFigures: Span[] = [];
  let at = 0;
  for (const { 0: gap, index } of text.matchAll(GAPS)) {
    const span = { start: index, end: index + gap.length };
    while (at < closed.length && closed[at]!.end <= index) at++;
    const before = text.charCodeAt(index - 1);
    const after = text.charCodeAt(span.end);
    if (isFigure(before, after) || isFigure(after, before)) besideFigures.push(span);
    else if (at < closed.length && closed[at]!.start < index) continue;
    else if (!(columns && gap.includes('　')) && isStray(text, span)) stray.push(span);
  }
  return { stray, besideFigures };
}

/** Places where a Chinese character and a figure or letter stand side by side without a space. */
export function countTight(text: string): number {
  return text.match(TIGHT)?.length ?? 0;
}

function isFigure(one: number, other: number): boolean {
  return isHan(one) && (isDigit(other) || isLatin(other));
}

function isStray(text: string, { start, end }: Span): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (end - start > 2) return false;
  if (isHan(before) && isSmallMark(text[end]!)) return true;
  if (isSmallMark(text[start - 1]!) && isHan(after)) return !isMarkerBefore(text, start);
  return (
    isHan(before) &&
    isHan(after) &&
    !isMarkerBefore(text, start) &&
    !isName(text, start, end) &&
    !isList(text, start, end)
  );
}

/** Marks at which no line of a page and no paragraph would have ended. */
function isSmallMark(mark: string): boolean {
  return mark === '，' || mark === '、';
}

function isMarkerBefore(text: string, start: number): boolean {
  return MARKER_BEFORE.test(text.slice(Math.max(0, start - 8), start));
}

/** 李　强: a name of two characters set as wide as one of three. */
function isName(text: string, start: number, end: number): boolean {
  if (text[start] === '　' && SURNAME.includes(text[start - 1]!)) return true;
  const before = text.slice(Math.max(0, start - 2), start);
  if (OFFICE_BEFORE.test(before) || LONG_SURNAME.test(before)) return true;
  return NAME_BEFORE.test(before) && NAME_AFTER.test(text.slice(end, end + 4));
}

/** Clauses or items that spaces set apart: two of one length, or three and more of them. */
function isList(text: string, start: number, end: number): boolean {
  const left = clause(text, start - 1, -1);
  const right = clause(text, end, 1);
  if (left.spaced || right.spaced || left.labelled) return true;
  return left.length === right.length && (left.length === 1 || left.length >= 4);
}

const LONGEST_CLAUSE = 40;

/** The run of text from `at` to the next mark or space in one direction. */
function clause(
  text: string,
  at: number,
  step: 1 | -1,
): { length: number; spaced: boolean; labelled: boolean } {
  let length = 0;
  for (let i = at; i >= 0 && i < text.length && length < LONGEST_CLAUSE; i += step) {
    if (isSpace(text.charCodeAt(i))) {
      const next = text.charCodeAt(i + step);
      return { length, spaced: isHan(next) && isHan(text.charCodeAt(i - step)), labelled: false };
    }
    if (BOUNDARY.test(text[i]!))
      return { length, spaced: false, labelled: step < 0 && /[：:]/.test(text[i]!) };
    length++;
  }
  return { length, spaced: false, labelled: false };
}

/** Outermost stretches between quotation marks and brackets, in order. */
function pairSpans({ double, brackets }: PairReading): Span[] {
  const spans = [
    ...double
      .filter(({ partner, does }) => does === 'opens' && partner > 0)
      .map(({ at, partner }) => ({ start: at, end: partner })),
    ...brackets.pairs.map(([start, end]) => ({ start, end })),
  ].sort((a, b) => a.start - b.start);
  const outer: Span[] = [];
  for (const span of spans) if (span.end > (outer[outer.length - 1]?.end ?? -1)) outer.push(span);
  return outer;
}
