import { type Span, slice } from '../../draft/span.ts';
import type { Stretch } from './types.ts';

/** A name that another one took the place of; spans are in the texts of the two paragraphs. */
export interface NameChange {
  readonly old: Span;
  readonly now: Span;
  /** What the name is of. */
  readonly of: 'title' | 'quoted' | 'body' | 'place' | 'person';
}

/** The text of a paragraph and the ends of its words, where they are known. */
export interface WordedText {
  readonly text: string;
  readonly words: Uint32Array | undefined;
}

const BODY =
  '委员会|管理局|分局|局|厅|公司|集团|银行|大学|学院|中学|小学|学校|医院|卫生院|研究院|研究所|派出所|合作社|联合社|产业园|科技园|工业园|园区|示范区|开发区|高新区|新区|基地|中心|博物馆|图书馆|文化馆|纪念馆|体育馆|水库|大桥|特大桥|机场|高速公路|高速|铁路|大道|枢纽|泵站|电站|水厂|工程|项目|行动|计划|论坛|大会|博览会';
const PLACE = '省|市|县|区|旗|乡|镇|村|街道|社区|州|盟';
const BODY_TAIL = new RegExp(`^(?:(?![和与及等])[\\u4e00-\\u9fff]){0,6}?(?:${BODY})`);
const PLACE_TAIL = new RegExp(`^(?:${PLACE})`);
const ENDS_IN_BODY = new RegExp(`(?:${BODY})$`);
const ENDS_IN_PLACE = new RegExp(`(?:${PLACE})$`);
const POST =
  '同志|书记|省长|市长|县长|区长|镇长|乡长|部长|厅长|局长|主任|主席|会长|校长|院长|所长|处长|科长|董事长|总经理|总裁|院士|教授|老师|先生|女士|代表|委员';
/** More characters than a post before a name has. */
const LONGEST_POST = 24;
const BEFORE_PERSON = new RegExp(`(?:${POST})$`);
const AFTER_PERSON = new RegExp(`^(?:${POST})`);
const SURNAME =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]/;
const NAME = /^[\u4e00-\u9fffA-Za-z0-9·（）]{2,24}$/;
/** A verb, a pronoun or a number begins no name; a particle stands in none. */
const NO_HEAD =
  /^(?:推进|推动|加快|加强|建设|实施|开展|抓好|做好|打造|完成|启动|组织|谋划|落实|聚焦|围绕|坚持|深化|强化|支持|鼓励|引导|服务|提升|优化|全面|全力|重点|重大|各|我|你|他|本|该|这|那|某|每|全|有关|相关|所有|一|二|两|三|四|五|六|七|八|九|十|几|多|大|小|新|老|好|年度|今年|去年)/;
const PARTICLE = /[的了在将把被为是不对从向到着过也都就]/;

/** The name that a stretch is a part of, where both versions have one there. */
export function nameChange(old: WordedText, now: WordedText, stretch: Stretch): NameChange | undefined {
  const { old: a, now: b, oldEntities, nowEntities } = stretch;
  if (a.start === a.end && b.start === b.end) return undefined;
  if (oldEntities.length > 0 || nowEntities.length > 0) return undefined;
  const [titleA, titleB] = [between(old.text, a, '《', '》', 60), between(now.text, b, '《', '》', 60)];
  if (titleA && titleB) return { old: titleA, now: titleB, of: 'title' };
  const [quoteA, quoteB] = [between(old.text, a, '“', '”', 20), between(now.text, b, '“', '”', 20)];
  if (quoteA && quoteB) return { old: quoteA, now: quoteB, of: 'quoted' };
  return wordedName(old, now, a, b);
}

/** What stands between two marks around a span, without marks or the end of a clause in it. */
function between(
  text: string,
  { start, end }: Span,
  open: string,
  close: string,
  most: number,
): Span | undefined {
  const low = Math.max(0, start - most - 1);
  const from = low + text.slice(low, start).lastIndexOf(open) + 1;
  const ahead = text.slice(end, end + most + 1).indexOf(close);
  const to = end + ahead;
  if (from === low || ahead < 0 || to - from > most) return undefined;
  return /[《》“”，。；：！？]/.test(text.slice(from, to)) ? undefined : { start: from, end: to };
}

/** The name begins where the change does, or where the words do that hold it. */
function wordedName(old: WordedText, now: WordedText, a: Span, b: Span): NameChange | undefined {
  const ways = [toWordStart(old, a.start), toWordStart(now, b.start)].sort((x, y) => x - y);
  for (const left of new Set(ways)) {
    const [from, to] = [a.start - left, b.start - left];
    if (from < 0 || to < 0 || old.text.slice(from, a.start) !== now.text.slice(to, b.start)) continue;
    const found = nameFrom(old, now, { start: from, end: a.end }, { start: to, end: b.end });
    if (found) return found;
  }
  return undefined;
}

function nameFrom(old: WordedText, now: WordedText, a: Span, b: Span): NameChange | undefined {
  const after = sharedTail(old.text, a.end, now.text, b.end);
  const make = (more: number, of: NameChange['of']): NameChange | undefined => {
    const spans = [
      { start: a.start, end: a.end + more },
      { start: b.start, end: b.end + more },
    ] as const;
    const [x, y] = [slice(old.text, spans[0]), slice(now.text, spans[1])];
    const fits = [x, y].every((name) => NAME.test(name) && !NO_HEAD.test(name) && !PARTICLE.test(name));
    return fits && x !== y ? { old: spans[0], now: spans[1], of } : undefined;
  };
  const right = Math.max(toWordEnd(old, a.end), toWordEnd(now, b.end));
  if (
    right <= after.length &&
    isPerson(old.text, a.start, a.end + right) &&
    isPerson(now.text, b.start, b.end + right)
  )
    return make(right, 'person');
  const ends = [slice(old.text, a), slice(now.text, b)];
  if (ends.every((name) => ENDS_IN_BODY.test(name))) return make(0, 'body');
  if (ends.every((name) => ENDS_IN_PLACE.test(name))) return make(0, 'place');
  const body = BODY_TAIL.exec(after)?.[0];
  const place = PLACE_TAIL.exec(after)?.[0];
  return (
    (body === undefined ? undefined : make(body.length, 'body')) ??
    (place === undefined ? undefined : make(place.length, 'place'))
  );
}

/** The text that both have from two places on, up to the end of a clause. */
function sharedTail(a: string, i: number, b: string, j: number): string {
  let length = 0;
  while (length < 12 && a[i + length] !== undefined && a[i + length] === b[j + length]) length++;
  return /^[\u4e00-\u9fff]*/.exec(a.slice(i, i + length))![0];
}

function toWordStart({ words }: WordedText, at: number): number {
  return words ? at - (words.findLast((end) => end <= at) ?? 0) : 0;
}

function toWordEnd({ words }: WordedText, at: number): number {
  return words ? (words.find((end) => end >= at) ?? at) - at : 0;
}

function isPerson(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end);
  if (name.length < 2 || name.length > 4 || !SURNAME.test(name)) return false;
  return (
    AFTER_PERSON.test(text.slice(end)) ||
    BEFORE_PERSON.test(text.slice(Math.max(0, start - LONGEST_POST), start))
  );
}
